"""Entries: what was typed into a field, looked at again once the field was left.

Many a field shows what is typed until it loses the focus, and only then cuts, completes or corrects it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from agent.models.reader.steps import (
    ChooseStep,
    ClearStep,
    ClickStep,
    PressStep,
    SelectStep,
    TickStep,
    TypeStep,
)
from agent.task.variables import SECRET
from tools.locate.contents import content, holds, text_part
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.observation import bounds, differing, is_caret
from tools.ocrtext.alike import likeness
from tools.ocrtext.typed import reads_as

if TYPE_CHECKING:
    from agent.models.reader.steps import ParsedStep
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

    Leaving = Literal["moves on", "acts", "changes it"]

_CORRECTED = 0.6
"""Likeness of a text to what a program corrects it to, at least; below, another record is shown."""

_SAME_PLACE = 0.8
"""Share of the box around both that two boxes of one field have in common, at least."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that a step typed into a field, and that the field showed."""

    step: int
    """Index of the step."""
    target: Locator
    text: str
    field: Widget
    frame: Frame
    """The one that showed it."""
    read: str
    """What was read in the field then: the text, and perhaps a unit that the field puts to it."""


def entry_of(index: int, step: ParsedStep, before: Look, look: Look) -> Entry | None:
    """What a step has entered, as the look at its end shows it; None where there is nothing to look up."""
    if not isinstance(step, TypeStep) or step.field is None or step.append:
        return None
    if not step.text.strip() or SECRET.search(step.text):
        return None
    field = _field(step.field, look) or _field(step.field, before)
    if field is None or before.frame.size != look.frame.size:
        return None
    return Entry(index, step.field, step.text, field, look.frame, content(look, field))


def _field(target: Locator, look: Look) -> Widget | None:
    """The field on a look; what named it may have been a placeholder, and a full one is like a button."""
    try:
        return find_field(look.scene, target)
    except NotFound:
        return None


def contradiction(entry: Entry, step: ParsedStep, before: Look, after: Look) -> str | None:
    """What to say of a field that shows something else since it was left; None where that is no wonder.

    Args:
        entry: what it showed.
        step: the one that was done since.
        before: the look with which that step began.
        after: the look with which it ended.
    """
    leaving = _leaving(step, entry)
    field = _same_field(entry, after)
    if (
        leaving == "changes it"
        or field is None
        or not _is_changed(entry.frame, after.frame, text_part(field))
    ):
        return None
    shown = content(after, field)
    if holds(after, field, entry.text, left=True) or reads_as(entry.read, shown):
        return None
    if leaving == "acts" and (not _is_made_of(entry.text, shown) or _others_change(field, before, after)):
        return None
    return f"{entry.text!r} was typed into {entry.target}, and since it was left it shows {shown!r}"


def _leaving(step: ParsedStep, entry: Entry) -> Leaving:
    """What a step does to a field that was typed into before it.

    To move on to another field changes nothing by itself; a button or a list may fill the form anew.
    """
    match step:
        case TypeStep(field=other) | ClearStep(field=other) if other is not None and other != entry.target:
            return "moves on"
        case PressStep(keys=("tab",) | ("shift", "tab")):
            return "moves on"
        case PressStep(keys=("enter",)) | SelectStep() | TickStep() | ChooseStep():
            return "acts"
        case ClickStep(target=target) if target != entry.target and any(map(str.isalnum, target.text)):
            return "acts"
    return "changes it"


def _same_field(entry: Entry, look: Look) -> Widget | None:
    """The field on another look; None when it is no longer there, or something lies on it."""
    if entry.frame.size != look.frame.size:
        return None
    return next((one for one in look.scene.widgets if _is_same(one, entry.field)), None)


def _is_same(one: Widget, other: Widget) -> bool:
    """Whether two are one field; a focus ring makes it a little larger or smaller."""
    return one.is_field and one.box.overlap(other.box).area >= _SAME_PLACE * one.box.union(other.box).area


def _is_changed(one: Frame, other: Frame, box: Box) -> bool:
    """Whether two frames differ in a box by more than a caret."""
    found = bounds(differing(one, other, box))
    return found is not None and not is_caret(found)


def _is_made_of(text: str, shown: str) -> bool:
    """Whether one can be made of the other: a number clamped, a text cut, completed or corrected."""
    one, other = ("".join(each.split()).casefold() for each in (text, shown))
    if not other:
        return False
    if _is_number(one) and _is_number(other):
        return True
    return one.startswith(other) or other.startswith(one) or likeness(one, other) >= _CORRECTED


def _is_number(text: str) -> bool:
    return 2 * sum(sign.isdigit() for sign in text) >= len(text)


def _others_change(field: Widget, before: Look, after: Look) -> bool:
    """Whether other fields show something else as well: then the form shows another record."""
    if before.frame.size != after.frame.size:
        return True
    others = (one for one in before.scene.widgets if one.is_field and not _is_same(one, field))
    return any(_is_changed(before.frame, after.frame, text_part(one)) for one in others)
