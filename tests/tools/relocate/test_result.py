"""What is said of a place that was looked for."""

from __future__ import annotations

import pytest

from tools.geometry import Box
from tools.relocate.result import near, several

BOX = Box(100, 100, 40, 20)


@pytest.mark.parametrize(
    ("across", "down", "is_near"),
    [(0, 0, True), (64, 0, True), (65, 0, False), (0, -64, True), (64, 64, True)],
)
def test_near_is_a_matter_of_pixels(across: int, down: int, *, is_near: bool) -> None:
    assert near(BOX.shift(across, down), BOX) is is_near


def test_what_is_large_may_move_by_its_own_size() -> None:
    wide = Box(100, 100, 300, 20)
    assert near(wide.shift(300, 0), wide)


def test_the_places_are_named() -> None:
    lost = several([BOX, BOX.shift(100, 0)], "was alone")
    assert lost.why == "several"
    assert lost.message == "it could be in 2 places, at (120, 110), (220, 110); what was recorded was alone"
    assert "in 1 place," in several([BOX], "was one of 2").message
