"""Two clicks at one place stay two: nothing that a toolkit would join comes too soon after the last one."""

from __future__ import annotations

import pytest

from tools.action import Action, Click, Drag, Move
from tools.geometry import Point
from tools.host.spacing import APART, ClickSpacing

HERE, BESIDE, ELSEWHERE = Point(100, 100), Point(104, 97), Point(100, 140)


class Clock:
    """Seconds that pass when they are slept."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def waited(first: Action, then: Action, pause: float = 0.1, pointer: Point = HERE) -> float:
    """Seconds that the second action is kept back, which comes that pause after the first one."""
    clock = Clock()
    spacing = ClickSpacing(clock, clock.sleep)
    spacing.keep(first, pointer)
    spacing.note(first, pointer)
    clock.now += pause
    before = clock.now
    spacing.keep(then, pointer)
    return clock.now - before


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Click(point=HERE), Click(point=HERE)),
        (Click(point=HERE), Click(point=BESIDE)),
        (Click(point=HERE, count=2), Click(point=HERE)),
        (Click(point=HERE), Click(point=HERE, count=2)),
        (Click(point=HERE), Drag(point=ELSEWHERE)),
        (Drag(point=ELSEWHERE), Click(point=HERE)),
        (Click(point=HERE, button="right"), Click(point=HERE, button="right")),
    ],
)
def test_a_press_at_the_same_place_is_kept_back(first: Action, then: Action) -> None:
    assert waited(first, then) == pytest.approx(APART - 0.1)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Click(point=HERE), Click(point=ELSEWHERE)),
        (Click(point=HERE), Click(point=HERE, button="right")),
        (Move(point=HERE), Click(point=HERE)),
        (Click(point=HERE), Move(point=HERE)),
    ],
)
def test_what_no_toolkit_joins_is_not_kept_back(first: Action, then: Action) -> None:
    assert waited(first, then) == 0


def test_a_click_that_comes_late_enough_is_not_kept_back() -> None:
    assert waited(Click(point=HERE), Click(point=HERE), pause=APART) == 0


def test_the_first_click_waits_for_nothing() -> None:
    clock = Clock()
    ClickSpacing(clock, clock.sleep).keep(Click(point=HERE), HERE)
    assert clock.now == 50.0
