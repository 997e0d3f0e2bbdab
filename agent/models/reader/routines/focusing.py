"""Routines that give a field the keyboard: all that it holds selected, or the caret at its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.astray import check_selected
from agent.models.reader.routines.routine import PATIENCE
from agent.protocol.write import do, wait
from tools.action import Click, Key
from tools.locate.contents import content_line, text_part
from tools.locate.errors import NotFound
from tools.locate.fields import find_field, is_cell
from tools.locate.segments import has_segments, place_to_type
from tools.see.pixels.ink import INK, ground_behind
from tools.see.pixels.lit import is_all_lit, is_lit_since

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

_STATES = {
    1: "",
    2: ", and a double click opens it, or selects its first part",
    3: ", and holds a text, which a triple click selects",
}
_SELECT_ALL: tuple[tuple[tuple[str, ...], ...], ...] = (
    # Tk takes Ctrl+A for the start of the line; the others it knows, as GTK and Qt do.
    (),
    (("ctrl", "home"), ("ctrl", "shift", "end")),
    (("ctrl", "a"),),
)
"""For each try the chords that select what a field holds; the first try's is a triple click.

The second try of a date goes segment by segment, for Qt takes nothing in the place of all; where they are not
made out, its chord is a double click on the first.
"""
_LIT = 0.5
"""Share of the pixels of a text that are drawn otherwise once it is selected, at least."""
_ASTRAY = 2
"""Pixels by which the edges of a field and of its end may differ."""
_AROUND = 4
"""Pixels by which the editor of a cell may be larger than that."""


class SelectAll(Protocol):
    """Gives a field the focus, with all that it holds selected."""

    def __call__(
        self, field: Widget, target: Locator, attempt: int, look: Look, *, first: Frame | None = None
    ) -> Routine:
        """Do it, in the way of that try."""
        ...


def go_to_end(field: Widget, target: Locator, _look: Look) -> Routine:
    """Give the field the focus, with the caret behind what it holds."""
    yield _aim(field, target, None)
    return (yield do(Key(keys=("ctrl", "end")), f"I go to the end of {target}."))


def selecting(field: Widget, target: Locator, look: Look, *, for_keys: bool = False) -> SelectAll:
    """How all that a field holds is selected; told once, on the look on which it was found.

    For a text, which goes to the cell that was clicked; or `for_keys`, as `edit_cell` has it.
    """
    if not is_cell_of(target, field, look):
        return select_all
    return partial(edit_cell, for_keys=True) if for_keys else edit_cell


def is_cell_of(target: Locator, field: Widget, look: Look) -> bool:
    """Whether a locator leads into a table, to a cell that has yet to be opened."""
    return bool(target.qualifiers) and is_cell(look.scene, field)


def select_all(
    field: Widget, target: Locator, attempt: int, look: Look, *, first: Frame | None = None
) -> Routine:
    """Give the field the focus, with all that it holds selected; `first` as `current` has it."""
    chords, written = _SELECT_ALL[attempt], _written(look, field)
    line = None if look.scene.holds_several_lines(field) else written  # of several three clicks select one
    if attempt == 0 and line is not None:
        return (yield from _triple_click(field, target, line, look, first))
    if attempt == 0 and written is not None:
        chords = _SELECT_ALL[1]
    has_parts = attempt > 0 and has_segments(look, field)
    if attempt == 1 and has_parts:
        return (yield _aim(field, target, first, count=2))
    look = yield _aim(field, target, first)
    before = look.frame
    look = yield from _select(chords, field, target, look)
    if line is None or has_parts or _is_lit(before, look.frame, line):
        return look
    return (yield _aim(field, target, first, count=3))  # it takes none of these keys


def _written(look: Look, field: Widget) -> Box | None:
    """Where a field's text stands; None where it has none. What seems an arrow may be a part of it."""
    ink = look.ink(text_part(field))
    if ink is not None:
        return ink
    line = content_line(look, field)
    return line.box if line.text else None


def _triple_click(field: Widget, target: Locator, written: Box, look: Look, first: Frame | None) -> Routine:
    """Select by a triple click; where nothing is lit then (a spin box of Tk's takes none), by keys.

    Of a date they are not pressed: where it takes none of them, a page scrolls instead.
    """
    before, has_parts = look.frame, has_segments(look, field)
    look = yield _aim(field, target, first, count=3)
    if has_parts or _is_lit(before, look.frame, written):
        return look
    return (yield from _select(_SELECT_ALL[1], field, target, look))


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
    look = yield _aim(field, target, first, count=2)
    if attempt == 0 and (written is None or _is_selected(before, look, written, field, target)):
        return look
    look = yield from _press(_SELECT_ALL[2], target, look)
    if for_keys and any(_is_in_column_beyond(one, field.box) for one in look.changes):
        raise StepFailed(f"no editor of {target} was seen to open")
    if written is None or _is_selected(before, look, written, field, target, full=True):
        return look
    return (yield _aim(field, target, first, count=3))  # Tk takes Ctrl+A for the start of the line


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
    if not _is_lit(before, look.frame, written):
        return False
    start = written.right + round(look.scene.text_height / 2)
    rest = written._replace(left=start, width=text_part(cell).right - start)
    if rest.width < look.scene.text_height:
        return full
    above = written._replace(top=max(0, written.top - 1), height=1)  # where no letter is
    grounds = [ground_behind(look.frame, part) for part in (above, rest)]
    return bool(np.abs(grounds[0] - grounds[1]).max() > INK)


def _select(chords: Sequence[tuple[str, ...]], field: Widget, target: Locator, look: Look) -> Routine:
    """Select by keys, in no other field.

    Raises:
        StepFailed: in another one.
    """
    before = look
    look = yield from _press(chords, target, look)
    check_selected(field, target, before, look)
    return look


def _is_selected_elsewhere(before: Frame, look: Look, cell: Widget, target: Locator) -> bool:
    """Whether all that an editor holds is selected, which shows it at another place than the cell did.

    A third click would be one too many: some pages open another editor by it, an empty one.
    """
    editor = as_it_is(look, cell, target, before)
    return is_all_lit(look.frame, text_part(editor)) and not is_all_lit(before, text_part(cell))


def _press(chords: Sequence[tuple[str, ...]], target: Locator, look: Look) -> Routine:
    for chord in chords:
        look = yield do(Key(keys=chord), f"I select what {target} holds.")
    return look


def _is_lit(before: Frame, after: Frame, written: Box) -> bool:
    """Whether a text has another ground than it had, or it can't be told: a caret alone changes little."""
    if before.size != after.size:
        return True
    differs = before.words[written.slices] != after.words[written.slices]
    return float(differs.mean()) >= _LIT


def _aim(field: Widget, target: Locator, first: Frame | None, *, count: Literal[1, 2, 3] = 1) -> Decide:
    def decide(look: Look) -> Reply:
        place = place_to_type(look, current(look, field, target, first))
        state = _STATES[count]
        thought = f"The field {target} is at ({place.x}, {place.y}){state}."
        return do(Click(point=place, count=count), thought, f"the field {target}")

    return decide


def current(look: Look, field: Widget, target: Locator, first: Frame | None = None) -> Widget:
    """The field as it is on this look.

    What names it may have been a placeholder, which is gone; and a selection, or a caret on a shaded ground,
    may cut it in two.

    Args:
        look: The present one.
        field: As it was seen.
        target: Its name.
        first: The frame on which it was seen; where its border stands as it did there, or the very text is
            selected that it held, it is the same.

    Raises:
        NotFound: it is not there any more.
    """
    stands = first is not None and _has_same_border(look.frame, first, field.box)
    try:
        now = find_field(look.scene, target)
    except NotFound:
        is_selected = first is not None and is_lit_since(first, look.frame, field.box)
        is_end = any(_is_end_of(widget.box, field.box) for widget in look.scene.widgets)
        if stands or is_selected or is_end:
            return field
        raise
    is_here = now.box.contains(field.box.center)
    return field if is_here and (stands or _is_cell_around(now, field, look)) else now


def _is_cell_around(now: Widget, field: Widget, look: Look) -> bool:
    """Whether what bears the name now is the cell around the field that bore it, which is not seen."""
    is_larger = now.box != field.box and now.box.overlap(field.box) == field.box
    return is_larger and is_cell(look.scene, now)


def as_it_is(look: Look, field: Widget, target: Locator, first: Frame) -> Widget:
    """The field as what it holds has left it: some are as wide as that, others get an edge by the focus."""
    try:
        now = current(look, field, target, first)
    except NotFound:  # hidden, by its list for one; or a cell held its own name
        now = field
    if now == field and any(relation == "in row" for relation, _ in target.qualifiers):
        now = _editor_in(field, look)
    return now if now.kind == field.kind and now.box.contains(field.box.center) else field


def _editor_in(cell: Widget, look: Look) -> Widget:
    """The field that stands where a cell was, and is no list over several rows; else the cell."""
    high = 2 * cell.box.height
    there = [one for one in look.scene.widgets if one.box.contains(cell.box.center) and one.box.height < high]
    fields = [one for one in there if one.kind == cell.kind and not _is_end_of(one.box, cell.box)]
    return min(fields, key=lambda one: one.box.area, default=cell)


def _is_end_of(part: Box, field: Box) -> bool:
    """Whether what was made out is a field, or what is behind a selection as high as the field is."""
    ends = (part.right - field.right, part.top - field.top, part.bottom - field.bottom)
    return part == field or (part.left > field.left and max(map(abs, ends)) <= _ASTRAY)


def _has_same_border(one: Frame, other: Frame, box: Box) -> bool:
    if one.size != other.size:
        return False
    around, inside = box.grow(1).clip(one.size), box.grow(-1)
    differs = one.words[around.slices] != other.words[around.slices]
    differs[inside.shift(-around.left, -around.top).slices] = False
    return not differs.any()
