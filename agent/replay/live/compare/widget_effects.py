"""Effects on widgets: a field's focus and text, an indicator's mark, a chosen entry.

Functions as in `effects`: over the recorded transition, this run's and their context, to a reason or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.redact.references import SECRET
from agent.replay.live.compare.frame_diff import changes, differences, touches
from agent.replay.live.compare.screens.look import same_letters
from agent.replay.live.target_name import renamed
from tools.action import Click, Type
from tools.locate.contents import holds
from tools.locate.describe import named_at, resolve
from tools.locate.element import line_at
from tools.locate.errors import NotFound
from tools.locate.look import Look
from tools.ocrtext.may_be import may_be, part_may_be
from tools.ocrtext.typed import is_curved, reads_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent.replay.live.compare.transition import Context, Transition
    from tools.geometry import Point
    from tools.locate.describe import NamedElement
    from tools.see.scene import Line, Scene, Widget

_RING = 4
"""Pixels around a field that show whether it has the focus."""


def the_clicked_field_has_no_focus(then: Transition, now: Transition, context: Context) -> str | None:
    """Nothing changed in the field that was clicked, and did then: what is typed next goes elsewhere."""
    del context
    before, after = now.before.frame, now.after.frame
    if not isinstance(then.action, Click) or before.size != after.size:
        return None
    old, field = _fields(then, now)
    if old is None or field is None:
        return None
    was = touches(old.box.grow(_RING), differences(then.before.frame, then.after.frame))
    is_now = touches(field.box.grow(_RING), changes(before, after))  # a caret counts
    return "nothing changed in the field that was clicked" if was and not is_now else None


def typed_text_is_not_in_its_field(then: Transition, now: Transition, context: Context) -> str | None:
    """What was typed is not read where it belongs, though it was when it was recorded."""
    was, typed = then.action, now.action
    if not (isinstance(was, Type) and isinstance(typed, Type)) or SECRET.search(was.text):
        return None
    text, new = was.text.strip(), typed.text.strip()
    old, field = _fields(then, now)
    if old and field and holds(Look(then.after.frame, context.parser), old, text):
        held = holds(Look(now.after.frame, context.parser), field, new)
        return None if held else f'"{new}" is not read in its field'
    if _shows(then.after, text) and not _shows(now.after, new):
        return f'"{new}" is not read on the screen'
    return None


def typed_text_was_corrected(then: Transition, now: Transition, context: Context) -> str | None:
    """The program made curved quotes of straight ones in what was typed, and did not when it was recorded."""
    del context
    was, typed = then.action, now.action
    if not (isinstance(was, Type) and isinstance(typed, Type)) or _corrected(was.text, then):
        return None
    made = _corrected(typed.text, now)
    return f'"{typed.text.strip()}" was typed, and the program made "{made}" of it' if made else None


def _corrected(typed: str, transition: Transition) -> str | None:
    """What a text that was just drawn became; None: no straight quote in it became a curved one."""
    text = typed.strip()
    stood = [line.text for line in transition.before.lines]
    fresh = (line.text for line in transition.after.lines if line.text not in stood)
    return next((line for line in fresh if is_curved(text, line) and reads_as(text, line)), None)


def another_state(then: Transition, now: Transition, context: Context) -> str | None:
    """What was clicked is not as it was after the click: a box not ticked, an entry not chosen."""
    if now.healed or not isinstance(then.action, Click):
        return None
    name = named_at(then.before, then.action.point)
    if name is None:
        return None
    if name.role == "indicator":
        return _another_mark(name, then.after, renamed(name, context.substitutions), now.after)
    if context.is_last:
        return None
    redrawn = differences(then.before.frame, then.after.frame)
    lines = [line for line in then.after.lines if touches(line.box, redrawn)]
    text = context.substitutions.now(name.locator.text)
    if not _is_shown(name.locator.text, lines) or _is_shown(text, now.after.lines):
        return None
    return None if _is_lit(now, text) else f'"{text}" is not shown as chosen'


def _is_lit(now: Transition, text: str) -> bool:
    """Whether what was clicked is still drawn there, and not read because it is lit."""
    line = line_at(now.before, now.clicked) if now.clicked else None
    if line is None or not may_be(text, line.text):
        return False
    return same_letters(now.before.frame, now.after.frame, line.box)


def _is_shown(text: str, lines: Iterable[Line]) -> bool:
    """Whether the text is one of the lines or stands in one."""
    return any(may_be(text, line.text) or part_may_be(text, line.text) for line in lines)


def _another_mark(old: NamedElement, then: Scene, name: NamedElement, now: Scene) -> str | None:
    was, is_now = _is_ticked(then, old), _is_ticked(now, name)
    if was is None or is_now is None or was == is_now:
        return None
    return f"{name.locator} is {'on' if is_now else 'off'}, and was {'on' if was else 'off'}"


def _fields(then: Transition, now: Transition) -> tuple[Widget | None, Widget | None]:
    """The field that was clicked last in each run; one that its text fills is drawn like a button."""
    old, field = field_at(then.after, then.clicked), field_at(now.after, now.clicked)
    if old is not None and field is None and now.clicked is not None:
        field = now.after.widget_at(now.clicked)
    return old, field


def field_at(scene: Scene, point: Point | None) -> Widget | None:
    """The field or drop-down that a click at that place (frame pixels) went into."""
    widget = scene.widget_at(point) if point is not None else None
    return widget if widget and widget.is_field else None


def _is_ticked(scene: Scene, name: NamedElement) -> bool | None:
    """Whether an indicator is ticked; None where it can't be found, or can't be made out."""
    try:
        widget = scene.widget_at(resolve(scene, name).center)
    except NotFound:
        return None
    return widget.checked if widget else None


def _shows(scene: Scene, text: str) -> bool:
    """Whether every line of a text can be read somewhere on the screen."""
    parts = [part.strip() for part in text.splitlines() if part.strip()]
    return all(
        any(reads_as(part, line.text) or part_may_be(part, line.text) for line in scene.lines)
        for part in parts
    )
