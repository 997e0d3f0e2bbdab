"""Text that was typed where the focus was: whether a field there shows another one.

The step names no field, and what was typed need not be seen anywhere: it may be a password, or keys that a
program obeys. So what a field shows instead is told, and is no failure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import is_changed
from agent.models.reader.steps import TypeStep
from agent.redact.references import SECRET
from tools.locate.contents import content, holds, text_part
from tools.ocrtext.same import equal, letters
from tools.ocrtext.typed import ends_with, goes_on

if TYPE_CHECKING:
    from agent.models.reader.steps import ParsedStep
    from tools.locate.look import Look
    from tools.see.scene import Widget


def shown_instead(step: ParsedStep, before: Look, after: Look) -> str | None:
    """What the one field shows that a step has changed by typing; None where that may be what it typed.

    Args:
        step: what was done.
        before: the look with which it began.
        after: the look with which it ended.
    """
    if not isinstance(step, TypeStep) or step.field is not None or before.frame.size != after.frame.size:
        return None
    if SECRET.search(step.text) or not step.text.isprintable() or not step.text.strip():
        return None
    fields = [one for one in after.scene.widgets if _is_typed_into(one, before, after)]
    if len(fields) != 1 or _may_hold(fields[0], step.text, before, after):
        return None
    return content(after, fields[0])


def _is_typed_into(widget: Widget, before: Look, after: Look) -> bool:
    """Whether a field for one line shows something else than before."""
    if not widget.is_field or after.scene.holds_several_lines(widget):
        return False
    return is_changed(before.frame, after.frame, text_part(widget))


def _may_hold(field: Widget, text: str, before: Look, after: Look) -> bool:
    """Whether the text stands in a field, alone or among others, as far as can be told."""
    shown = content(after, field)
    if not shown or holds(after, field, text, before=before.frame):
        return True
    wanted, read = letters(text), letters(shown)
    places = range(max(0, len(read) - len(wanted)) + 1)
    is_within = any(equal(wanted, read[at : at + len(wanted)]) for at in places)
    return is_within or goes_on(text, shown) or ends_with(text, shown)
