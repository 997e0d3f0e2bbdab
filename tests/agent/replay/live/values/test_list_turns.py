"""Turning a list through with the wheel: each of its rows comes into sight, wherever the list stood."""

from __future__ import annotations

import numpy as np
import pytest

from agent.replay.live.values.choice import Choice
from agent.replay.live.values.list_turns import ListTurns
from tools.action import MOST_NOTCHES
from tools.geometry import Box, Point
from tools.observation import Frame

LIST = Box(20, 40, 160, 200)
ROW = 20


class WheelList:
    """A list of so many rows on a screen, each row drawn otherwise, so far turned down."""

    def __init__(self, rows: int, turned: int, pace: int) -> None:
        shades = np.random.default_rng(rows).integers(0, 255, (rows * ROW, LIST.width, 4), np.uint8)
        self._rows, self._at, self._pace, self.seen = shades, turned, pace, set[int]()

    @property
    def frame(self) -> Frame:
        pixels = np.full((280, 200, 4), 217, np.uint8)
        pixels[LIST.slices] = self._rows[self._at : self._at + LIST.height]
        first, last = -(-self._at // ROW), (self._at + LIST.height) // ROW
        self.seen |= set(range(first, last))
        return Frame(pixels)

    def turn(self, notches: int) -> None:
        end = len(self._rows) - LIST.height
        self._at = min(end, max(0, self._at - notches * self._pace))


@pytest.mark.parametrize("pace", [12, 40, 90])
@pytest.mark.parametrize(("rows", "turned"), [(40, 0), (40, 250), (40, 590), (40, 598), (40, 600), (11, 19)])
def test_each_row_comes_into_sight(rows: int, turned: int, pace: int) -> None:
    shown, turns = WheelList(rows, turned, pace), ListTurns()
    choice, at = Choice("Riga", "Atlantis", (LIST,)), Point(60, 100)
    while turn := turns.next(choice, at, shown.frame, []):
        assert abs(turn.vertical) <= MOST_NOTCHES
        shown.turn(turn.vertical)
    assert shown.seen == set(range(rows))
