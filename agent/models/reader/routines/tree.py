"""Routines of a tree's entries: opened and closed by the mark before them, which works in every toolkit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import LOOKS, PATIENCE, seek
from agent.models.reader.routines.scrolling import scroll
from agent.models.reader.steps import ScrollStep
from agent.protocol.write import do, wait
from tools.action import Click
from tools.locate.errors import NotFound
from tools.locate.expanders import belongs_to, expander_of, find_by_path
from tools.locate.find import may_see
from tools.locate.locator import Locator
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    path = [*map(Locator, step.path[:-1]), step.target]
    for number in range(1, len(path)):
        look = yield from unfold(path[:number], path[number].text, look)
    wanted = "open" if step.opens else "closed"
    return (yield from _fold(partial(_place, path), look, to=wanted, name=str(step.target)))


def unfold(path: Sequence[Locator], following: str, look: Look) -> Routine:
    """Open the last entry of a path by its mark, and scroll to the one that follows.

    Raises:
        StepFailed: its mark does not change.
    """
    look = yield from _fold(partial(_place, path), look, to="open", name=str(path[-1]))
    return (yield from _scrolled_to(following, look))


def open_entry(entry: Box, following: str, look: Look) -> Routine:
    """Open an entry that was clicked, if it is a tree's and closed, and scroll to the one that follows.

    A menu, or what is open already, is left as it is.
    """
    mark = expander_of(look.scene, entry)
    below = (line for line in look.scene.lines if belongs_to(look.scene, entry, line.box))
    is_there = mark is None or any(may_be(following, line.text) for line in below)
    if mark is None or mark.fold == "open" or is_there:
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


def _place(path: Sequence[Locator], look: Look) -> Box:
    return find_by_path(look.scene, path).line.box
