"""Marks are known again at their place as long as they show the same."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.known import REMEMBERED, KnownMarks

BOX = Box(20, 20, 16, 16)


def frame(value: int) -> Frame:
    return Frame.from_rgb(np.full((60, 80, 3), value, np.uint8))


def test_a_mark_is_known_where_it_stood_and_as_it_was() -> None:
    marks = KnownMarks()
    marks.keep(frame(1), [BOX])
    assert marks.knows(frame(1), BOX)
    assert not marks.knows(frame(2), BOX)
    assert not marks.knows(frame(1), BOX.shift(1, 0))


def test_the_oldest_marks_are_forgotten() -> None:
    marks = KnownMarks()
    marks.keep(frame(1), [BOX, *(Box(at, 0, 1, 1) for at in range(REMEMBERED))])
    assert not marks.knows(frame(1), BOX)
