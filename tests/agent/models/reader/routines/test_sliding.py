"""A slider is done only when its value was seen: dragged, then moved by keys, or told what can't be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import decided
from agent.models.reader.routines.sliding import slide
from tests.tools.scenes import line, scene
from tests.tools.see.canvas import Canvas
from tools.action import Drag, Key
from tools.geometry import Box, Size
from tools.locate.locator import Locator
from tools.see.shapes.sliders import find_sliders

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.protocol.write import Reply
    from tools.locate.look import Look
    from tools.see.scene import Scene

TARGET = Locator("Volume")


class Program:
    """A slider of 200 pixels at (160, 100), and what it shows beside it."""

    def __init__(self, most: int = 100, *, shows: str = "{}", takes_keys: bool = True) -> None:
        self.most, self.shows, self.takes_keys = most, shows, takes_keys
        self.value, self.keys = 0, 0

    @property
    def frame_and_scene(self) -> Scene:
        """What is on the screen now."""
        canvas = Canvas(Size(800, 600))
        canvas.fill(Box(160, 106, 200, 4), 150)
        canvas.circle(Box(160 + round(183 * self.value / self.most), 100, 17, 17))
        shown = [line(self.shows.format(self.value), 376, 100)] if self.shows else []
        return replace(scene(line("Volume", 60, 100), *shown), frame=canvas.frame)

    def take(self, reply: Reply) -> None:
        """Do what a reply says."""
        if isinstance(reply.does, Drag):
            self.value = round(self.most * min(1, max(0, (reply.does.point.x - 168) / 183)))
        if isinstance(reply.does, Key) and self.takes_keys:
            self.keys += reply.does.times
            self.value += reply.does.times * (1 if reply.does.keys == ("right",) else -1)


class Seen:
    """A look at it."""

    def __init__(self, program: Program) -> None:
        self.scene = program.frame_and_scene
        self.frame = self.scene.frame


def look(program: Program) -> Look:
    """A look at it, as the routine takes it."""
    return cast("Look", Seen(program))


def set_to(wanted: float, program: Program, unit: str = "") -> Program:
    """The program after the routine."""
    (slider,) = find_sliders(look(program).frame)
    routine = slide(slider, wanted, TARGET, look(program), unit)
    send: Callable[[Look], object] = lambda _: next(routine)  # noqa: E731 (the first time)
    while True:
        try:
            decision = send(look(program))
        except StopIteration:
            return program
        program.take(decided(decision, look(program)))  # type: ignore[arg-type]  # a slider seeks nothing
        send = routine.send


def test_a_slider_is_dragged_to_the_value_that_is_seen() -> None:
    assert set_to(70, Program()).value == 70
    assert set_to(35, Program(40, shows="{} dB")).value == 35


def test_a_value_between_two_pixels_is_reached_with_the_arrow_keys() -> None:
    program = set_to(1234, Program(4000))
    assert program.value == 1234
    assert program.keys


def test_a_slider_that_stands_right_is_left_alone() -> None:
    program = Program()
    program.value = 70
    (slider,) = find_sliders(look(program).frame)
    with pytest.raises(StopIteration):
        next(slide(slider, 70, TARGET, look(program)))


@pytest.mark.parametrize("shows", ["", "70"], ids=["nothing", "a number that never changes"])
def test_without_its_own_number_it_is_never_done(shows: str) -> None:
    with pytest.raises(StepFailed, match="no number beside it shows its value"):
        set_to(70, Program(shows=shows))


def test_keys_that_do_not_move_it_are_no_help() -> None:
    with pytest.raises(StepFailed, match="an arrow key does not move it"):
        set_to(1234, Program(4000, takes_keys=False))


def test_a_value_out_of_its_range_is_told() -> None:
    with pytest.raises(StepFailed, match=r'"Volume".* shows 100'):
        set_to(300, Program(takes_keys=False))


def test_a_value_in_another_unit_is_never_called_done() -> None:
    with pytest.raises(StepFailed, match="no number beside it shows its value"):
        set_to(40, Program(shows="{} ms"), "s")
    assert set_to(40, Program(shows="{} ms"), "ms").value == 40
