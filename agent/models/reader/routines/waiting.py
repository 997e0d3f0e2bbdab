"""Routine of waiting until a text can be seen, or no longer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import LONGEST_LOOK
from agent.protocol.write import wait
from tools.locate.find import absent, may_see, sees

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import WaitStep
    from tools.locate.look import Look
    from tools.see.scene import Scene


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
        look = yield wait(min(left, LONGEST_LOOK), f"I wait for {what}.")
    return look


def _is_so(scene: Scene, step: WaitStep) -> bool:
    """Whether the text is there, or gone: neither is believed of a text that may be it, and may not."""
    return sees(scene, step.text) if step.appears else not may_see(scene, step.text)
