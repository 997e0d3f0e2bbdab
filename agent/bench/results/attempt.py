"""Attempt: what came of one item. Plain values."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from agent.usage import Usage

Outcome = Literal[
    "passed", "failed", "wrong_format", "refused", "gave_up", "stopped", "model_error", "environment"
]
"""passed, failed: as the set judges; wrong_format: the reply can't be read as an answer; refused: the model
says that what it is asked for is not there; gave_up: the agent said so; stopped: a limit or guard;
model_error: the model did not reply; environment: no attempt could be made, which is not the model's."""
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
UNDECIDED: frozenset[Outcome] = frozenset({"model_error", "environment"})
"""Outcomes that say nothing of the item: the same command tries it again."""
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Key = tuple[str, int, int]


def variant_name(item: str, seed: int) -> str:
    """An item's variant, for people: its name, and the seed where it has one."""
    return f"{item}#{seed}" if seed else item


class Attempt(BaseModel):
    """One attempt at one item, as a line of `results.jsonl` holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    item: str
    repeat: int = Field(ge=0)
    """Counted from 0: equal attempts at the same item."""
    seed: int
    """Which variant of the item; 0 where there is one."""
    outcome: Outcome
    score: float = Field(ge=0, le=1, allow_inf_nan=False)
    groups: dict[str, str | tuple[str, ...]] = {}
    """Name of a breakdown -> the item's value or values in it."""
    details: dict[str, JsonValue] = {}
    """The set's own: raw reward, point, box; of an error `error`."""
    reply: str | None = None
    """The model's reply, raw and whole, where one reply is all there is; a recording holds the others."""
    seconds: dict[str, Seconds] = {}
    """By part of the work; `total` is the whole."""
    tokens: Usage = Usage()
    recording: str | None = None
    """The recording's folder, relative to the results folder, with `/`."""
    digest: str | None = None
    """The sum of the recording's last line: all lines are in it, with the digests of its frames."""

    @property
    def key(self) -> Key:
        """Which attempt it is of the run: item, seed, repeat."""
        return self.item, self.seed, self.repeat

    @property
    def decided(self) -> bool:
        """Whether it says something of the item; if not, the same command tries again."""
        return self.outcome not in UNDECIDED
