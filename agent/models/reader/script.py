"""How an act is written down: a generator that decides, is shown the next frame, and decides again.

An act yields *decisions*, functions from a look to a call, and is sent the look that follows the call. A decision
may be made more than once: when the screen changed before the act, the call was dropped and the same decision is
made anew on the new look. So it must find its target on the look that it is given, and remember nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeVar

from agent.models.reader.errors import Failed, Missing
from agent.models.reader.reply import wait

if TYPE_CHECKING:
    from agent.models.reader.look import Look
    from agent.models.reader.reply import Call

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
    for _ in range(LOOKS):
        try:
            return find(look), look
        except Missing as missing:
            reason = str(missing)
        look = yield lambda _look: wait(PATIENCE, f"I look for something to come up: {reason}.")  # noqa: B023 (used before the next turn)
    try:
        return find(look), look
    except Missing as missing:
        raise Failed(str(missing)) from missing
