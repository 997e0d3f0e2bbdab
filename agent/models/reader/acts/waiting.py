"""Waiting and scrolling until a text can be seen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.models.reader.errors import Failed
from agent.models.reader.script import seek
from agent.protocol.write import turn_wheel, wait
from tools.locate.fields import find_area
from tools.locate.find import absent, sees

if TYPE_CHECKING:
    from agent.models.reader.commands import Scroll, Wait
    from agent.models.reader.script import Act
    from agent.protocol.write import Call
    from tools.geometry import Point
    from tools.locate.look import Look

_LONGEST_LOOK = 5.0
"""Seconds of one wait; it ends early when the screen changes."""
_NOTCHES = 3
"""Wheel notches a turn: less than what any list shows at once, so that nothing is passed over."""
_AT_THE_END = 2
"""So many turns in a row that change nothing: the end is reached."""


def wait_for(command: Wait, look: Look) -> Act:
    """Wait until the text is there, or gone.

    Raises:
        Failed: the time is up.
    """
    until = time.monotonic() + command.seconds
    what = f'"{command.text}" to {"appear" if command.appears else "disappear"}'
    while sees(look.scene, command.text) != command.appears:
        left = until - time.monotonic()
        if left <= 0:
            why = absent(look.scene, command.text) if command.appears else f'"{command.text}" is still there'
            raise Failed(f"after {command.seconds:g} s: {why}")
        span = min(left, _LONGEST_LOOK)
        look = yield lambda _look, span=span: wait(span, f"I wait for {what}.")  # type: ignore[misc]  # mypy can't infer the default's type
    return look


def scroll(command: Scroll, look: Look) -> Act:
    """Turn the wheel until the text is there.

    Raises:
        Failed: the end is reached before.
    """
    area, look = yield from seek(lambda look: find_area(look.scene, command.area), look)
    idle = 0
    while not sees(look.scene, command.text):
        if idle == _AT_THE_END:
            raise Failed(f"scrolled {command.direction} to the end: {absent(look.scene, command.text)}")
        look = yield lambda _look: _turn(command, area.center)
        idle = idle + 1 if look.changed is None else 0
    return look


def _turn(command: Scroll, point: Point) -> Call:
    notches = _NOTCHES if command.direction == "up" else -_NOTCHES
    return turn_wheel(notches, point, f'"{command.text}" can\'t be seen yet.')
