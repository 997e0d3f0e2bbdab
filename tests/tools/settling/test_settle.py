"""Settling on synthetic frames with a clock of its own: no screen, no waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tools.geometry import Box, Point
from tools.observation import Frame
from tools.settling.restless import FORGET
from tools.settling.settle import Pace, Rest, Settle

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 330, 200  # the last tiles are narrower
STEP = 0.01


class Stage:
    """A screen that a test paints, and the settling that watches it every 10 ms."""

    def __init__(self) -> None:
        self.settle = Settle()
        self.pace = self.settle.pace
        self.pixels = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
        self.now = 100.0
        self.settle.begin(self.now)
        self.watch()

    @property
    def frame(self) -> Frame:
        return Frame(self.pixels.copy())

    def paint(self, box: Box, shade: int) -> None:
        self.pixels[box.slices] = shade

    def act(self) -> None:
        self.settle.begin(self.now, first=self.pace.first, provisional=True)

    def watch(self, show: Callable[[float], None] = lambda _: None) -> float:
        """Until the watch is over; `show` paints what it shows so many seconds on. How long it took."""
        began = self.now
        while True:
            show(round(self.now - began, 3))
            self.settle.feed(self.frame, self.now)
            self.rest = self.settle.rest(self.now)
            if self.rest is not Rest.MOVING:
                return round(self.now - began, 3)
            self.now += STEP


@pytest.fixture
def stage() -> Stage:
    return Stage()


SPOT, FAR = Box(40, 40, 10, 10), Box(200, 100, 100, 60)


def test_action_without_effect_gets_the_patience_for_a_first_change(stage: Stage) -> None:
    stage.act()
    assert stage.watch() == pytest.approx(stage.pace.first, abs=STEP)
    assert stage.rest is Rest.QUIET
    assert not stage.settle.settled(stage.now).changed


def test_action_with_an_effect_is_over_soon_after_it(stage: Stage) -> None:
    stage.act()
    took = stage.watch(lambda at: stage.paint(SPOT, 255) if at >= 0.05 else None)
    assert took == pytest.approx(0.05 + stage.pace.provisional, abs=STEP)
    assert stage.settle.settled(stage.now).changed


def test_an_action_that_has_not_come_to_its_program_yet_has_all_its_time_left(stage: Stage) -> None:
    stage.act()

    def passed_on_late(at: float) -> None:
        stage.paint(FAR, 255 if at >= 0.3 else 0)  # no effect of it
        if at < 1:
            stage.settle.hold(stage.now)
        stage.paint(SPOT, 255 if at >= 1.3 else 0)

    assert stage.watch(passed_on_late) == pytest.approx(1.3 + stage.pace.provisional, abs=STEP)
    stage.act()
    stage.settle.hold(stage.now)
    stage.now += 1
    stage.settle.hold(stage.now)
    assert stage.watch() == pytest.approx(stage.pace.first, abs=STEP)


def test_time_in_which_nobody_looked_is_not_counted(stage: Stage) -> None:
    """The machine stood still, and so did the program."""
    stage.act()
    stage.now += 3
    took = stage.watch(lambda at: stage.paint(SPOT, 255) if at >= 0.2 else None)
    assert took == pytest.approx(0.2 + stage.pace.provisional, abs=STEP)
    stage.act()
    stage.now += 3
    assert stage.watch() == pytest.approx(stage.pace.first - stage.pace.gap, abs=STEP)


def test_a_screen_that_takes_long_for_every_look_is_slow_and_not_held_up(stage: Stage) -> None:
    stage.act()
    looks = 0
    while stage.settle.rest(stage.now) is Rest.MOVING:
        looks, stage.now = looks + 1, stage.now + 0.35
        stage.settle.feed(stage.frame, stage.now)
    assert looks == 2


def test_late_first_change_is_still_waited_for(stage: Stage) -> None:
    stage.act()
    took = stage.watch(lambda at: stage.paint(FAR, 255) if at >= 0.39 else None)
    assert took == pytest.approx(0.39 + stage.pace.provisional, abs=STEP)


def test_acting_needs_more_quiet_than_thinking(stage: Stage) -> None:
    stage.act()
    thinking = stage.watch(lambda _: stage.paint(SPOT, 255))
    stage.settle.begin(stage.now)
    acting = stage.watch()
    assert thinking + acting == pytest.approx(stage.pace.quiet, abs=STEP)


def test_thinking_time_counts_as_quiet(stage: Stage) -> None:
    stage.act()
    stage.watch(lambda _: stage.paint(SPOT, 255))
    stage.now += 0.3
    stage.settle.begin(stage.now)
    assert stage.watch() == 0


def test_list_that_fills_line_by_line_is_not_acted_on_in_between(stage: Stage) -> None:
    def line(at: float) -> None:
        row = min(int(at / 0.09), 15)
        stage.paint(Box(0, 0, 300, 12 * row), 200)

    stage.settle.begin(stage.now)
    stage.now += 0.05  # long quiet before: the first line comes while it is being looked at
    stage.pixels[0, 0] = 1
    assert stage.watch(line) >= 15 * 0.09 + stage.pace.quiet - STEP


def test_window_that_has_not_painted_itself_holds_up(stage: Stage) -> None:
    stage.settle.begin(stage.now)
    stage.now += 1
    stage.settle.feed(stage.frame, stage.now, [FAR])
    assert stage.settle.rest(stage.now) is Rest.MOVING
    assert stage.settle.moved == [FAR]
    stage.settle.look()
    assert stage.settle.moved == []


def spin(stage: Stage, box: Box, shades: int, pace: float = 0.03) -> Callable[[float], None]:
    return lambda at: stage.paint(box, 1 + int(at / pace) % shades)


def test_spinner_is_left_out_after_one_turn_and_remembered(stage: Stage) -> None:
    stage.act()
    assert stage.watch(spin(stage, SPOT, 8)) < 2 * 8 * 0.03 + stage.pace.quiet
    assert stage.rest is Rest.QUIET
    stage.settle.begin(stage.now)
    assert stage.watch(spin(stage, SPOT, 8)) < stage.pace.quiet


def test_result_in_the_place_of_a_spinner_is_noticed(stage: Stage) -> None:
    stage.act()
    stage.watch(spin(stage, SPOT, 8))
    before = stage.frame
    stage.paint(SPOT, 99)
    stage.now += STEP
    stage.settle.feed(stage.frame, stage.now)
    assert stage.settle.rest(stage.now) is Rest.MOVING
    assert stage.settle.unexpected(before, stage.frame).any()


def test_video_costs_patience_once(stage: Stage) -> None:
    noise = np.random.default_rng(1)

    def play(_: float) -> None:
        stage.pixels[SPOT.slices] = noise.integers(0, 255, (10, 10, 4))

    stage.act()
    assert stage.watch(play) == pytest.approx(stage.pace.patience, abs=STEP)
    assert stage.rest is Rest.OUT_OF_PATIENCE
    assert not stage.settle.settled(stage.now).quiet
    stage.act()
    stage.watch(play)
    assert stage.rest is Rest.QUIET


def test_dialog_beside_a_video_is_noticed(stage: Stage) -> None:
    test_video_costs_patience_once(stage)
    before = stage.frame
    stage.paint(FAR, 50)
    stage.settle.feed(stage.frame, stage.now)
    assert stage.settle.rest(stage.now) is Rest.MOVING
    assert stage.settle.unexpected(before, stage.frame).any()


def test_what_stands_still_is_no_longer_restless(stage: Stage) -> None:
    test_video_costs_patience_once(stage)
    stage.now += FORGET + 1
    stage.settle.feed(stage.frame, stage.now)
    stage.paint(SPOT, 77)
    stage.now += STEP
    stage.settle.feed(stage.frame, stage.now)
    assert stage.settle.rest(stage.now) is Rest.MOVING


def test_window_that_goes_takes_its_animation_along(stage: Stage) -> None:
    test_video_costs_patience_once(stage)
    stage.settle.feed(stage.frame, stage.now, [SPOT.grow(30)])
    stage.now += 1
    stage.paint(SPOT, 77)
    stage.settle.feed(stage.frame, stage.now)
    assert stage.settle.rest(stage.now) is Rest.MOVING


def test_menu_opened_and_closed_by_actions_is_not_taken_for_a_spinner(stage: Stage) -> None:
    for shade in (50, 0, 50, 0, 50, 0, 50):
        stage.act()
        assert stage.watch(lambda _, shade=shade: stage.paint(FAR, shade)) < stage.pace.first
        assert stage.settle.settled(stage.now).changed
        stage.now += 0.5


def test_clock_beside_the_target_drops_two_decisions_at_most(stage: Stage) -> None:
    drops = 0
    for tick in range(1, 6):
        seen = stage.frame
        stage.now += 1
        stage.paint(SPOT, tick)
        stage.settle.feed(stage.frame, stage.now)
        found = stage.settle.unexpected(seen, stage.frame)
        drops += bool(found.any())
        stage.settle.drop(found)
    assert drops == 2


def test_wait_goes_on_when_the_screen_has_changed_and_settled(stage: Stage) -> None:
    stage.settle.begin(stage.now, first=30, patience=30)
    took = stage.watch(lambda at: stage.paint(FAR, 255) if at >= 2 else None)
    assert took == pytest.approx(2 + stage.pace.quiet, abs=STEP)


def test_wait_ends_when_nothing_happens(stage: Stage) -> None:
    stage.settle.begin(stage.now, first=1, patience=1)
    assert stage.watch() == pytest.approx(1, abs=STEP)


def test_due_tells_when_the_watch_would_be_over(stage: Stage) -> None:
    stage.act()
    assert stage.settle.due(stage.now) == pytest.approx(stage.pace.first)
    stage.paint(SPOT, 9)
    stage.settle.feed(stage.frame, stage.now)
    assert stage.settle.due(stage.now) == pytest.approx(stage.pace.provisional)


def test_frame_of_another_size_starts_afresh(stage: Stage) -> None:
    stage.act()
    stage.pixels = np.zeros((100, 100, 4), np.uint8)
    stage.watch()
    assert stage.settle.settled(stage.now).changed


def test_touched_boxes_fit_the_pixels(stage: Stage) -> None:
    stage.act()
    stage.watch(lambda _: stage.paint(SPOT, 255))
    assert stage.settle.touched == [SPOT]
    assert SPOT.contains(Point(44, 44))


def test_paces_are_in_order() -> None:
    pace = Pace()
    assert pace.provisional < pace.quiet < pace.first < pace.patience


CARET, CLOCK, RESULT = Box(40, 40, 2, 16), Box(100, 40, 40, 16), Box(200, 100, 60, 16)


def test_a_wait_ends_when_something_happens(stage: Stage) -> None:
    stage.settle.wait(stage.now, 5.0)
    took = stage.watch(lambda at: stage.paint(RESULT, 255) if at >= 1 else None)
    assert took == pytest.approx(1 + stage.pace.quiet, abs=2 * STEP)
    assert stage.settle.settled(stage.now).changed


def test_a_blinking_caret_ends_no_wait(stage: Stage) -> None:
    stage.settle.wait(stage.now, 3.0)
    assert stage.watch(lambda at: stage.paint(CARET, 255 * (int(at / 0.5) % 2))) == pytest.approx(
        3.0, abs=STEP
    )
    assert not stage.settle.settled(stage.now).changed


def test_a_clock_that_is_known_ends_no_wait_and_hides_no_result(stage: Stage) -> None:
    def tick(at: float) -> None:
        stage.paint(CLOCK, int(stage.now) % 250 + 5)

    for _ in range(3):
        stage.settle.wait(stage.now, 1.0)
        stage.watch(tick)
    stage.settle.wait(stage.now, 4.0)
    assert stage.watch(tick) == pytest.approx(4.0, abs=STEP)

    def result(at: float) -> None:
        tick(at)
        if at >= 1.5:
            stage.paint(RESULT, 255)

    stage.settle.wait(stage.now, 4.0)
    assert stage.watch(result) == pytest.approx(1.5 + stage.pace.quiet, abs=2 * STEP)


def test_what_actions_change_time_after_time_is_no_clock(stage: Stage) -> None:
    for shade in (50, 100, 150, 200):
        stage.act()
        stage.paint(CLOCK, shade)
        stage.watch()
        stage.now += 0.5
    stage.settle.wait(stage.now, 4.0)
    assert stage.watch(lambda at: stage.paint(CLOCK, 255) if at >= 1 else None) < 1.3
