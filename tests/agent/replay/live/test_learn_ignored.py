"""What is learnt to be ignored from frames that differ, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.replay.live.learn_ignored import learn_ignored
from tests.agent.recordings import recorded
from tools.action import Action, Click, Drag, Type
from tools.geometry import Box, Point
from tools.observation import Frame

if TYPE_CHECKING:
    from agent.recording.trajectory import RecordedAction

CLOCK = Box(520, 8, 40, 16)
CARET = Box(40, 150, 2, 18)
FIELD = Click(point=Point(60, 160))


def frame(*painted: Box) -> Frame:
    """A grey screen of 640x320 with black boxes on it."""
    rgb = np.full((320, 640, 3), 200, np.uint8)
    for box in painted:
        rgb[box.slices] = 0
    return Frame.from_rgb(rgb)


def trajectory(*actions: Action) -> tuple[RecordedAction, ...]:
    """These on an empty screen."""
    return recorded([frame()] * (len(actions) + 1), *actions)


def test_what_differs_at_several_steps_counts_at_every_step() -> None:
    regions, said = learn_ignored(trajectory(FIELD, Type(text="a")), [{2: frame(CLOCK), 4: frame(CLOCK)}])
    assert (regions[0].box, regions[0].step, len(regions), said) == (CLOCK.grow(4), None, 1, ())


def test_what_differs_at_one_step_counts_at_that_step() -> None:
    regions, _ = learn_ignored(trajectory(FIELD, Type(text="a")), [{2: frame(), 4: frame(CLOCK)}])
    assert [one.step for one in regions] == [4]


def test_each_run_adds_what_it_shows() -> None:
    wider = Box(550, 8, 30, 16)
    runs = [{2: frame(CLOCK)}, {2: frame(wider)}, {2: frame()}]
    assert [one.box for one in learn_ignored(trajectory(FIELD), runs)[0]] == [CLOCK.union(wider).grow(4)]


def test_no_two_regions_overlap() -> None:
    tall, wide, inside = Box(20, 8, 10, 60), Box(20, 8, 200, 10), Box(120, 50, 10, 10)
    runs = [{2: frame(tall, inside)}, {2: frame(wide)}]
    assert [one.box for one in learn_ignored(trajectory(FIELD), runs)[0]] == [Box(16, 4, 208, 68)]


def test_a_region_ends_at_the_edge_of_the_screen() -> None:
    [region] = learn_ignored(trajectory(FIELD), [{2: frame(Box(620, 0, 20, 12))}])[0]
    assert region.box == Box(616, 0, 24, 16)


def test_a_caret_is_no_news() -> None:
    assert learn_ignored(trajectory(FIELD), [{2: frame(CARET)}]) == ((), ())


@pytest.mark.parametrize("action", [FIELD, Drag(point=FIELD.point)])
def test_a_target_is_never_ignored(action: Action) -> None:
    under = Box(45, 152, 30, 16)
    regions, [said] = learn_ignored(trajectory(action), [{2: frame(under, CLOCK)}])
    assert [one.box for one in regions] == [CLOCK.grow(4)]
    assert said == "(41, 148) to (79, 172) differs, but step 2 takes hold in it: a target is never masked"


def test_a_large_area_is_no_clock() -> None:
    regions, [said] = learn_ignored(trajectory(FIELD), [{2: frame(Box(200, 100, 200, 100), CLOCK)}])
    assert "too large for a mask: that is another state of the program" in said
    assert [one.box for one in regions] == [CLOCK.grow(4)]


def test_many_small_ones_are_another_theme_and_no_clocks() -> None:
    words = [Box(left, top, 64, 28) for left in (64, 256, 448) for top in (32, 128, 224)]
    regions, [said] = learn_ignored(trajectory(Type(text="a")), [{2: frame(*words)}])
    assert (regions, said.startswith("9 places differ, together too much of the screen")) == ((), True)
