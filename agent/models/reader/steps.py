"""Parsed steps of a task. Plain values; `step_parser` makes them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from agent.expect.expectation import Expectation, Shows
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.action import Button
    from tools.locate.areas.wheel import Way


@dataclass(frozen=True, slots=True)
class ClickStep:
    """Click the target."""

    target: Locator
    button: Button = "left"
    count: Literal[1, 2, 3] = 1
    again: bool = False
    """Whether it is made again while nothing changes."""


@dataclass(frozen=True, slots=True)
class ClickImageStep:
    """Click what a picture shows."""

    image: str
    """The picture's file, from the task file's folder."""
    button: Button = "left"
    count: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class ClickIconStep:
    """Click the icon that means what the target names."""

    target: Locator
    button: Button = "left"
    count: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class TypeStep:
    """Make the field hold the text, or add the text at its end; without a field, type where the focus is."""

    text: str
    field: Locator | None
    append: bool = False


@dataclass(frozen=True, slots=True)
class ClearStep:
    """Make the field empty."""

    field: Locator


@dataclass(frozen=True, slots=True)
class PressStep:
    """Press a chord, some times."""

    keys: tuple[str, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class SelectStep:
    """Choose an option of a drop-down or an entry of a list."""

    option: str
    field: Locator


@dataclass(frozen=True, slots=True)
class TickStep:
    """Make a check box ticked, or not."""

    target: Locator
    on: bool


@dataclass(frozen=True, slots=True)
class ChooseStep:
    """Choose a radio button, a tab, or an entry of a menu by its path."""

    path: tuple[str, ...]
    target: Locator
    """The path's last part, with the sentence's qualifiers."""


@dataclass(frozen=True, slots=True)
class FoldStep:
    """Open or close an entry of a tree by its path; those above it are opened."""

    path: tuple[str, ...]
    target: Locator
    """The path's last part, with the sentence's qualifiers."""
    opens: bool


@dataclass(frozen=True, slots=True)
class ScrollStep:
    """Scroll until a text can be seen."""

    direction: Way
    text: str
    area: Locator | None


@dataclass(frozen=True, slots=True)
class DragStep:
    """Drag one element to another."""

    source: Locator
    destination: Locator


@dataclass(frozen=True, slots=True)
class HoverStep:
    """Rest the pointer on the target, for its tip or its menu to come up."""

    target: Locator


@dataclass(frozen=True, slots=True)
class HoverIconStep:
    """Rest the pointer on the icon that means what the target names."""

    target: Locator


@dataclass(frozen=True, slots=True)
class WaitStep:
    """Wait until a text can be seen, or no longer."""

    text: str
    appears: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class ExpectStep:
    """Make sure of what the screen shows."""

    expectation: Expectation
    seconds: float | None = None
    """How long that may take to come; None: as long as anything."""


@dataclass(frozen=True, slots=True)
class ReadStep:
    """Read what a field shows into a variable."""

    field: Locator
    name: str


ActingStep = (
    ClickStep
    | ClickImageStep
    | ClickIconStep
    | TypeStep
    | ClearStep
    | PressStep
    | SelectStep
    | TickStep
    | ChooseStep
    | FoldStep
    | ScrollStep
    | DragStep
    | HoverStep
    | HoverIconStep
    | WaitStep
)
"""Steps that have a routine of their own."""


@dataclass(frozen=True, slots=True)
class IfStep:
    """Do a step where a text comes up, and nothing where it does not."""

    text: str
    seconds: float | None
    """How long it may take to come; None: a glance."""
    does: ActingStep


ParsedStep = ActingStep | ExpectStep | ReadStep | IfStep


def sought(step: ParsedStep) -> Iterator[str]:
    """The texts that a step looks for on the screen."""
    if isinstance(step, WaitStep | ScrollStep | IfStep):
        yield step.text
    if isinstance(step, IfStep):
        yield from sought(step.does)
    if isinstance(step, SelectStep):
        yield step.option
    if isinstance(step, ChooseStep | FoldStep):
        yield from step.path
    yield from _named(step.expectation if isinstance(step, ExpectStep) else step)


def _named(step: ParsedStep | Expectation) -> Iterator[str]:
    if isinstance(step, Shows):
        yield step.text
    for field in fields(step):
        value = getattr(step, field.name)
        if isinstance(value, Locator):
            yield from _texts(value)


def _texts(locator: Locator) -> Iterator[str]:
    yield locator.text
    for _, other in locator.qualifiers:
        yield from _texts(other)
