"""Routines that give a field the keyboard: all that it holds selected, or the caret at its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from agent.models.reader.routines.aiming import SELECT_ALL, aim, is_lit, press
from agent.models.reader.routines.astray import check_selected
from agent.models.reader.routines.cells import edit_cell
from agent.protocol.write import do
from tools.action import Key
from tools.locate.contents import content_line, text_part
from tools.locate.fields import is_cell
from tools.locate.segments import has_segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.reader.routines.routine import Routine
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget


class SelectAll(Protocol):
    """Gives a field the focus, with all that it holds selected."""

    def __call__(
        self, field: Widget, target: Locator, attempt: int, look: Look, *, first: Frame | None = None
    ) -> Routine:
        """Do it, in the way of that try."""
        ...


def go_to_end(field: Widget, target: Locator, _look: Look) -> Routine:
    """Give the field the focus, with the caret behind what it holds."""
    yield aim(field, target, None)
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
    chords, written = SELECT_ALL[attempt], _written(look, field)
    line = None if look.scene.holds_several_lines(field) else written  # of several three clicks select one
    if attempt == 0 and line is not None:
        return (yield from _triple_click(field, target, line, look, first))
    if attempt == 0 and written is not None:
        chords = SELECT_ALL[1]
    has_parts = attempt > 0 and has_segments(look, field)
    if attempt == 1 and has_parts:
        return (yield aim(field, target, first, count=2))
    look = yield aim(field, target, first)
    before = look.frame
    look = yield from _select(chords, field, target, look)
    if line is None or has_parts or is_lit(before, look.frame, line):
        return look
    return (yield aim(field, target, first, count=3))  # it takes none of these keys


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
    look = yield aim(field, target, first, count=3)
    if has_parts or is_lit(before, look.frame, written):
        return look
    return (yield from _select(SELECT_ALL[1], field, target, look))


def _select(chords: Sequence[tuple[str, ...]], field: Widget, target: Locator, look: Look) -> Routine:
    """Select by keys, in no other field.

    Raises:
        StepFailed: in another one.
    """
    before = look
    look = yield from press(chords, target, look)
    check_selected(field, target, before, look)
    return look
