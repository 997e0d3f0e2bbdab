"""Routines of waiting and scrolling until a text can be seen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import seek
from agent.protocol.write import do, wait
from tools.action import Scroll
from tools.locate.fields import find_area
from tools.locate.find import absent, may_see, sees

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import ScrollStep, WaitStep
    from tools.locate.look import Look
    from tools.see.scene import Scene

_LONGEST_LOOK = 5.0
"""Seconds of one wait; it ends early when the screen changes."""
_NOTCHES = 3
"""Wheel notches a turn: less than what any list shows at once, so that nothing is passed over."""
_AT_THE_END = 2
"""So many turns in a row that change nothing: the end is reached."""


def wait_for(step: WaitStep, look: Look) -> Routine:
    """Wait until the text is there, or gone.

    Raises:
        StepFailed: the time is up.
    """
    until = time.monotonic() + step.seconds
    what = f'"{step.text}" to {"appear" if step.appears else "disappear"}'
    while not _is_so(look.scene, step):
        left = until - time.monotonic()
        if left <= 0:
            why = absent(look.scene, step.text) if step.appears else f'"{step.text}" is still there'
            raise StepFailed(f"after {step.seconds:g} s: {why}")
        look = yield wait(min(left, _LONGEST_LOOK), f"I wait for {what}.")
    return look


def _is_so(scene: Scene, step: WaitStep) -> bool:
    """Whether the text is there, or gone: neither is believed of a text that may be it, and may not."""
    return sees(scene, step.text) if step.appears else not may_see(scene, step.text)


def scroll(step: ScrollStep, look: Look) -> Routine:
    """Turn the wheel until the text is there.

    Raises:
        StepFailed: the end is reached before.
    """
    area, look = yield from seek(lambda look: find_area(look.scene, step.area), look)
    turn = Scroll(point=area.center, vertical=_NOTCHES if step.direction == "up" else -_NOTCHES)
    idle = 0
    while not may_see(look.scene, step.text):
        if idle == _AT_THE_END:
            raise StepFailed(f"scrolled {step.direction} to the end: {absent(look.scene, step.text)}")
        look = yield do(turn, f'"{step.text}" can\'t be seen yet.')
        idle = idle + 1 if look.changed is None else 0
    return look
