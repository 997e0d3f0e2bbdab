"""Routines of a tree's entries: opened and closed by the mark before them, which works in every toolkit."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import LOOKS, PATIENCE, seek
from agent.models.reader.routines.scrolling import scroll
from agent.models.reader.steps import ScrollStep
from agent.protocol.write import do, wait
from tools.action import Click
from tools.locate.errors import NotFound
from tools.locate.expanders import expander_of
from tools.locate.find import find, may_see
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import FoldStep
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.see.shapes.expanders import Expander

    Place = Callable[[Look], Box]


def fold(step: FoldStep, look: Look) -> Routine:
    """Open or close an entry; those above it in its path are opened.

    Raises:
        StepFailed: its mark does not change.
    """
    for part, following in pairwise(step.path):
        place = partial(_place, Locator(part))
        look = yield from _fold(place, look, to="open", name=f'"{part}"')
        look = yield from _scrolled_to(following, look)
    wanted = "open" if step.opens else "closed"
    return (yield from _fold(partial(_place, step.target), look, to=wanted, name=str(step.target)))


def open_entry(entry: Box, following: str, look: Look) -> Routine:
    """Open an entry that was clicked, if it is a tree's and closed, and scroll to the one that follows.

    A menu, or what is open already, is left as it is.
    """
    mark = expander_of(look.scene, entry)
    if may_see(look.scene, following) or mark is None or mark.fold == "open":
        return look
    look = yield partial(_turn, lambda _: entry, "the entry")
    return (yield from _scrolled_to(following, look))


def _fold(place: Place, look: Look, *, to: str, name: str) -> Routine:
    mark, look = yield from seek(lambda look: _mark(place, look), look)
    if mark.fold == to:
        return look
    look = yield partial(_turn, place, name)
    for _ in range(LOOKS):
        mark, look = yield from seek(lambda look: _mark(place, look), look)
        if mark.fold == to:
            return look
        look = yield wait(PATIENCE, f"{name} is not {to} yet.")
    raise StepFailed(f"the mark before {name} was clicked, and still says that it is {mark.fold}")


def _scrolled_to(following: str, look: Look) -> Routine:
    if not may_see(look.scene, following):
        look = yield from scroll(ScrollStep("down", following, None), look)
    return look


def _turn(place: Place, name: str, look: Look) -> Reply:
    """Click the mark."""
    mark = _mark(place, look)
    point = mark.box.center
    seen = f"The entry is {mark.fold}, as its mark at ({point.x}, {point.y}) says."
    return do(Click(point=point), seen, f"the mark before {name}")


def _mark(place: Place, look: Look) -> Expander:
    mark = expander_of(look.scene, place(look))
    if mark is None:
        raise NotFound("the entry bears no mark that says whether it is open")
    return mark


def _place(entry: Locator, look: Look) -> Box:
    return find(look.scene, entry).line.box
