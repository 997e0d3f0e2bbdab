"""Routine of typing a date or a time segment by segment, into a field that takes no text in place of all.

A number may be too large beside another that is still to come (31 in February), and be corrected: so the
year comes first, and what is not as it should be at the end is typed once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.routines.present import current
from agent.models.reader.routines.routine import typed
from agent.protocol.write import do
from tools.action import Click, Key
from tools.locate.segments import segments_of
from tools.ocrtext.segments import is_segmented, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.protocol.write import Reply
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

_ROUNDS = 2


def numbers_of(text: str, look: Look, field: Widget) -> list[str]:
    """The numbers of a date or a time, one for each segment that a field shows; none where they don't fit."""
    numbers = [text[part.start : part.stop] for part in parts_of(text)] if is_segmented(text) else []
    fits = all(map(str.isdecimal, numbers)) and len(numbers) == len(segments_of(look, field))
    return numbers if fits else []


def shown_again(begun: list[str], text: str, field: Widget, target: Locator, look: Look) -> Routine:
    """Have a field show its segments again, in the place of what it took of a text: of `14:30` but `:30`.

    Args:
        begun: The numbers of the text that its segments took when it was first seen; none where it had none.
        text: What was typed.
        field: As it was seen.
        target: Its name.
        look: The present one.
    """
    if not begun or numbers_of(text, look, field):
        return look
    return (yield do(Key(keys=("home",)), f"{target} does not show all its segments: at its start it may."))


def type_segments(numbers: list[str], field: Widget, target: Locator, look: Look) -> Routine:
    """Type each number into its segment, the longest first; one that is there already is left alone.

    Args:
        numbers: One for each segment, left to right.
        field: As it was seen.
        target: Its name.
        look: The first.

    Raises:
        NotTyped: the screen changed each time, or while it was typed.
    """
    first = look.frame
    order = sorted(range(len(numbers)), key=lambda at: -len(numbers[at]))
    for at in order * _ROUNDS:
        shown = segments_of(look, current(look, field, target, first))
        if len(shown) != len(numbers):
            return look
        if shown[at].text != numbers[at]:
            why = f"Segment {at + 1} of {target} is selected."
            look = yield from typed(numbers[at], why, look, _aim(at, field, target, first))
    return look


def _aim(at: int, field: Widget, target: Locator, first: Frame) -> Callable[[Look], Routine]:
    def decide(look: Look) -> Reply:
        now = current(look, field, target, first)
        shown = segments_of(look, now)
        place = shown[min(at, len(shown) - 1)].place if shown else now.box.center
        thought = f"Segment {at + 1} of {target} is at ({place.x}, {place.y}): a double click selects it."
        return do(Click(point=place, count=2), thought, f"segment {at + 1} of the field {target}")

    def aim(_look: Look) -> Routine:
        decision: Decide = decide
        return (yield decision)

    return aim
