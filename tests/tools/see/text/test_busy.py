"""Areas of busy ground on which something may be written."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.text.busy import written_on

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def busy(seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 120, (300, 480, 3)).astype(np.uint8)


def with_text(pixels: np.ndarray, text: str, at: tuple[int, int]) -> Frame:
    picture = Image.fromarray(pixels)
    ImageDraw.Draw(picture).text(at, text, "white", ImageFont.truetype(FONT, 14))
    return Frame.from_rgb(np.asarray(picture))


def test_a_text_on_a_photograph_is_found_and_its_surroundings() -> None:
    [area] = written_on(with_text(busy(), "Holiday", (210, 140)), [])
    assert area.overlap(Box(205, 138, 70, 20)) == Box(205, 138, 70, 20)
    assert area.area < 480 * 300 / 2


def test_a_photograph_alone_is_none_nor_is_a_window_on_it() -> None:
    assert written_on(Frame.from_rgb(busy()), []) == []
    pixels = busy()
    pixels[60:240, 100:380] = 200
    pixels[60:240, [100, 379]] = pixels[[60, 239], 100:380] = 30
    assert written_on(Frame.from_rgb(pixels), []) == []


def test_even_ground_is_none_whatever_stands_on_it() -> None:
    even = np.full((300, 480, 3), 220, np.uint8)
    assert written_on(with_text(even, "Holiday pictures", (20, 20)), []) == []


def test_what_was_read_for_sure_on_even_ground_needs_no_second_look() -> None:
    pixels = busy()
    pixels[132:164, 190:300] = 40
    frame = with_text(pixels, "Holiday", (210, 140))
    assert written_on(frame, [Box(207, 138, 62, 20)]) == []


def test_the_last_pixels_of_a_screen_count() -> None:
    [area] = written_on(with_text(busy(), "Holiday", (400, 276)), [])
    assert (area.right, area.bottom) == (480, 300)
