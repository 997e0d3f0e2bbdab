"""Routines that open the editor of a table's cell: all that it holds selected, or the caret at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.aiming import SELECT_ALL, aim, is_lit, press
from agent.models.reader.routines.present import as_it_is
from agent.models.reader.routines.routine import PATIENCE
from agent.protocol.write import do, wait
from tools.action import Key
from tools.locate.contents import text_part
from tools.see.pixels.ink import INK, ground_behind
from tools.see.pixels.lit import is_all_lit

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

_AROUND = 4
"""Pixels by which the editor of a cell may be larger than that."""


def edit_cell(
    field: Widget,
    target: Locator,
    attempt: int,
    look: Look,
    *,
    first: Frame | None = None,
    for_keys: bool = False,
) -> Routine:
    """Open the editor of a table's cell, and select what it holds, where its opening has not done so.

    By no key that moves about in the table where no editor has opened.

    Args:
        field: the cell, as it was seen.
        target: its name.
        attempt: the number of the try.
        look: the present one.
        first: as `current` has it.
        for_keys: whether keys follow, which may delete all rows where the table is selected.

    Raises:
        StepFailed: it is, where keys follow: no editor has opened.
    """
    before, written = look.frame, look.ink(text_part(field))
    look = yield aim(field, target, first, count=2)
    if attempt == 0 and (written is None or _is_selected(before, look, written, field, target)):
        return look
    look = yield from press(SELECT_ALL[2], target, look)
    if for_keys and any(_is_in_column_beyond(one, field.box) for one in look.changes):
        raise StepFailed(f"no editor of {target} was seen to open")
    if written is None or _is_selected(before, look, written, field, target, full=True):
        return look
    return (yield aim(field, target, first, count=3))  # Tk takes Ctrl+A for the start of the line


def go_to_end_of_cell(field: Widget, target: Locator, look: Look, *, first: Frame) -> Routine:
    """Open the editor of a table's cell, with the caret behind what it holds; `first` as `current` has it.

    Raises:
        StepFailed: no editor has opened: the key went to the table, or to nothing.
    """
    held = look.ink(text_part(field)) is not None
    look = yield from edit_cell(field, target, 1 if held else 0, look, first=first, for_keys=True)
    if not held:
        return look
    look = yield do(Key(keys=("end",)), f"I go to the end of {target}.")
    if look.changed is None:
        look = yield wait(PATIENCE, f"I don't see yet that what {target} holds is not selected any more.")
    own = [one for one in look.changes if one.overlap(field.box.grow(_AROUND)) == one]
    others = (one for one in look.changes if one not in own)
    if own and not any(_is_in_table(one, field.box) for one in others):
        return look
    raise StepFailed(f"no editor of {target} was seen to open")


def reaches_other_rows(change: Box, cell: Box) -> bool:
    """Whether what has changed lies above a cell's row or below it, by half a row at least."""
    far = cell.height // 2
    return change.top < cell.top - far or change.bottom > cell.bottom + far


def _is_in_column_beyond(change: Box, cell: Box) -> bool:
    return reaches_other_rows(change, cell) and change.gap_across(cell) == 0


def _is_in_table(change: Box, cell: Box) -> bool:
    """Whether what has changed is on a cell's row, or in its column."""
    return change.same_row(cell) or change.gap_across(cell) == 0


def _is_selected(
    before: Frame, look: Look, written: Box, cell: Widget, target: Locator, *, full: bool = False
) -> bool:
    """Whether the text of a cell has a ground of its own, at its place or where its editor shows it."""
    is_here = _is_selected_here(before, look, written, cell, full=full)
    return is_here or _is_selected_elsewhere(before, look, cell, target)


def _is_selected_here(before: Frame, look: Look, written: Box, cell: Widget, *, full: bool) -> bool:
    """Whether the text has a ground of its own where it stood: an opened editor has another all over.

    Where it fills its cell, its row may as well be selected: `full` says what is supposed then.
    """
    if not is_lit(before, look.frame, written):
        return False
    start = written.right + round(look.scene.text_height / 2)
    rest = written._replace(left=start, width=text_part(cell).right - start)
    if rest.width < look.scene.text_height:
        return full
    above = written._replace(top=max(0, written.top - 1), height=1)  # where no letter is
    grounds = [ground_behind(look.frame, part) for part in (above, rest)]
    return bool(np.abs(grounds[0] - grounds[1]).max() > INK)


def _is_selected_elsewhere(before: Frame, look: Look, cell: Widget, target: Locator) -> bool:
    """Whether all that an editor holds is selected, which shows it at another place than the cell did.

    A third click would be one too many: some pages open another editor by it, an empty one.
    """
    editor = as_it_is(look, cell, target, before)
    return is_all_lit(look.frame, text_part(editor)) and not is_all_lit(before, text_part(cell))
