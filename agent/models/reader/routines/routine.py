"""Routine of one step: a generator that decides, is sent the next frame, and decides again.

It yields *decisions*, and is sent the look that follows each. A decision is a `Reply`, or, where the reply
depends on what is seen, a function from a look to a reply: when the screen changed before the action, the
action was dropped and the same decision is made anew on the new look. So such a function must find its target
on the look that it is given, and remember nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from agent.models.reader.errors import StepFailed
from agent.protocol.write import Reply, do, wait
from tools.action import Move
from tools.geometry import Point
from tools.locate.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tools.locate.look import Look

    Found = TypeVar("Found")

    Decide = Callable[[Look], Reply]
    Decision = Reply | Decide
    Routine = Generator[Decision, Look, Look]
    """Is sent looks; returns the last one."""

TRIES = 3
"""So often a step is tried, each time another way, before it fails."""
LOOKS = 4
"""So many more looks are taken for something that is not there."""
PATIENCE = 1.0
"""Seconds that each of these looks waits for the screen to change."""


def decided(decision: Decision, look: Look) -> Reply:
    """The reply of a decision to a look.

    Raises:
        NotFound: what it is about is not on the screen.
    """
    return decision if isinstance(decision, Reply) else decision(look)


def seek(find: Callable[[Look], Found], look: Look) -> Generator[Decision, Look, tuple[Found, Look]]:
    """What `find` finds, once it is on the screen.

    Raises:
        StepFailed: it did not come.
    """
    for turn in range(LOOKS):
        try:
            return find(look), look
        except NotFound as missing:
            look = yield _move_away(look, str(missing)) if turn == 1 else _wait_more(str(missing))
    try:
        return find(look), look
    except NotFound as missing:
        raise StepFailed(str(missing)) from missing


def _wait_more(reason: str) -> Reply:
    return wait(PATIENCE, f"I wait, it may still come up: {reason}.")


def _move_away(look: Look, reason: str) -> Reply:
    """Take the pointer off the place that it clicked last: the tip that shows there may cover the target."""
    width, height = look.frame.size
    aside = Point(width - width // 50, height * 2 // 3)
    return do(Move(point=aside), f"A tip may cover it: {reason}.", "the edge of the screen")
