"""Sliders whose trough their thumb parts; not the steps, rules, dashes and bars that stand in rows too."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.shapes.parted import parted_troughs
from tools.see.shapes.sliders import find_sliders

SHADE, DARK = 120, 60


def row(*boxes: Box) -> Canvas:
    """Things that stand in a row on one ground."""
    canvas = Canvas()
    for box in boxes:
        canvas.fill(box, SHADE if box.width > box.height else DARK)
    return canvas


def parted(canvas: Canvas) -> list[Box]:
    """What is found there."""
    return [box for region in find_regions(canvas.frame) for box in parted_troughs(region.outlines)]


@pytest.mark.parametrize("at", [60, 110, 190])
def test_trough_thumb_and_trough_close_to_each_other_are_a_slider(at: int) -> None:
    thumb = Box(at, 62, 10, 14)
    canvas = row(Box(40, 66, at - 42, 6), thumb, Box(at + 12, 66, 208 - at, 6))
    assert parted(canvas) == [Box(40, 62, 180, 14)]
    (found,) = find_sliders(canvas.frame)
    assert found.box == Box(40, 62, 180, 14)
    assert abs(found.thumb.center.x - thumb.center.x) <= 1


@pytest.mark.parametrize(
    "boxes",
    [
        [part for at in range(40, 280, 60) for part in (Box(at, 68, 46, 4), Box(at + 48, 64, 10, 12))],
        [Box(40, 68, 80, 4), Box(126, 64, 10, 12), Box(142, 68, 80, 4)],
        [Box(40, 70, 88, 1), Box(130, 66, 8, 9), Box(140, 70, 88, 1)],
        [Box(40, 66, 20, 12), Box(62, 66, 20, 12), Box(84, 66, 20, 12)],
        [Box(40, 68, 80, 4), Box(122, 64, 10, 12), Box(134, 64, 80, 12)],
        [Box(40, 70, 22, 3), Box(64, 66, 8, 11), Box(74, 70, 8, 3)],
        [Box(40, 68, 120, 6), Box(162, 64, 10, 14)],
    ],
    ids=["steps", "a bullet in a rule", "dashes", "blocks", "a bar and a button", "a short one", "no end"],
)
def test_what_else_stands_in_a_row_is_none(boxes: list[Box]) -> None:
    canvas = row(*boxes)
    assert parted(canvas) == []
    assert find_sliders(canvas.frame) == ()
