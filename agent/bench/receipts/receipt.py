"""Receipt: what was verified of a results folder, and what does not hold. Plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

from agent.bench.receipts.disclosure import Block
from agent.bench.results.attempt import variant_name
from agent.bench.summary import Summary

if TYPE_CHECKING:
    from agent.bench.results.attempt import Attempt, Key


class Finding(BaseModel):
    """Something that does not hold, or could not be verified."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    where: str
    """The file, or the attempt."""
    what: str


class Receipt(BaseModel):
    """What came of verifying a results folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    folder: str
    findings: tuple[Finding, ...]
    """What does not hold; none: it is as the run left it."""
    notes: tuple[str, ...] = ()
    """What is to be known of it, and is no fault."""
    judged: int = 0
    """Attempts that were judged again, by today's code."""
    summary: Summary | None = None
    """Made anew of the lines; None: they can't be read."""
    disclosure: dict[str, Block] = {}
    checklist: Block = {}

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class Judged(NamedTuple):
    """What judging attempts again found."""

    findings: list[Finding]
    again: dict[Key, Attempt]
    """The attempts as today's code judges them."""


def name_of(attempt: Attempt) -> str:
    """The attempt, for people."""
    repeat = f" repeat {attempt.repeat + 1}" if attempt.repeat else ""
    return f"{variant_name(attempt.item, attempt.seed)}{repeat}"
