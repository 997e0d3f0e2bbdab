"""Routine of one step: a generator that decides, is sent the next frame, and decides again.

It yields *decisions*, and is sent the look that follows each. A decision is a `Reply`, or, where the reply
depends on what is seen, a function from a look to a reply: when the screen changed before the action, the
action was dropped and the same decision is made anew on the new look. So such a function must find its target
on the look that it is given, and remember nothing. `Sought` asks for a look on which something can be found.

A text is not typed anew like that, for what came in between may have the keyboard: `NotTyped` tells of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from agent.models.reader.errors import NotTyped
from agent.protocol.write import Reply, do
from tools.action import Move, Type
from tools.geometry import Point
from tools.locate.candidates.front import check_keys
from tools.locate.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tools.locate.look import Look

    Found = TypeVar("Found")

TRIES = 3
"""So often a step is tried, each time another way, before it fails."""
LOOKS = 4
"""So many more looks are taken at something that is not in the state that it should be in."""
PATIENCE = 1.0
"""Seconds that each of these looks waits for the screen to change."""
BLINK = 0.7
"""Seconds from typing to when the caret is gone: Chromium's and Swing's go after 0.5 seconds, Qt's
after 0.53, GTK's after 0.6. After a whole second it is there again."""
LATER = (BLINK, PATIENCE - BLINK)
"""Seconds of the looks that are taken where what was typed is not seen at once."""
LONGEST_LOOK = 5.0
"""Seconds of one wait for something missing; it ends early when the screen changes."""


_AIMS = 10
"""So often a field is given the keyboard while the screen goes on changing."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Asks for the first look on which `find` raises no NotFound."""

    find: Callable[[Look], object]


if TYPE_CHECKING:
    Decide = Callable[[Look], Reply]
    Decision = Reply | Decide | Sought
    Routine = Generator[Decision, Look, Look]
    """Is sent looks; returns the last one."""


def _anywhere(look: Look) -> Routine:
    """Leave the keyboard where it is."""
    yield from ()
    return look


def decided(decision: Reply | Decide, look: Look) -> Reply:
    """The reply of a decision to a look.

    Raises:
        NotFound: what it is about is not on the screen.
    """
    return decision if isinstance(decision, Reply) else decision(look)


def typed(text: str, why: str, look: Look, aim: Callable[[Look], Routine] = _anywhere) -> Routine:
    """Type a text; where the screen changed before, give its field the keyboard anew.

    Args:
        text: to be typed.
        why: the reply's sentence.
        look: before it.
        aim: gives the field the keyboard.

    Raises:
        NotTyped: a part of it was typed, or the screen changed each time.
    """
    tries = _AIMS
    while True:
        look = yield from aim(look)
        try:
            return (yield do(Type(text=text), why))
        except NotTyped as untyped:
            tries -= 1
            if untyped.partly or not tries:
                raise
            look = yield from nothing_between(untyped.look)


def move_away(look: Look, why: str) -> Reply:
    """Take the pointer off the place that it clicked last: a tip, or the light under it, may hide a thing."""
    width, height = look.frame.size
    return do(Move(point=Point(width - width // 50, height * 2 // 3)), why, "the edge of the screen")


def nothing_between(look: Look) -> Routine:
    """Return when no dialog is there that came by itself, and would take the keys."""
    _, look = yield from seek(lambda look: check_keys(look.scene), look)
    return look


def seek(find: Callable[[Look], Found], look: Look) -> Generator[Decision, Look, tuple[Found, Look]]:
    """What `find` finds, once it is on the screen. What does not come ends the step, and not in here."""
    try:
        return find(look), look
    except NotFound:
        look = yield Sought(find)
        return find(look), look
