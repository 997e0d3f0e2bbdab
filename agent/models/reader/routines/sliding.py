"""Routine of sliders: the thumb is dragged to where the value is, which is then read beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE
from agent.models.reader.scale import Readout, Scale
from agent.protocol.write import do, wait
from tools.action import Drag, Key, Move
from tools.locate.sliders import find_slider, slider_at

if TYPE_CHECKING:
    from collections.abc import Generator

    from agent.models.reader.routines.routine import Decide, Decision, Routine
    from agent.protocol.write import Reply
    from tools.geometry import Point
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.shapes.sliders import Slider

    Seeing = Generator[Decision, Look, tuple[Look, Slider, float]]
    """Is sent looks; returns the last one, and the slider on it with the value that is shown."""

DRAGS = 8
"""So often the thumb is dragged, each time nearer."""


def slide(slider: Slider, wanted: float, target: Locator, look: Look, unit: str = "") -> Routine:
    """Move a slider until the number beside it is the one that is wanted.

    Args:
        slider: as it is now.
        wanted: the number.
        target: what it is called.
        look: the present one.
        unit: of the number, if any: one that is shown in another is not it.

    Raises:
        StepFailed: no number shows its value, or it takes another one.
    """
    readout, scale = Readout(look, slider, unit), Scale(slider, wanted)
    if readout.is_at(slider, wanted):
        return look
    value = 0.0
    for _ in range(DRAGS):
        x = scale.next_place(readout.ends)
        if x is None:
            break
        look, slider, value = yield from _drag(slider, x, readout, target, look)
        if value == wanted:
            return look
        scale.add(slider, value)
    look, value = yield from _by_keys(slider, wanted, value, readout, target, look)
    if value == wanted:
        return look
    raise StepFailed(f"moved the slider {target}, and it shows {value:g} where {wanted:g} was asked for")


def _drag(slider: Slider, x: int, readout: Readout, target: Locator, look: Look) -> Seeing:
    """Drag the thumb until its middle is in a column, and read what is shown then."""
    look = yield _go_to_thumb(target)
    look = yield _drag_thumb(x, target)
    return (yield from _seen(slider, readout, target, look))


def _seen(slider: Slider, readout: Readout, target: Locator, look: Look) -> Seeing:
    """Read the value that is shown beside a slider.

    Raises:
        StepFailed: none is.
    """
    for is_last in (False, True):
        now = slider_at(look.frame, slider.box) or slider
        value = readout.value(look, now)
        if value is not None:
            return look, now, value
        if not is_last:
            look = yield wait(PATIENCE, f"No number beside {target} shows its new value yet.")
    raise StepFailed(
        f"moved the slider {target}, and no number beside it shows its value: it can't be seen to be right"
    )


def _by_keys(
    slider: Slider, wanted: float, value: float, readout: Readout, target: Locator, look: Look
) -> Generator[Decision, Look, tuple[Look, float]]:
    """Correct a slider with the arrow keys, which it takes since it was dragged; first by one.

    Raises:
        StepFailed: the keys do not move it.
    """
    key = "right" if wanted > value else "left"
    look = yield do(Key(keys=(key,)), f"{target} shows {value:g}; the keys move it by less than the mouse.")
    look, slider, moved = yield from _seen(slider, readout, target, look)
    step = moved - value
    if step == 0:
        raise StepFailed(f"the slider {target} shows {value:g}, and an arrow key does not move it")
    times = round((wanted - moved) / step)
    if moved == wanted or times < 1:
        return look, moved
    look = yield do(Key(keys=(key,), times=times), f"A key moves {target} by {step:g}; it shows {moved:g}.")
    look, _, moved = yield from _seen(slider, readout, target, look)
    return look, moved


def _go_to_thumb(target: Locator) -> Decide:
    def decide(look: Look) -> Reply:
        place = find_slider(look.scene, target).thumb.center
        return do(Move(point=place), f"The thumb of {target} is at ({place.x}, {place.y}).", str(target))

    return decide


def _drag_thumb(x: int, target: Locator) -> Decide:
    def decide(look: Look) -> Reply:
        place: Point = find_slider(look.scene, target).thumb.center._replace(x=x)
        return do(Drag(point=place), f"I drag the thumb of {target} to ({place.x}, {place.y}).", str(target))

    return decide
