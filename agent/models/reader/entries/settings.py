"""Settings: the state of a check box or radio button, the option of a drop-down; looked at again later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import field_named, is_same, others_change, same_on
from agent.models.reader.steps import (
    ChooseStep,
    ClearStep,
    ClickStep,
    ExpectStep,
    PressStep,
    ReadStep,
    SelectStep,
    TickStep,
    TypeStep,
    WaitStep,
)
from tools.locate.contents import content, content_line, shows, text_part
from tools.locate.errors import NotFound
from tools.locate.indicators import find_indicator
from tools.locate.states import is_on
from tools.observation import differing
from tools.ocrtext.alike import likeness
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.entries.entry import Effect, Entry
    from agent.models.reader.steps import ParsedStep
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Line, Widget

_ABOUT = 0.5
"""Likeness of two readings of one text, at least."""


@dataclass(frozen=True, slots=True)
class State:
    """The state that a step gave a check box or radio button."""

    step: int
    target: Locator
    widget: Widget
    """In that state."""
    frame: Frame
    """The one that showed it."""
    beside: Line | None
    """The text next to it, on its row."""

    def is_there(self, look: Look) -> bool:
        """Whether the text beside it is about the same: a ring around that is read as a part of it."""
        return self._has_beside(look, lambda one, other: likeness(one, other) >= _ABOUT)

    def effect_of(self, step: ParsedStep, entered: Entry | None, before: Look, after: Look) -> Effect:
        """What a later step does: another box that turns the same way may take this one with it."""
        if isinstance(step, TickStep):
            return "changes it" if step.on is not self.widget.checked else "beside it"
        if isinstance(entered, State) and isinstance(step, ChooseStep):
            return "changes it" if self._is_replaced(entered, before, after) else "beside it"
        return effect_on_setting(step, self.target)

    def contradiction(self, look: Look) -> str | None:
        """Whether it has turned."""
        now = is_on(look, self.widget, self.frame) if self._has_beside(look, may_be) else None
        if now is None or now is self.widget.checked:
            return None
        done, is_now = ("turned on", "off") if self.widget.checked else ("turned off", "on")
        return f"{self.target} was {done}, and then it was {is_now} again"

    def is_undone_by(self, before: Look, after: Look, first: Look) -> bool:
        """Whether nothing else in the form has changed, and something new is told beside it."""
        return is_odd(self.widget, before, after, first)

    def _has_beside(self, look: Look, is_same_text: Callable[[str, str], bool]) -> bool:
        if self.frame.size != look.frame.size:
            return False
        beside = _beside(look, self.widget)
        if self.beside is None or beside is None:
            return self.beside is beside
        return self.beside.box.overlap(beside.box).area > 0 and is_same_text(self.beside.text, beside.text)

    def _is_replaced(self, entered: State, before: Look, after: Look) -> bool:
        """Whether another radio button of its group was chosen: then no third one was turned on with it."""
        if entered.widget.kind != self.widget.kind:
            return False
        others = [one for one in after.scene.widgets if one.kind == "radio" and one.checked]
        lit = [one for one in others if (was := same_on(before, one)) is not None and not was.checked]
        return all(is_same(one, entered.widget) for one in lit)


@dataclass(frozen=True, slots=True)
class Option:
    """The option that a step made a drop-down show."""

    step: int
    target: Locator
    widget: Widget
    text: str
    frame: Frame
    """The one that showed it."""
    written: Box
    """Where it stood there."""

    def is_there(self, look: Look) -> bool:
        """Whether the drop-down is at its place, with its label."""
        return self._field(look) is not None

    def effect_of(self, step: ParsedStep, entered: Entry | None, before: Look, after: Look) -> Effect:  # noqa: ARG002 (an `Entry`'s)
        """What a later step does."""
        if isinstance(step, TickStep) or isinstance(entered, State):
            return "beside it"
        return effect_on_setting(step, self.target)

    def contradiction(self, look: Look) -> str | None:
        """What the drop-down shows instead."""
        field = self._field(look)
        if field is None or self._is_untouched(look) or shows(look, field, self.text):
            return None
        return f'"{self.text}" was selected in {self.target}, and then it showed {content(look, field)!r}'

    def is_undone_by(self, before: Look, after: Look, first: Look) -> bool:
        """Whether nothing else in the form has changed, and something new is told beside it."""
        return is_odd(self.widget, before, after, first)

    def _is_untouched(self, look: Look) -> bool:
        """Whether its very pixels are there still, and nothing beside them: only a ring has gone."""
        if self.frame.size != look.frame.size:
            return False
        near = self.written.grow(round(look.scene.text_height))
        near = near._replace(top=self.written.top, height=self.written.height)
        seen = near.overlap(text_part(self.widget)).union(self.written)
        return not differing(self.frame, look.frame, seen).any()

    def _field(self, look: Look) -> Widget | None:
        field = field_named(look, self.target)
        return field if field is not None and is_same(field, self.widget) else None


def state(index: int, target: Locator, before: Look, look: Look, *, on: bool) -> State | None:
    """The state that a step has given an indicator; None where it has none that can be seen.

    A focus ring may hide the indicator from the look at the step's end.
    """
    for one in (look, before) if look.frame.size == before.frame.size else ():
        try:
            widget = replace(find_indicator(one.scene, target), checked=on)
        except NotFound:
            continue
        return State(index, target, widget, look.frame, _beside(look, widget))
    return None


def _beside(look: Look, indicator: Widget) -> Line | None:
    """The text next to an indicator, on its row."""
    row = (line for line in look.scene.lines if line.box.same_row(indicator.box))
    return min(row, key=lambda line: line.box.gap_across(indicator.box), default=None)


def option(index: int, step: SelectStep, look: Look) -> Option | None:
    """The option that a step has selected; None where no drop-down shows it, as of a list."""
    field = field_named(look, step.field)
    if field is None or not shows(look, field, step.option):
        return None
    written = content_line(look, field).box
    return Option(index, step.field, field, step.option, look.frame, look.ink(written) or written)


def effect_on_setting(step: ParsedStep, target: Locator) -> Effect:
    """What a step does to a setting that is not its own."""
    match step:
        case WaitStep() | ExpectStep() | ReadStep() | PressStep(keys=("tab",) | ("shift", "tab")):
            return "nothing"
        case TypeStep(field=field) | ClearStep(field=field) if field is not None:
            return "nothing"
        case SelectStep():
            return "beside it"
        case PressStep(keys=("enter",)) | ChooseStep():
            return "anything"
        case ClickStep(target=clicked) if clicked.text != target.text:
            return "anything"
    return "changes it"


def is_odd(widget: Widget, before: Look, after: Look, first: Look) -> bool:
    """Whether a step that took a setting back did not do so on purpose, as far as can be told.

    To take back is all that a button such as "Reset" does: the screen is as it was, or the whole form is.
    """
    if others_change(before, after, [widget]):
        return False
    known = {line.text for look in (before, first) for line in look.scene.lines}
    return any(line.text not in known for line in after.scene.lines if not line.box.overlap(widget.box).area)
