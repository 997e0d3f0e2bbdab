"""Protocols: `ItemSet`, items and how they are judged; `Benchmark`, one that a model attempts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from agent.bench.results.attempt import variant_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pydantic import JsonValue

    from agent.bench.results.attempt import Attempt
    from agent.bench.summary import Summary

Groups = dict[str, str | tuple[str, ...]]
"""Name of a breakdown -> the item's value or values in it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to attempt."""

    name: str
    seed: int = 0
    """Which variant of it."""
    groups: Groups = field(default_factory=dict)

    def __str__(self) -> str:
        """As `-k` sees it, and people."""
        return variant_name(self.name, self.seed)


@dataclass(frozen=True, slots=True)
class About:
    """What a set's results hang on besides its data."""

    model: str
    """The model's name, without a login."""
    prompts: str
    """SHA-256 of the prompts' fixed words."""
    profile: dict[str, JsonValue] | None = None
    limits: dict[str, JsonValue] = field(default_factory=dict)
    options: dict[str, JsonValue] = field(default_factory=dict)
    remark: str = ""
    """What a user should know of the data, if anything."""


class ItemSet(Protocol):
    """Items, and how what came of them is judged: no model and no screen are needed for it."""

    @property
    def name(self) -> str:
        """As `agent bench` takes it."""
        ...

    @property
    def apart(self) -> str | None:
        """The breakdown whose values are never counted together; None: all items are."""
        ...

    def digest(self) -> str:
        """SHA-256 of the data: items, their truth, and their files."""
        ...

    def items(self) -> Sequence[Item]:
        """All items, in a fixed order.

        Raises:
            BadInput: the data are not what they should be.
        """
        ...

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew by today's code from what is kept of it.

        Outcome, score and details are made of its raw reply and the data, or of an offline replay of its
        recording; all else stays. An attempt that was prevented stays as it is.

        Args:
            attempt: one of this set's.
            out: the results folder, which holds its recording.

        Raises:
            BadInput: what is kept does not hold: a recording was altered, is another item's or seed's,
                or replays otherwise.
        """
        ...


class Benchmark(ItemSet, Protocol):
    """A set and the model that attempts it."""

    def about(self) -> About:
        """What the results hang on besides."""
        ...

    def prepare(self) -> None:
        """Load the model, start what all attempts share; called once before the first attempt.

        Raises:
            ModelFault: the model can't be loaded or reached.
            EnvironmentFault: something can't be started.
        """
        ...

    def close(self) -> None:
        """End what `prepare` started; called once, whatever came in between."""
        ...

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Attempt one item.

        Args:
            item: one of `items`.
            repeat: counted from 0.
            out: the results folder; a recording goes to `agent.bench.results.folder.new_recording`.

        Raises:
            ModelFault: the model gave no reply: `model_error`.
            Exception: the attempt could not be made, which is not the model's: `environment`, tried again.
        """
        ...


@runtime_checkable
class Showing(Protocol):
    """A set that shows people what came of a run, besides the figures."""

    page: str
    """Name of the file in the results folder."""

    def show(self, summary: Summary, attempts: Sequence[Attempt], out: Path) -> None:
        """Write that page, in place of an older one."""
        ...
