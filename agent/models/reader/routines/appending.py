"""Routine of adding a text behind what a field holds: what came in once is not added again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.entries.entry import field_named
from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.cells import go_to_end_of_cell
from agent.models.reader.routines.focusing import go_to_end, is_cell_of
from agent.models.reader.routines.leaving import leave
from agent.models.reader.routines.naming import names_its_row, other_name
from agent.models.reader.routines.present import as_it_is
from agent.models.reader.routines.routine import BLINK, LATER, TRIES, seek, typed
from agent.models.reader.routines.telling import check_strayed, quoted, told
from agent.protocol.write import wait
from agent.redact.references import SECRET
from tools.locate.contents import content, is_full, text_part
from tools.locate.fields import find_field
from tools.locate.layout.input_groups import not_in_group
from tools.ocrtext.typed import ends_with, reads_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.routines.routine import Routine
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget


def field_to_edit(target: Locator, look: Look) -> Widget:
    """The field of a name before anything is typed into it, no button beside the one that is meant.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    return not_in_group(look.scene, find_field(look.scene, target), target)


def append(text: str, target: Locator, look: Look, *, stays: bool = False) -> Routine:
    """Make the field end with the text, behind what it holds; `stays` as `type_into` has it.

    Raises:
        StepFailed: it does not after all tries.
    """
    field, look = yield from seek(partial(field_to_edit, target), look)
    if is_cell_of(target, field, look):
        return (yield from _append_to_cell(text, field, target, look, stays=stays))
    for _ in range(TRIES):
        before = look.frame.crop(text_part(field)).tobytes()
        aim = partial(go_to_end, field, target)
        look = yield from typed(text, f"The caret is at the end of {target}.", look, aim)
        check_strayed(text, field, target, look)
        if not _ends(text, field, look):
            look = yield wait(BLINK, f"I don't see the text in {target} yet.")
        if _ends(text, field, look):
            return look
        if look.frame.crop(text_part(field)).tobytes() != before:
            break  # something came in: adding it once more would make it worse
    raise StepFailed(f"added {told(text)} to {target}, and it shows {quoted(look, field, text)}")


def _append_to_cell(text: str, field: Widget, target: Locator, look: Look, *, stays: bool) -> Routine:
    held, add, first = content(look, field), partial(_add, text, field, target), look
    look = yield from add(look)
    if stays:
        return look
    other, again = partial(_other, text, held, target), partial(_again, text, held, target, add)
    if names_its_row(field, target, first) and not SECRET.search(text):
        other = partial(other_name, held + text, field, target)
    return (yield from leave(target, field.box, other, again, look))


def _add(text: str, field: Widget, target: Locator, look: Look) -> Routine:
    """Open the cell's editor, and add the text, once."""
    first = look.frame
    aim = partial(go_to_end_of_cell, field, target, first=first)
    look = yield from typed(text, f"The caret is at the end of {target}.", look, aim)
    for seconds in LATER:
        if not _ends(text, as_it_is(look, field, target, first), look):
            look = yield wait(seconds, f"I don't see the text in {target} yet.")
    if not _ends(text, as_it_is(look, field, target, first), look):
        raise StepFailed(f"added {told(text)} to {target}, and it shows {quoted(look, field, text)}")
    return look


def _ends(text: str, field: Widget, look: Look) -> bool:
    return SECRET.search(text) is not None or ends_with(text, content(look, field))


def _again(text: str, held: str, target: Locator, add: Callable[[Look], Routine], look: Look) -> Routine:
    """Add it once more to a cell that holds what it held at first.

    Raises:
        StepFailed: it holds something else, which it would make worse.
    """
    shown = _shown(target, look)
    if shown is None or not reads_as(held, shown):
        raise StepFailed(f"added {told(text)} to {target}, and since it was left it shows {shown!r}")
    return (yield from add(look))


def _other(text: str, held: str, target: Locator, look: Look) -> str | None:
    """What a cell shows that has not taken a text; None where it has, or can't be told to have: a secret."""
    shown = None if SECRET.search(text) else _shown(target, look)
    if shown is None or (ends_with(text, shown) and not reads_as(held, shown)):
        return None
    return f"{told(text)} was added to {target}, and since it was left it shows {shown!r}"


def _shown(target: Locator, look: Look) -> str | None:
    """What the cell shows; None where that can't be told: it is not there, or is full."""
    cell = field_named(look, target)
    return None if cell is None or is_full(look, cell) else content(look, cell)
