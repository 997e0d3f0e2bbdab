"""Routine of a tree's entries: opened by the mark before them, which works in every toolkit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.routines.scrolling import scroll
from agent.models.reader.steps import ScrollStep
from agent.protocol.write import do
from tools.action import Click
from tools.locate.errors import NotFound
from tools.locate.find import may_see
from tools.see.shapes.arrows import find_expander

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.look import Look


def open_entry(entry: Box, following: str, look: Look) -> Routine:
    """Open an entry that was clicked, if it is a tree's and closed, and scroll to the one that follows.

    A menu, or what is open already, is left as it is.
    """
    if may_see(look.scene, following) or find_expander(look.frame, entry) is None:
        return look
    look = yield partial(_open, entry)
    if not may_see(look.scene, following):
        look = yield from scroll(ScrollStep("down", following, None), look)
    return look


def _open(entry: Box, look: Look) -> Reply:
    mark = find_expander(look.frame, entry)
    if mark is None:
        raise NotFound("the entry bears no mark any more that it is closed")
    place = mark.center
    return do(
        Click(point=place), f"The entry is closed, as its mark at ({place.x}, {place.y}) says.", "the mark"
    )
