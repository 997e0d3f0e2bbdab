"""Routines of clicks, drags and keys, whose effect only the program knows.

What a click should change can't be told from the step, so it is checked that anything changed at all. If
nothing did, the program gets a moment more; then, once, the middle of the target's widget is clicked instead
of its text. If that changes nothing either, there was nothing to change (the target had the focus, was chosen
already): the next step or the checks will tell.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agent.models.reader.routines.routine import LOOKS, PATIENCE, seek
from agent.protocol.write import do, wait
from tools.action import Click, Drag, Key, Move
from tools.locate.dimmed import is_dim
from tools.locate.find import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.routines.routine import Decide, Routine
    from agent.models.reader.steps import ClickStep, DragStep, PressStep
    from agent.protocol.write import Reply
    from tools.action import Action
    from tools.locate.locator import Locator
    from tools.locate.look import Look


def click(step: ClickStep, look: Look) -> Routine:
    """Click the target; if nothing changes, once more."""
    target, once = step.target, step.button == "left" and step.count == 1
    action = partial(Click, button=step.button, count=step.count)
    _, look = yield from seek(lambda look: find(look.scene, target), look)
    look = yield from _until_in_use(target, look)
    after = yield _aim(target, action)
    if after.changed is None:
        after = yield wait(PATIENCE, f"Nothing changed yet after the click on {target}.")
    if after.changed is None and once and find(after.scene, target).widget is not None:
        after = yield _aim(target, action, again=True)
    return after


def _until_in_use(target: Locator, look: Look) -> Routine:
    """Wait while the target is a greyed-out button, though not for ever: some are only drawn in grey."""
    for _ in range(LOOKS):
        spot, look = yield from seek(lambda look: find(look.scene, target), look)
        if spot.widget is None or spot.widget.kind != "button" or not is_dim(look.scene, spot.line.box):
            break
        look = yield wait(PATIENCE, f"{target} is greyed out; I wait for it to come into use.")
    return look


def drag(step: DragStep, look: Look) -> Routine:
    """Go to the source, then drag to the destination."""
    _, look = yield from seek(lambda look: find(look.scene, step.source), look)
    look = yield _aim(step.source, Move)
    _, look = yield from seek(lambda look: find(look.scene, step.destination), look)
    look = yield _aim(step.destination, Drag)
    return look


def press_keys(step: PressStep, look: Look) -> Routine:
    """Press the chord, as often as asked."""
    thought = f"The step says to press {'+'.join(step.keys)}"
    for turn in range(step.times):
        count = f" ({turn + 1} of {step.times})" if step.times > 1 else ""
        look = yield do(Key(keys=step.keys), f"{thought}{count}.")
    return look


def _aim(target: Locator, action: Callable[..., Action], *, again: bool = False) -> Decide:
    """The action at the target's text; the second time at the middle of its widget."""

    def decide(look: Look) -> Reply:
        spot = find(look.scene, target)
        place = (spot.box if again else spot.line.box).center
        thought = f'I see "{spot.line.text}" at ({place.x}, {place.y}).'
        if again:
            thought += " The first click changed nothing; I click its middle."
        return do(action(point=place), thought, str(target))

    return decide
