"""Drawing on pictures of the screen."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from agent.report.films.drawing import CAPTION, canvas, caption, point_at, ring
from tests.agent.report.runs import HOSTILE
from tools.geometry import Point, Size


def test_a_screen_of_another_size_is_made_to_fit() -> None:
    sheet = canvas(Image.new("RGB", (400, 100), "white"), Size(200, 100))
    picture = np.asarray(sheet)
    assert picture.shape == (100 + CAPTION, 200, 3)
    assert (picture[:50] == 255).all()
    assert not (picture[50:] == 255).any()


def test_pointer_and_ring_stand_at_the_point() -> None:
    sheet = canvas(Image.new("RGB", (200, 100), (9, 9, 9)), Size(200, 100))
    ring(sheet, Point(100, 50))
    assert sheet.getpixel((100, 50)) == (9, 9, 9)
    assert sheet.getpixel((118, 50)) == (232, 60, 50)
    point_at(sheet, Point(100, 50))
    assert sheet.getpixel((101, 54)) == (20, 20, 20)


@pytest.mark.parametrize("point", [Point(-50, 10), Point(10**6, 10**6)])
def test_a_point_off_the_screen_is_no_fault(point: Point) -> None:
    sheet = canvas(Image.new("RGB", (200, 100)), Size(200, 100))
    ring(sheet, point)
    point_at(sheet, point)


@pytest.mark.parametrize("text", [HOSTILE, "long " * 10_000, "", "名前 Ωμέγα"])
def test_a_caption_stays_in_its_line(text: str) -> None:
    sheet = canvas(Image.new("RGB", (200, 100), (9, 9, 9)), Size(200, 100))
    caption(sheet, "3/12", text)
    assert (np.asarray(sheet)[:100] == 9).all()
    assert len(np.unique(np.asarray(sheet)[100:, -12:])) <= 3
