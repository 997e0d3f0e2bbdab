"""How an act is written down: a generator that decides, is shown the next frame, and decides again.

An act yields *decisions*, functions from a look to a call, and is sent the look that follows the call. A
decision may be made more than once: when the screen changed before the act, the call was dropped and the same
decision is made anew on the new look. So it must find its target on the look that it is given, and remember
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from agent.models.reader.errors import Failed
from agent.protocol.write import point_at, wait
from tools.geometry import Point
from tools.locate.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from agent.protocol.write import Call
    from tools.locate.look import Look

    Found = TypeVar("Found")

    Decide = Callable[[Look], Call]
    Act = Generator[Decide, Look, Look]
    """Is sent looks; returns the last one."""

TRIES = 3
"""So often a step is tried, each time another way, before it fails."""
LOOKS = 4
"""So many more looks are taken for something that is not there."""
PATIENCE = 1.0
"""Seconds that each of these looks waits for the screen to change."""


def seek(find: Callable[[Look], Found], look: Look) -> Generator[Decide, Look, tuple[Found, Look]]:
    """What `find` finds, once it is on the screen.

    Raises:
        Failed: it did not come.
    """
    for turn in range(LOOKS):
        try:
            return find(look), look
        except NotFound as missing:
            look = yield _move_away(str(missing)) if turn == 1 else _wait_more(str(missing))
    try:
        return find(look), look
    except NotFound as missing:
        raise Failed(str(missing)) from missing


def _wait_more(reason: str) -> Decide:
    return lambda _look: wait(PATIENCE, f"I wait, it may still come up: {reason}.")


def _move_away(reason: str) -> Decide:
    """Take the pointer off the place that it clicked last: the tip that shows there may cover the target."""

    def decide(look: Look) -> Call:
        width, height = look.frame.size
        aside = Point(width - width // 50, height * 2 // 3)
        return point_at(aside, "the edge of the screen", f"A tip may cover it: {reason}.", "mouse_move")

    return decide
