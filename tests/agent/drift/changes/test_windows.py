"""Windows are moved or resized before the first look, and what was done is told."""

from __future__ import annotations

import random
import re

from agent.drift.changes.windows import WindowDrift
from tests.agent.fakes import make_frame
from tools.geometry import Box, Point, Size
from tools.x11.arrange import Window

SCREEN = Size(1000, 800)
FORM = Window(1, "Form", Box(104, 122, 392, 274), Box(100, 100, 400, 300))
FULL = Window(2, "Full", Box(0, 0, 1000, 800), Box(0, 0, 1000, 800))


class FakeArrangement:
    """Windows of a display; some may not heed."""

    def __init__(self, *windows: Window, heeds: bool = True) -> None:
        self._windows, self._heeds = windows, heeds
        self.moved: list[tuple[int, Point]] = []
        self.resized: list[tuple[int, int, int]] = []

    def windows(self) -> tuple[Window, ...]:
        return self._windows

    def move(self, window: Window, at: Point) -> bool:
        self.moved.append((window.id, at))
        return self._heeds

    def resize(self, window: Window, width: int, height: int) -> bool:
        self.resized.append((window.id, width, height))
        return self._heeds


def drifted(arrangement: FakeArrangement, seed: int, *, resized: bool = False) -> WindowDrift:
    drift = WindowDrift(arrangement, SCREEN, random.Random(seed), resized=resized)  # type: ignore[arg-type]
    drift.open()
    return drift


def test_a_window_is_moved_and_stays_on_the_screen() -> None:
    for seed in range(30):
        arrangement = FakeArrangement(FORM)
        told = drifted(arrangement, seed).told
        ((window, at),) = arrangement.moved
        assert window == FORM.id
        assert 0 <= at.x <= SCREEN.width - FORM.outer.width
        assert 0 <= at.y <= SCREEN.height - FORM.outer.height
        assert told == f'"Form" moved by {at.x - 100:+}, {at.y - 100:+}'


def test_the_seed_decides() -> None:
    told = [drifted(FakeArrangement(FORM), seed).told for seed in (1, 1, 2)]
    assert told[0] == told[1] != told[2]


def test_where_there_is_no_room_nothing_has_come_about() -> None:
    assert drifted(FakeArrangement(FULL), 1).told is None


def test_a_window_that_does_not_heed_has_not_drifted() -> None:
    for resized in (False, True):
        assert drifted(FakeArrangement(FORM, heeds=False), 1, resized=resized).told is None


def test_a_window_is_resized_within_the_screen() -> None:
    for seed in range(30):
        arrangement = FakeArrangement(FORM)
        told = drifted(arrangement, seed, resized=True).told
        ((_, width, height),) = arrangement.resized
        assert FORM.inner.left + width <= SCREEN.width
        assert 0.8 * FORM.inner.width < width < 1.35 * FORM.inner.width
        assert told == f'"Form" from 392x274 to {width}x{height}'


def test_every_window_is_told() -> None:
    drift = drifted(FakeArrangement(FORM, FORM), 3)
    assert drift.told is not None
    assert len(re.findall('"Form" moved', drift.told)) == 2


def test_later_looks_change_nothing() -> None:
    arrangement = FakeArrangement(FORM)
    drift = drifted(arrangement, 1)
    assert not drift.look(0, make_frame())
    drift.act(0, make_frame())
    assert (len(arrangement.moved), drift.pressed) == (1, 0)
