"""Routines of typing into fields and clearing them; the field is read afterwards and corrected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import field_named
from agent.models.reader.entries.texts import typed_text
from agent.models.reader.errors import NotTyped, StepFailed
from agent.models.reader.routines.appending import append, field_to_edit
from agent.models.reader.routines.entering import Entering
from agent.models.reader.routines.focusing import is_cell_of, selecting
from agent.models.reader.routines.leaving import leave
from agent.models.reader.routines.naming import names_its_row, other_name
from agent.models.reader.routines.present import as_it_is
from agent.models.reader.routines.routine import LATER, PATIENCE, TRIES, nothing_between, seek, typed
from agent.models.reader.routines.sliding import slide
from agent.models.reader.routines.telling import check_strayed, quoted, told
from agent.protocol.write import do, wait
from agent.redact.references import SECRET
from tools.action import Key
from tools.locate.areas.grown import grown_up
from tools.locate.contents import content, holds, is_completed
from tools.locate.layout.input_groups import not_in_group
from tools.locate.sliders import find_holder, number_in, unit_in
from tools.ocrtext.segments import in_order_of
from tools.see.shapes.sliders import Slider

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.models.reader.steps import TypeStep
    from agent.protocol.write import Reply
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget


def type_into(step: TypeStep, look: Look, *, stays: bool = False) -> Routine:
    """Make the field hold the text, or end with it.

    Args:
        step: Names both.
        look: The one to begin on.
        stays: Whether the keyboard is to stay in a table's cell, which is left otherwise.

    Raises:
        StepFailed: it does not after all tries.
    """
    assert step.field is not None
    target, text = step.field, step.text
    if step.append:
        return (yield from append(text, target, look, stays=stays))
    if not text:
        return (yield from clear(target, look, stays=stays))
    field, look = yield from seek(partial(_to_fill, target, text), look)
    if isinstance(field, Slider):
        return (yield from slide(field, float(number_in(text) or 0), target, look, unit_in(text)))
    first, enter = look, partial(_replace, text, field, target)
    look = yield from enter(look)
    if stays or not is_cell_of(target, field, first):
        return look
    return (yield from leave(target, field.box, _judging(step, field, first, look), enter, look))


def _to_fill(target: Locator, text: str, look: Look) -> Widget | Slider:
    return not_in_group(look.scene, find_holder(look.scene, target, text), target)


def _judging(step: TypeStep, field: Widget, first: Look, look: Look) -> Callable[[Look], str | None]:
    """What tells what a cell shows instead of a text, once it was left.

    Args:
        step: names both.
        field: the cell.
        first: the look on which it was found.
        look: the one after the text was typed.
    """
    entry, target = typed_text(0, step, first, look), step.field
    if entry is None or target is None:
        return _nothing
    is_name = names_its_row(field, target, first)
    return partial(other_name, step.text, field, target) if is_name else entry.contradiction


def _replace(text: str, field: Widget, target: Locator, look: Look) -> Routine:
    """Put the text in the place of what the field holds, each time in another way."""
    secret = SECRET.search(text) is not None
    text, shows = text if secret else in_order_of(content(look, field), text), _shows_one
    if is_cell_of(target, field, look):
        shows = partial(_shows_one, in_cell=True)
    entering, first = Entering(text, field, target, look), look.frame
    for attempt in range(TRIES):
        try:
            look = yield from entering.enter(attempt, look)
        except NotTyped as untyped:
            if secret or not untyped.partly:  # of a secret the field doesn't show whether it is whole
                raise
            look = yield from nothing_between(untyped.look)
            continue
        check_strayed(text, field, target, look)
        for seconds in LATER:  # a caret that touches a letter is no part of it
            if not shows(look, entering.forms, field, target, first):
                look = yield _trim_or_wait(text, field, target, seconds)
        if shows(look, entering.forms, field, target, first):
            return look
    raise StepFailed(
        f"typed {told(text)} into {target} {TRIES} times, and it shows {quoted(look, field, text)}"
    )


def _shows_one(
    look: Look,
    forms: Sequence[str],
    field: Widget,
    target: Locator,
    first: Frame,
    *,
    in_cell: bool = False,
) -> bool:
    """Whether the field holds one of some texts: as first seen, as it is now, or higher by its text.

    The editor in a cell may be narrower than that.
    """
    secret = any(map(SECRET.search, forms))  # of which any ink is one: none but the field's own counts
    now = field if secret else as_it_is(look, field, target, first)
    less = max(field.box.right - now.box.right, now.box.left - field.box.left)
    found = [field]
    if in_cell or less < look.scene.text_height / 2:  # or it is what a selection cut off
        found.append(now)
    grown = None if secret else grown_up(look, field, first)
    if grown is not None:
        found.append(grown)
    return any(holds(look, one, form, secret=secret, before=first) for one in found for form in forms)


def _trim_or_wait(text: str, field: Widget, target: Locator, seconds: float) -> Decide:
    def decide(look: Look) -> Reply:
        if SECRET.search(text) is None and is_completed(look, field, text):
            return do(Key(keys=("delete",)), f"{target} has put something to the text, which I delete.")
        return wait(seconds, f"I don't see the text in {target} yet.")

    return decide


def clear(target: Locator, look: Look, *, stays: bool = False) -> Routine:
    """Make the field empty; `stays` as `type_into` has it.

    Raises:
        StepFailed: something stands in it after all tries.
    """
    field, look = yield from seek(partial(field_to_edit, target), look)
    first, empty = look, partial(_empty, field, target)
    look = yield from empty(look)
    if stays or look is first or not is_cell_of(target, field, first):
        return look
    return (yield from leave(target, field.box, partial(_left_in, target), empty, look))


def _empty(field: Widget, target: Locator, look: Look) -> Routine:
    select_all, first = selecting(field, target, look, for_keys=True), look.frame
    for attempt in range(TRIES):
        before = content(look, as_it_is(look, field, target, first))
        if not _is_text(before):
            return look
        look = yield from select_all(field, target, attempt, look)
        look = yield do(Key(keys=("delete",)), f"What {target} holds is selected.")
        after = content(look, as_it_is(look, field, target, first))
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


def _left_in(target: Locator, look: Look) -> str | None:
    """What a cell shows that was emptied."""
    cell = field_named(look, target)
    shown = content(look, cell) if cell else ""
    return f"{target} was emptied, and since it was left it shows {shown!r}" if _is_text(shown) else None


def _nothing(_look: Look) -> None:
    """What a cell shows that can't be judged, as a secret's."""


def _is_text(content: str) -> bool:
    """Whether there are letters or digits in it, and not only an arrow or a caret."""
    return any(sign.isalnum() for sign in content.rstrip("lI|"))
