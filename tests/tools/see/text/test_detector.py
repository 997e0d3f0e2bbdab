"""The text detector: boxes out of its map, and on a picture."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.see.text.detector import TextDetector, lines_in

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def test_marked_middles_become_lines() -> None:
    chances = np.zeros((64, 128), np.float32)
    chances[20:26, 30:90] = 0.9
    chances[50:52, 10:12] = 0.9  # too small
    chances[40:46, 30:90] = 0.35  # too unsure
    [box] = lines_in(chances, 60, 120)
    assert box.overlap(Box(30, 20, 60, 6)) == Box(30, 20, 60, 6)
    assert 10 < box.height < 22


def test_boxes_end_with_the_picture() -> None:
    chances = np.zeros((32, 64), np.float32)
    chances[0:8, 0:64] = 0.9
    [box] = lines_in(chances, 20, 50)
    assert box.overlap(Box(0, 0, 50, 20)) == box


def test_lines_of_a_picture() -> None:
    picture = Image.new("RGB", (300, 90), "#335577")
    font = ImageFont.truetype(FONT, 15)
    ImageDraw.Draw(picture).text((20, 10), "First line", "white", font)
    ImageDraw.Draw(picture).text((120, 55), "Another", "white", font)
    detector = TextDetector()
    one, other = detector.boxes(np.asarray(picture)[:, :, ::-1])
    assert one.contains(Box(20, 10, 70, 15).center)
    assert other.contains(Box(120, 55, 60, 15).center)
    assert detector.boxes(np.zeros((0, 0, 3), np.uint8)) == []
