"""Entry: what a step has entered, as the look at its end showed it, and what a later step does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from tools.locate.contents import content, text_part
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.observation import bounds, differing, is_caret
from tools.ocrtext.typed import reads_as
from tools.see.shapes.ticks import has_turned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.reader.steps import ParsedStep
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

Effect = Literal["nothing", "beside it", "anything", "changes it"]
"""What a step does to what was entered before it: nothing by itself, as to type into another field; it sets
something beside it, as to tick another box; it may fill the form anew, as a button; it changes it."""

_SAME_PLACE = 0.8
"""Share of the box around both that two boxes of one field have in common, at least."""


class Entry(Protocol):
    """What a step has entered."""

    @property
    def step(self) -> int:
        """Index of the step."""
        ...

    @property
    def widget(self) -> Widget:
        """What holds it, where it was then."""
        ...

    def is_there(self, look: Look) -> bool:
        """Whether what holds it can still be seen, as far as can be told."""
        ...

    def effect_of(self, step: ParsedStep, entered: Entry | None, before: Look, after: Look) -> Effect:
        """What a later step does to it, which has entered something itself, or nothing."""
        ...

    def contradiction(self, look: Look) -> str | None:
        """What is there instead, as a sentence; None where it still stands, or that can't be told."""
        ...

    def is_undone_by(self, before: Look, after: Look, first: Look) -> bool:
        """Whether a step that may do anything has not done it on purpose, as far as can be told.

        Args:
            before: the look with which that step began.
            after: the look with which it ended.
            first: the look with which the step began that entered it.
        """
        ...


def field_named(look: Look, target: Locator) -> Widget | None:
    """The field of that name on a look; None where it can't be told, as when its placeholder is gone."""
    try:
        return find_field(look.scene, target)
    except NotFound:
        return None


def is_same(one: Widget, other: Widget) -> bool:
    """Whether two are one field or indicator; a focus ring makes it a little larger or smaller."""
    if one.is_field is not other.is_field:
        return False
    return one.box.agreement(other.box) >= _SAME_PLACE


def same_on(look: Look, widget: Widget) -> Widget | None:
    """A field or indicator as it is on another look; None where it is not at its place."""
    return next((one for one in look.scene.widgets if is_same(one, widget)), None)


def is_changed(one: Frame, other: Frame, box: Box) -> bool:
    """Whether two frames of one size differ in a box by more than a caret."""
    found = bounds(differing(one, other, box))
    return found is not None and not is_caret(found)


def others_change(before: Look, after: Look, own: Sequence[Widget]) -> bool:
    """Whether anything else in the form shows something else as well: it was filled anew, or shows another.

    Args:
        before: a look.
        after: a later one.
        own: fields and indicators that do not count; with a radio button those of its group do not.
    """
    if before.frame.size != after.frame.size:
        return True
    others = (one for one in before.scene.widgets if one.is_field or one.is_indicator)
    return any(_changes(one, before, after) for one in others if not any(_goes_with(one, my) for my in own))


def _goes_with(widget: Widget, own: Widget) -> bool:
    return is_same(widget, own) or widget.kind == own.kind == "radio"


def _changes(widget: Widget, before: Look, after: Look) -> bool:
    """Whether a field shows another text, or an indicator another state; a mark of the focus is neither."""
    now = same_on(after, widget)
    if widget.is_indicator:
        state = has_turned(before.frame, after.frame, widget)
        return state if now is None else now.checked is not widget.checked
    if not is_changed(before.frame, after.frame, text_part(widget)):
        return False
    return now is None or not reads_as(content(before, widget), content(after, now))
