"""How long the reader waits for what is not there: not shorter for a clock, longer for a list that fills."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from agent.models.reader.patience import Patience
from tests.agent.models.reader.paper import Part, Program, Run, label
from tests.tools.scenes import SIZE, FakeParser
from tools.action import Move
from tools.geometry import Box, Point
from tools.locate.look import Look
from tools.observation import Frame


def look(*changed: Box) -> Look:
    rgb = np.full((SIZE.height, SIZE.width, 3), 200, np.uint8)
    before = Frame.from_rgb(rgb.copy())
    for box in changed:
        rgb[box.slices] = 20
    return Look(Frame.from_rgb(rgb), FakeParser(), before)


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_ends_after_its_seconds_and_begins_anew_when_something_was_found() -> None:
    clock = Clock()
    patience = Patience(10, clock)
    assert patience.left(look()) == 10
    clock.now = 7
    assert patience.left(look()) == 3
    patience.end()
    assert patience.left(look()) == 10


def test_something_new_gives_it_all_its_seconds_again_and_the_same_again_does_not() -> None:
    clock = Clock()
    patience = Patience(10, clock)
    patience.left(look())
    clock.now = 8
    assert patience.left(look(Box(40, 40, 100, 16))) == 10
    clock.now = 9
    assert patience.left(look(Box(40, 40, 104, 16))) == 9
    assert patience.left(look(Box(40, 200, 100, 16))) == 10


def test_news_in_what_the_action_before_the_wait_has_changed_are_new() -> None:
    """A bar that comes up pushes a list down: the entries that come into it later are new all the same."""
    clock = Clock()
    patience = Patience(10, clock)
    patience.left(look(Box(20, 20, 400, 300)))
    clock.now = 8
    assert patience.left(look(Box(40, 40, 100, 16))) == 10
    clock.now = 9
    assert patience.left(look(Box(40, 40, 100, 16))) == 9


def test_what_comes_right_beside_something_busy_is_new() -> None:
    clock = Clock()
    patience = Patience(10, clock)
    patience.left(look())
    patience.left(look(Box(40, 40, 400, 22)))
    clock.now = 8
    assert patience.left(look(Box(40, 40, 400, 43))) == 10
    clock.now = 9
    assert patience.left(look(Box(40, 40, 400, 22))) == 9


def test_a_caret_is_nothing_new() -> None:
    clock = Clock()
    patience = Patience(10, clock)
    patience.left(look())
    clock.now = 8
    assert patience.left(look(Box(40, 40, 2, 16))) == 2


class Ticking(Program):
    """A program with a clock."""

    def shown(self) -> list[Part]:
        return [*super().shown(), label(f"12:00:{self.waits:02}", 600, 500)]


def test_a_step_waits_ten_seconds_for_its_target_whatever_ticks() -> None:
    for program in (Program, Ticking):
        run = Run(program([label("Stop", 20, 20)]), 'Click "Go"')
        assert run.go() == "failure"
        assert [action.kind for action in run.actions[:3]] == ["wait", "move", "wait"]
        assert run.actions[1] == Move(point=Point(784, 400))
        assert 10 <= run.seconds <= 20
        assert 'no "Go" on the screen' in run.thought


def test_a_target_that_comes_while_others_come_is_waited_for() -> None:
    def come(program: Program) -> None:
        program.parts.append(label(f"Hit {program.waits}", 20, 60 + 40 * program.waits))

    def last(program: Program) -> None:
        program.parts.append(label("Go", 300, 20))

    due = dict.fromkeys(range(1, 8), come) | {8: last}
    run = Run(Program([label("Stop", 20, 20)], due=due), 'Click "Go"')
    assert run.go() == "success"
    assert run.seconds > 25
