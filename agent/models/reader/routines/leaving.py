"""Leaving of a table's cell: until its editor is closed, the program goes on with what the cell held before.

A click does not always close it: a button of Tk's or a tool bar of Qt's takes no focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.cells import reaches_other_rows
from agent.models.reader.routines.routine import PATIENCE
from agent.models.reader.steps import ExpectStep, IfStep, PressStep, ReadStep, TypeStep, WaitStep
from agent.protocol.write import do, wait
from tools.action import Key
from tools.locate.look import changes_between
from tools.observation import bounds, differing
from tools.see.shapes.red_edges import turned_red

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import ParsedStep
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame


def goes_on(following: Sequence[ParsedStep]) -> bool:
    """Whether the keyboard is to stay in a cell, for keys that the task has.

    Args:
        following: the steps after the one that typed into the cell.
    """
    for step in following:
        match step.does if isinstance(step, IfStep) else step:
            case PressStep() | TypeStep(field=None):
                return True
            case WaitStep() | ExpectStep() | ReadStep():
                continue
        if not isinstance(step, IfStep):  # which may do nothing
            return False
    return False


def leave(
    target: Locator,
    cell: Box,
    other: Callable[[Look], str | None],
    again: Callable[[Look], Routine],
    look: Look,
) -> Routine:
    """Close a cell's editor, and see that the cell keeps what was entered.

    By Tab, for Enter might press a dialog's default button; where what was entered is dropped then, as GTK's
    tables do, there is an editor that waits for Enter. Where Tab goes on to another row, the keyboard is
    brought back.

    Args:
        target: the cell's name.
        cell: its box.
        other: in words, what it shows instead of what was entered; None where it does not.
        again: enters it once more.
        look: the one after it was entered.

    Raises:
        StepFailed: the cell shows something else, whichever key it was left with; or its editor is still
            open: it has got a red edge, or has taken the Tab.
    """
    entered = look.frame
    look = yield from _press("tab", target, other, look)
    if turned_red(entered, look.frame, cell):
        raise StepFailed(f"{target} was to be left, and has a red edge now: its table does not take the text")
    if _took_tab(entered, look, cell):
        raise StepFailed(f"{target} was to be left, and has taken the Tab for a part of its text")
    if other(look) is None:
        return (yield from _return(target, cell, entered, look))
    look = yield from again(look)
    look = yield do(Key(keys=("enter",)), f"Tab has {target} drop its text, so I leave it by Enter.")
    entered = look.frame
    look = yield from _press("tab", target, other, look)  # an editor that does not know Enter is still open
    if (told := other(look)) is not None:
        raise StepFailed(f"{told}, by Tab and by Enter")
    return (yield from _return(target, cell, entered, look))


def _return(target: Locator, cell: Box, entered: Frame, look: Look) -> Routine:
    """Go back to the cell's row, where its table goes on to another behind the last column.

    A button that comes next goes by the row that is current: it would remove the wrong one.
    """
    if not any(_is_in_other_row(one, cell) for one in changes_between(entered, look.frame)):
        return look
    return (yield do(Key(keys=("shift", "tab")), f"I go back to the row of {target}: Tab led to another."))


def _is_in_other_row(change: Box, cell: Box) -> bool:
    """Whether what has changed is what names another row, or other cells there before this one's column."""
    return reaches_other_rows(change, cell) and change.left < cell.left


def _took_tab(entered: Frame, look: Look, cell: Box) -> bool:
    """Whether nothing has changed but where the caret is in the cell, as in an editor of several lines."""
    if changes_between(entered, look.frame):
        return False
    moved = bounds(differing(entered, look.frame, cell.clip(look.frame.size)))
    return moved is not None and moved.width >= look.scene.text_height


def _press(key: str, target: Locator, other: Callable[[Look], str | None], look: Look) -> Routine:
    look = yield do(Key(keys=(key,)), f"I leave {target}, for its table to take what it holds.")
    if look.changed is None or other(look) is not None:
        look = yield wait(PATIENCE, f"{target} doesn't show yet that it was left, or what was entered.")
    return look
