"""Names of frames."""

from __future__ import annotations

from agent.mcp.seat.frames import ShownFrames
from tests.agent.fakes import make_frame
from tools.observation import Observation


def test_an_equal_picture_has_an_equal_name_and_old_ones_are_forgotten() -> None:
    frames = ShownFrames()
    assert frames.newest is None
    first = frames.named(Observation(make_frame(1)))
    assert frames.named(Observation(make_frame(1))).name == first.name
    names = [frames.named(Observation(make_frame(shade))).name for shade in range(2, 12)]
    assert len({first.name, *names}) == 11
    assert frames.newest is not None
    assert frames.newest.name == names[-1]
    assert frames.get(first.name) is None
    assert frames.get(names[-1]) == frames.newest


def test_a_picture_that_comes_back_is_a_new_one() -> None:
    """What was decided on the first is not decided on the third: something happened in between."""
    frames = ShownFrames()
    names = [frames.named(Observation(make_frame(shade))).name for shade in (1, 2, 1)]
    assert len(set(names)) == 3


def test_a_frame_of_another_desktop_is_none_of_this() -> None:
    one, other = (ShownFrames(mark).named(Observation(make_frame(1))).name for mark in ("-1a", "-2b"))
    assert (one, other) == ("f1-1a", "f1-2b")
