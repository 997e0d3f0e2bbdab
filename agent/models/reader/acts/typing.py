"""Typing into fields, and emptying them. The field is read afterwards; what is wrong is done another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import Failed
from agent.models.reader.script import PATIENCE, TRIES, seek
from agent.protocol.write import point_at, press, type_text, wait
from agent.task.variables import SECRET
from tools.locate.contents import content, ends_with, holds, text_part
from tools.locate.errors import NotFound
from tools.locate.fields import find_field

if TYPE_CHECKING:
    from agent.models.reader.commands import Type
    from agent.models.reader.script import Act, Decide
    from agent.protocol.write import Call, PointerAction
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget

_SELECT_ALL: tuple[tuple[tuple[str, ...], ...], ...] = (
    # Tk takes Ctrl+A for the start of the line; the others it knows, as GTK and Qt do.
    (),
    (("ctrl", "home"), ("ctrl", "shift", "end")),
    (("ctrl", "a"),),
)
"""For each try the chords that select what a field holds; the first try's is a triple click."""


_ONE_LINE = 60
"""Pixels; in a higher field a triple click selects one line of several."""


def type_into(command: Type, look: Look) -> Act:
    """Make the field hold the text, or end with it.

    Raises:
        Failed: it does not after all tries.
    """
    assert command.field is not None
    target = command.field
    if command.append:
        return (yield from _append(command.text, target, look))
    if not command.text:
        return (yield from clear(target, look))
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    secret = SECRET.search(command.text) is not None
    for attempt in range(TRIES):
        look = yield from _select_all(field, target, look, attempt)
        look = yield lambda _look: type_text(command.text, f"{target} has the focus.")
        if not holds(look, field, command.text, secret=secret):
            look = yield from _linger(look, f"I don't see the text in {target} yet.")
        if holds(look, field, command.text, secret=secret):
            return look
    raise Failed(f"typed into {target} {TRIES} times, and it shows {_quoted(look, field, command.text)}")


def clear(target: Locator, look: Look) -> Act:
    """Make the field empty.

    Raises:
        Failed: something stands in it after all tries.
    """
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    for attempt in range(TRIES):
        before = content(look, field)
        if not _is_text(before):
            return look
        look = yield from _select_all(field, target, look, attempt)
        look = yield lambda _look: press(("delete",), f"What {target} holds is selected.")
        after = content(look, field)
        if not _is_text(after) or (
            attempt and after != before
        ):  # what comes up in its place is a placeholder
            return look
    raise Failed(f"tried {TRIES} times to empty {target}, and it still shows {content(look, field)!r}")


def type_anywhere(text: str, look: Look) -> Act:
    """Type where the focus is. Nothing may show it (a password asked for in a terminal), so nothing must."""
    del look
    after = yield lambda _look: type_text(text, "The step names no field, so I type where the focus is.")
    if after.changed is None:
        after = yield from _linger(after, "Nothing shows what was typed yet.")
    return after


def _append(text: str, target: Locator, look: Look) -> Act:
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    for _ in range(TRIES):
        before = look.frame.crop(text_part(field)).tobytes()
        look = yield _aim(field, target, "left_click")
        look = yield lambda _look: press(("ctrl", "end"), f"I go to the end of {target}.")
        look = yield lambda _look: type_text(text, f"The caret is at the end of {target}.")
        if SECRET.search(text) or ends_with(text, content(look, field)):
            return look
        if look.frame.crop(text_part(field)).tobytes() != before:
            break  # something came in: adding it once more would make it worse
    raise Failed(f"added to {target}, and it shows {_quoted(look, field, text)}")


def _select_all(field: Widget, target: Locator, look: Look, attempt: int) -> Act:
    """Give the field the focus, with all that it holds selected."""
    chords = _SELECT_ALL[attempt]
    if attempt == 0 and look.has_ink(text_part(field)):
        if field.box.height <= _ONE_LINE:
            return (yield _aim(field, target, "triple_click"))
        chords = _SELECT_ALL[1]
    look = yield _aim(field, target, "left_click")
    for chord in chords:
        look = yield lambda _look, chord=chord: press(chord, f"I select what {target} holds.")  # type: ignore[misc]  # mypy can't infer the default's type
    return look


def _aim(field: Widget, target: Locator, action: PointerAction) -> Decide:
    def decide(look: Look) -> Call:
        current = _current(look, field, target)
        place = text_part(current).center
        state = "" if action == "left_click" else ", and holds a text, which a triple click selects"
        return point_at(
            place, f"the field {target}", f"The field {target} is at ({place.x}, {place.y}){state}.", action
        )

    return decide


def _current(look: Look, field: Widget, target: Locator) -> Widget:
    """The field as it is on this look: what names it may have been a placeholder, which is gone."""
    try:
        return find_field(look.scene, target)
    except NotFound:
        if any(widget.box == field.box for widget in look.scene.widgets):
            return field
        raise


def _linger(look: Look, why: str) -> Act:
    """One more look, for a slow program."""
    del look
    after = yield lambda _look: wait(PATIENCE, why)
    return after


def _quoted(look: Look, field: Widget, text: str) -> str:
    return "something else" if SECRET.search(text) else repr(content(look, field))


def _is_text(content: str) -> bool:
    """Whether there are letters or digits in it, and not only an arrow or a caret."""
    return any(sign.isalnum() for sign in content.rstrip("lI|1"))
