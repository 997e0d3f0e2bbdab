"""Expectations as values: what is to be seen, or not, a field's value, a widget's state; and what is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tools.locate.locator import Locator

State = Literal["enabled", "disabled", "ticked", "not ticked", "chosen", "not chosen"]


@dataclass(frozen=True, slots=True)
class Visible:
    """A text can be read on the screen."""

    target: Locator

    def __str__(self) -> str:
        """As a person says it."""
        return str(self.target)


@dataclass(frozen=True, slots=True)
class Absent:
    """A text can't be read on the screen, and nothing that may be it."""

    target: Locator

    def __str__(self) -> str:
        """As a person says it."""
        return f"no {self.target}"


@dataclass(frozen=True, slots=True)
class Shows:
    """A field, or what stands beside a name, shows a text and nothing else."""

    field: Locator
    text: str

    def __str__(self) -> str:
        """As a person says it."""
        return f'{self.field} shows "{self.text}"'


@dataclass(frozen=True, slots=True)
class InState:
    """A widget is in a state."""

    target: Locator
    state: State

    def __str__(self) -> str:
        """As a person says it."""
        return f"{self.target} is {self.state}"


@dataclass(frozen=True, slots=True)
class Readable:
    """A field, or what stands beside a name, shows something that can be read for certain."""

    field: Locator

    def __str__(self) -> str:
        """As a person says it."""
        return f"a value in {self.field}"


Expectation = Visible | Absent | Shows | InState
Wanted = Expectation | Readable
