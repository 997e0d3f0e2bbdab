"""Two clicks at one place stay two: nothing that a toolkit would join comes too soon after the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tools.action import Action, Click, Drag, Move
from tools.geometry import Point
from tools.host.spacing import APART, FADED, ClickSpacing
from tools.observation import Frame, Observation

if TYPE_CHECKING:
    from numpy.typing import NDArray

HERE, BESIDE, ELSEWHERE = Point(100, 100), Point(104, 97), Point(100, 140)


class Clock:
    """Seconds that pass when they are slept."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def screen(
    shade: int | None = 0, entry: Point = HERE, others: int | None = 0, *, ticked: bool = False
) -> Observation:
    """A page with an entry in a shade, or none, and another one below it; or a ticked box in its place."""
    rgb = np.full((300, 400, 3), 230, np.uint8)
    for at, ink in ((entry, shade), (Point(entry.x, entry.y + 60), others)):
        if ink is not None:
            _write(rgb, at, ink)
    if ticked:
        rgb[entry.y - 7 : entry.y + 7, entry.x - 7 : entry.x + 7] = (
            np.eye(14, dtype=np.uint8)[:, :, None] * 200
        )
    return Observation(Frame.from_rgb(rgb), settled=True, pointer=HERE)


def _write(rgb: NDArray[np.uint8], entry: Point, ink: int) -> None:
    for at, left in enumerate(range(entry.x - 36, entry.x + 36, 6)):
        rgb[entry.y - 6 + at % 3 : entry.y + 6, left : left + 2] = ink
        rgb[entry.y + 2 * (at % 2), left : left + 4] = ink


PAGE = screen()


def waited(first: Action, then: Action, pause: float = 0.1, now: Observation = PAGE) -> float:
    """Seconds that the second action is kept back, which comes that pause after the first one."""
    clock = Clock()
    spacing = ClickSpacing(clock, clock.sleep)
    spacing.keep(first, PAGE)
    spacing.note(first, PAGE)
    clock.now += pause
    before = clock.now
    spacing.keep(then, now)
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
    ClickSpacing(clock, clock.sleep).keep(Click(point=HERE), PAGE)
    assert clock.now == 50.0


@pytest.mark.parametrize(
    ("now", "is_kept"),
    [
        (screen(None, others=None), True),  # a list that was chosen from has closed
        (screen(None), True),  # one of a single entry
        (
            screen(None, ticked=True),
            False,
        ),  # only what was pressed shows something else: a box that was ticked
        (screen(None, others=None, ticked=True), True),  # a list, which lay over something else
        (screen(90, others=90), False),  # in another shade: a button that lights up
        (screen(entry=Point(100, 96), others=None), False),  # a tab that was chosen stands higher
        (PAGE, False),
    ],
)
def test_a_press_waits_until_what_was_pressed_has_faded_out(now: Observation, *, is_kept: bool) -> None:
    kept = waited(Click(point=HERE), Click(point=ELSEWHERE), now=now)
    assert kept == (pytest.approx(FADED - 0.1) if is_kept else 0)


def test_what_was_pressed_on_bare_ground_can_not_go() -> None:
    click = Click(point=Point(300, 200))
    assert waited(click, Click(point=HERE), now=screen(None, others=None)) == 0
