"""Text that was typed into a field, looked at again once the field was left.

Many a field shows what is typed until it loses the focus, and only then cuts, completes or corrects it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import field_named, is_changed, others_change, same_on
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
from agent.redact.references import SECRET
from tools.locate.contents import content, holds, text_part
from tools.locate.errors import NotFound
from tools.locate.fields import is_cell
from tools.locate.sliders import find_holder
from tools.ocrtext.alike import likeness
from tools.ocrtext.typed import reads_as
from tools.ocrtext.units import with_unit
from tools.see.scene import Widget

if TYPE_CHECKING:
    from agent.models.reader.entries.entry import Effect, Entry
    from agent.models.reader.steps import ParsedStep
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.shapes.sliders import Slider

_CORRECTED = 0.6
"""Likeness of a text to what a program corrects it to, at least; below, another record is shown."""


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text that a step typed into a field, and that the field showed."""

    step: int
    target: Locator
    text: str
    widget: Widget
    frame: Frame
    """The one that showed it."""
    read: str
    """What was read in the field then: the text, and perhaps a unit that the field puts to it."""

    def is_there(self, look: Look) -> bool:
        """Whether the field is at its place, and nothing lies on it."""
        return self._field(look) is not None

    def effect_of(self, step: ParsedStep, entered: Entry | None, before: Look, after: Look) -> Effect:  # noqa: ARG002 (an `Entry`'s)
        """What a later step does: to move on to another field is nothing by itself."""
        match step:
            case WaitStep() | ExpectStep() | ReadStep() | PressStep(keys=("tab",) | ("shift", "tab")):
                return "nothing"
            case TypeStep(field=other) | ClearStep(field=other) if other is not None and other != self.target:
                return "nothing"
            case ClickStep(target=other, count=2) if "" != _row_of(self.target) != _row_of(other) != "":
                return "nothing"  # but to open another cell of the table
            case PressStep(keys=("enter",)) | SelectStep() | TickStep() | ChooseStep():
                return "anything"
            case ClickStep(target=target) if target != self.target and any(map(str.isalnum, target.text)):
                return "anything"
        return "changes it"

    def contradiction(self, look: Look) -> str | None:
        """What the field shows instead; separators and units that it adds are no other text."""
        shown = self._other(look)
        return (
            None
            if shown is None
            else f"{self.text!r} was typed into {self.target}, and since it was left it shows {shown!r}"
        )

    def is_undone_by(self, before: Look, after: Look, first: Look) -> bool:  # noqa: ARG002 (an `Entry`'s)
        """Whether another text was made of it, and of no other field's: a button may show another record."""
        shown = self._other(after)
        return (
            shown is not None
            and _is_made_of(self.text, shown)
            and not others_change(before, after, [self.widget])
        )

    def _other(self, look: Look) -> str | None:
        field = self._field(look)
        if field is None or not is_changed(self.frame, look.frame, text_part(field)):
            return None
        shown = content(look, field) or _on_screen(look, field)
        forms = {self.text, with_unit(self.text, self.read)}
        stands = any(holds(look, field, form, left=True) for form in forms)
        return None if stands or any(reads_as(one, shown) for one in (self.text, self.read)) else shown

    def _field(self, look: Look) -> Widget | None:
        if self.frame.size != look.frame.size:
            return None
        return same_on(look, self.widget) or self._cell(look)

    def _cell(self, look: Look) -> Widget | None:
        """The cell of a table in which it was typed: its editor is no more once it is left."""
        cell = field_named(look, self.target) if self.target.qualifiers else None
        is_here = cell is not None and cell.box.contains(self.widget.box.center)
        return cell if cell is not None and is_here and is_cell(look.scene, cell) else None


def typed_text(index: int, step: TypeStep, before: Look, look: Look) -> TypedText | None:
    """What a step has typed, as the look at its end shows it; None where there is nothing to look up."""
    if step.field is None or step.append or not step.text.strip() or SECRET.search(step.text):
        return None
    target, holders = step.field, (_holder(one, step.field, step.text) for one in (look, before))
    field = next((one for one in holders if one is not None), None)
    if not isinstance(field, Widget) or before.frame.size != look.frame.size:
        return None
    return TypedText(index, target, step.text, field, look.frame, content(look, field))


def _holder(look: Look, target: Locator, text: str) -> Widget | Slider | None:
    """What a text was entered into; None where it can't be told, as when a field's placeholder is gone."""
    try:
        return find_holder(look.scene, target, text)
    except NotFound:
        return None


def _on_screen(look: Look, field: Widget) -> str:
    """What is read in a field with the whole screen: a sign alone, beside arrows, may not be by itself."""
    return " ".join(line.text for line in look.scene.lines_in(text_part(field)))


def _row_of(target: Locator) -> str:
    """What names the row of a table that a locator leads into; empty where it names none."""
    rows = (other.text for relation, other in target.qualifiers if relation in ("in row", "next to"))
    return next(rows, "")


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
