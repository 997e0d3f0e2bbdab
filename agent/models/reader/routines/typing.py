"""Routines of typing into fields and clearing them; the field is read afterwards and corrected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from agent.models.reader.errors import NotTyped, StepFailed
from agent.models.reader.routines.routine import PATIENCE, TRIES, nothing_between, seek, typed
from agent.models.reader.routines.sliding import slide
from agent.protocol.write import do, wait
from agent.redact.references import SECRET
from tools.action import Click, Key
from tools.locate.contents import content, has_segments, holds, place_to_type, text_part
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.sliders import find_holder, number_in, unit_in
from tools.ocrtext.segments import in_order_of
from tools.ocrtext.typed import ends_with, with_unit
from tools.see.shapes.sliders import Slider

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Decide, Routine
    from agent.models.reader.steps import TypeStep
    from agent.protocol.write import Reply
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget

_STATES = {
    1: "",
    2: ", and holds segments, of which a double click selects the first",
    3: ", and holds a text, which a triple click selects",
}
_SELECT_ALL: tuple[tuple[tuple[str, ...], ...], ...] = (
    # Tk takes Ctrl+A for the start of the line; the others it knows, as GTK and Qt do.
    (),
    (("ctrl", "home"), ("ctrl", "shift", "end")),
    (("ctrl", "a"),),
)
"""For each try the chords that select what a field holds; the first try's is a triple click.

The second try's of a date is a double click on its first segment: Qt, which takes nothing in the place of all
segments but goes on to the next one at each mark, takes the first one then, and the others at the third try.
"""


def type_into(step: TypeStep, look: Look) -> Routine:
    """Make the field hold the text, or end with it.

    Raises:
        StepFailed: it does not after all tries.
    """
    assert step.field is not None
    target, text = step.field, step.text
    if step.append:
        return (yield from _append(text, target, look))
    if not text:
        return (yield from clear(target, look))
    field, look = yield from seek(lambda look: find_holder(look.scene, target, text), look)
    if isinstance(field, Slider):
        return (yield from slide(field, float(number_in(text) or 0), target, look, unit_in(text)))
    secret = SECRET.search(text) is not None
    before = "" if secret else content(look, field)
    text = in_order_of(before, text)
    forms, first = (text, with_unit(text, before)), look.frame
    for attempt in range(TRIES):
        aim = partial(_select_all, field, target, attempt)
        try:
            look = yield from typed(text, f"{target} has the focus.", look, aim)
        except NotTyped as untyped:
            if secret or not untyped.partly:  # of a secret the field doesn't show whether it is whole
                raise
            look = yield from nothing_between(untyped.look)
            continue
        _check_strayed(text, field, target, look)
        if not any(holds(look, field, form, secret=secret, before=first) for form in forms):
            look = yield wait(PATIENCE, f"I don't see the text in {target} yet.")
        if any(holds(look, field, form, secret=secret, before=first) for form in forms):
            return look
    raise StepFailed(
        f"typed {_told(text)} into {target} {TRIES} times, and it shows {_quoted(look, field, text)}"
    )


def clear(target: Locator, look: Look) -> Routine:
    """Make the field empty.

    Raises:
        StepFailed: something stands in it after all tries.
    """
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    for attempt in range(TRIES):
        before = content(look, field)
        if not _is_text(before):
            return look
        look = yield from _select_all(field, target, attempt, look)
        look = yield do(Key(keys=("delete",)), f"What {target} holds is selected.")
        after = content(look, field)
        is_placeholder = attempt > 0 and after != before  # it came up in the place of what was deleted
        if is_placeholder or not _is_text(after):
            return look
    raise StepFailed(f"tried {TRIES} times to empty {target}, and it still shows {content(look, field)!r}")


def type_anywhere(text: str, look: Look) -> Routine:
    """Type where the focus is. Nothing may show it (a password asked for in a terminal), so nothing must."""
    look = yield from nothing_between(look)
    look = yield from typed(text, "The step names no field, so I type where the focus is.", look)
    if look.changed is None:
        look = yield wait(PATIENCE, "Nothing shows what was typed yet.")
    return look


def _append(text: str, target: Locator, look: Look) -> Routine:
    field, look = yield from seek(lambda look: find_field(look.scene, target), look)
    for _ in range(TRIES):
        before = look.frame.crop(text_part(field)).tobytes()
        aim = partial(_go_to_end, field, target)
        look = yield from typed(text, f"The caret is at the end of {target}.", look, aim)
        _check_strayed(text, field, target, look)
        if SECRET.search(text) or ends_with(text, content(look, field)):
            return look
        if look.frame.crop(text_part(field)).tobytes() != before:
            break  # something came in: adding it once more would make it worse
    raise StepFailed(f"added {_told(text)} to {target}, and it shows {_quoted(look, field, text)}")


def _go_to_end(field: Widget, target: Locator, _look: Look) -> Routine:
    """Give the field the focus, with the caret behind what it holds."""
    yield _aim(field, target)
    return (yield do(Key(keys=("ctrl", "end")), f"I go to the end of {target}."))


def _select_all(field: Widget, target: Locator, attempt: int, look: Look) -> Routine:
    """Give the field the focus, with all that it holds selected."""
    chords = _SELECT_ALL[attempt]
    if attempt == 0 and look.has_ink(text_part(field)):
        if not look.scene.holds_several_lines(field):  # there it would select one of them
            return (yield _aim(field, target, count=3))
        chords = _SELECT_ALL[1]
    if attempt == 1 and has_segments(look, field):
        return (yield _aim(field, target, count=2))
    look = yield _aim(field, target)
    for chord in chords:
        look = yield do(Key(keys=chord), f"I select what {target} holds.")
    return look


def _aim(field: Widget, target: Locator, *, count: Literal[1, 2, 3] = 1) -> Decide:
    def decide(look: Look) -> Reply:
        place = place_to_type(look, current(look, field, target))
        state = _STATES[count]
        thought = f"The field {target} is at ({place.x}, {place.y}){state}."
        return do(Click(point=place, count=count), thought, f"the field {target}")

    return decide


def current(look: Look, field: Widget, target: Locator) -> Widget:
    """The field as it is on this look: what names it may have been a placeholder, which is gone."""
    try:
        return find_field(look.scene, target)
    except NotFound:
        if any(widget.box == field.box for widget in look.scene.widgets):
            return field
        raise


def _check_strayed(text: str, field: Widget, target: Locator, look: Look) -> None:
    """Check that what was just typed did not go into another field: this one did not take the keyboard.

    Raises:
        StepFailed: that one has changed, and this one has not.
    """
    if any(box.meets(field.box) for box in look.changes):
        return
    others = (one for one in look.scene.widgets if one.is_field and not one.box.meets(field.box))
    other = next((one for one in others if any(one.box.contains(box.center) for box in look.changes)), None)
    if other is not None:
        place = other.box.center
        raise StepFailed(
            f"typed {_told(text)}, and it went into another field, at ({place.x}, {place.y}): "
            f"{target} does not take the keyboard"
        )


def _told(text: str) -> str:
    return "a secret" if SECRET.search(text) else repr(text)


def _quoted(look: Look, field: Widget, text: str) -> str:
    return "something else" if SECRET.search(text) else repr(content(look, field))


def _is_text(content: str) -> bool:
    """Whether there are letters or digits in it, and not only an arrow or a caret."""
    return any(sign.isalnum() for sign in content.rstrip("lI|"))
