"""Variants of a written step: the same with another value, and whether it is needed. Pure.

An audit asks these; only this package knows what a sentence says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import (
    ChooseStep,
    ClearStep,
    ClickStep,
    ExpectStep,
    HoverIconStep,
    HoverStep,
    IfStep,
    PressStep,
    ReadStep,
    ScrollStep,
    SelectStep,
    TickStep,
    TypeStep,
    WaitStep,
)
from agent.task.variables import quoted
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from agent.models.reader.steps import ParsedStep

Enters = Literal["text", "entry", "radio", "state", "row"]
"""What kind of value a step enters: a typed text, an entry of a list, perhaps a radio button (or a tab, which
is no value), the state of a box, or which row of a table it clicks in."""
_CLICKS = {("left", 1): "Click", ("left", 2): "Double-click", ("left", 3): "Triple-click"}
_NAMED = re.compile(r"Step (\d+) \(")


@dataclass(frozen=True, slots=True)
class StepVariants:
    """One step of a task, and what else it could say."""

    step: ParsedStep
    following: ParsedStep | None
    """The step after it; what only waits or looks is left out."""

    @property
    def is_check(self) -> bool:
        """Whether it looks, and does nothing that is always done: to leave it out is to leave out a check."""
        return isinstance(self.step, ExpectStep | ReadStep | IfStep)

    @property
    def enters(self) -> Enters | None:
        """What kind of value it enters; None: none."""
        match self.step:
            case TypeStep():
                return "text"
            case SelectStep():
                return "entry"
            case TickStep():
                return "state"
            case ChooseStep(path=(_,)):
                return "radio"
            case ClickStep(target=Locator(qualifiers=(("in row" | "next to", _), *_))):
                return "row"
        return None

    @property
    def value(self) -> str:
        """The value, as it is written; of a box, its state."""
        match self.step:
            case TypeStep(text=text):
                return text
            case SelectStep(option=option):
                return option
            case TickStep(on=on):
                return "ticked" if on else "not ticked"
            case ChooseStep(path=(only,)):
                return only
            case ClickStep(target=Locator(qualifiers=(("in row" | "next to", row), *_))):
                return row.text
        return ""

    @property
    def beside(self) -> str:
        """What a click next to a text is on: other rows have it, too, if that text is a row's; else ""."""
        match self.step:
            case ClickStep(target=Locator(text=text, qualifiers=(("next to", _), *_))):
                return text
        return ""

    @property
    def target(self) -> Locator | None:
        """What is given the value."""
        match self.step:
            case TypeStep(field=field) | SelectStep(field=field):
                return field
            case TickStep(target=target) | ChooseStep(path=(_,), target=target):
                return target
        return None

    def with_value(self, value: str) -> str:
        """The sentence that enters another value; of a box the other state, whatever is given."""
        match self.step:
            case TypeStep(field=None):
                return f'Type "{quoted(value)}"'
            case TypeStep(field=Locator() as field, append=append):
                verb, to = ("Append", "to") if append else ("Type", "into")
                return f'{verb} "{quoted(value)}" {to} {_said(field)}'
            case SelectStep(field=field):
                return f'Select "{quoted(value)}" in {_said(field)}'
            case TickStep(target=target, on=on):
                return f"{'Untick' if on else 'Tick'} {_said(target)}"
            case ClickStep(target=Locator(qualifiers=((relation, row), *others)) as target):
                there = replace(target, qualifiers=((relation, replace(row, text=value)), *others))
                again = " again if nothing changes" if self.step.again else ""
                return f"{self._click} {_said(there)}{again}"
            case ChooseStep(path=(_,), target=target):
                return f"Choose {_said(replace(target, text=value))}"
        raise ValueError(f"{self.step} enters no value")

    @property
    def _click(self) -> str:
        """The verb of a click."""
        assert isinstance(self.step, ClickStep)
        return _CLICKS.get((self.step.button, self.step.count), f"{self.step.button.capitalize()}-click")

    @property
    def harmless(self) -> str:
        """Why a task does the same without this step; "" where it may be needed."""
        match self.step:
            case WaitStep():
                return "it only waits"
            case HoverStep() | HoverIconStep():
                return "it only moves the pointer"
            case ScrollStep():
                return "it only scrolls"
        return self._done_by_next

    @property
    def shows(self) -> bool:
        """Whether later screens show all that it may have done: it moves the focus, or what is chosen.

        What is pressed may write a file, say, and no screen need tell.
        """
        match self.step, self.following:
            case ClearStep() | ChooseStep(path=(_,)), _:
                return True
            case PressStep(keys=("tab",) | ("shift", "tab")), _:
                return True
            case ClickStep(button="left", count=1), TypeStep(field=None):
                return True
        return False

    @property
    def _done_by_next(self) -> str:
        """How the next step does by itself what this one does; "" where it does not."""
        match self.step, self.following:
            case ClickStep(target=at, button="left", count=1), TypeStep(field=field) | ClearStep(
                field=field
            ) if at == field:
                return "the next step goes to this field by itself"
            case ClearStep(field=at), TypeStep(field=field, append=False) if at == field:
                return "the next step empties this field by itself"
            case PressStep(keys=("tab",) | ("shift", "tab")), TypeStep(field=field) if field is not None:
                return "the next step goes to its field by itself"
        return ""


def variants_of(sentences: list[str]) -> list[StepVariants]:
    """The variants of each step of a task.

    Raises:
        BadInput: a sentence is outside the grammar.
    """
    steps = [parse_step(sentence) for sentence in sentences]
    return [StepVariants(step, _following(steps[at + 1 :])) for at, step in enumerate(steps)]


def failed_at(message: str) -> int | None:
    """The index of the step that could not be done, as the model said when it gave up; None: not known."""
    found = _NAMED.match(message)
    return int(found[1]) - 1 if found else None


def _following(steps: list[ParsedStep]) -> ParsedStep | None:
    return next((step for step in steps if not isinstance(step, WaitStep | ExpectStep | ReadStep)), None)


def _said(target: Locator) -> str:
    return target.phrase(quoted)
