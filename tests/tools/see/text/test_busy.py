"""Areas of busy ground on which something may be written."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.pixels.noise import is_lossy
from tools.see.pixels.regions import find_regions
from tools.see.text.busy import has_steep_edges, is_grain, without_grain, written_on
from tools.see.text.lines import find_text

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


def clouds() -> np.ndarray:
    """Coloured clouds with a fine grain, in which many a patch has the shape of a letter."""
    chance = np.random.default_rng(2)
    layers = (
        cv2.resize(chance.normal(0, size, (300 // size, 480 // size, 3)), (480, 300)) for size in (2, 6)
    )
    return np.clip(20 + 3 * sum(layers), 0, 255).astype(np.uint8)


def test_what_looks_like_letters_in_a_photograph_is_not_read() -> None:
    frame = Frame.from_rgb(clouds())
    assert len(find_regions(frame)) > 1000
    boxes = find_text(frame, find_regions(frame), [])
    assert len(boxes) > 100
    assert len(without_grain(frame, frame, boxes)) <= 1


def test_grain_is_told_on_the_frame_as_it_came_too() -> None:
    """A dark photograph behind a dark window looks like the noise of a lossy picture, and is evened."""
    pixels = np.tile(clouds(), (3, 3, 1))
    pixels[200:700, 300:1000] = 30
    frame = with_text(pixels, "Holiday", (400, 300))
    assert is_lossy(frame)
    scene = ScreenReader().read(frame)
    assert "Holiday" in [line.text for line in scene.lines]
    assert len(scene.lines) + len(scene.unread) < 40  # more than 1000 have the shape of letters


@pytest.mark.parametrize(("ink", "edges"), [(213, True), (187, True), (190, False)])
def test_faint_text_has_edges_on_even_ground(ink: int, *, edges: bool) -> None:
    """The faintest text of all toolkits, one that is off, is 13 levels off its ground."""
    picture = Image.new("RGB", (120, 40), (200, 200, 200))
    ImageDraw.Draw(picture).text((20, 10), "Holiday", (ink,) * 3, ImageFont.truetype(FONT, 14))
    assert has_steep_edges(Frame.from_rgb(np.asarray(picture)), Box(17, 8, 70, 20)) is edges


def test_a_few_texts_without_edges_are_read_all_the_same() -> None:
    """What no letter's edge is may be a light font, or blurred by a lossy picture: only a crowd is grain."""
    frame = Frame.from_rgb(np.full((400, 400, 3), 200, np.uint8))
    boxes = [Box(10 * at, 10 * row, 8, 9) for row in range(40) for at in range(40)]
    assert not any(has_steep_edges(frame, box) for box in boxes)
    assert without_grain(frame, frame, boxes[:39]) == boxes[:39]
    assert without_grain(frame, frame, boxes[:40]) == []


@pytest.mark.parametrize(("ink", "ground"), [(20, 225), (230, 45)])
def test_texts_on_a_grainy_screen_are_read(ink: int, ground: int) -> None:
    """As a camera or a poor line shows them: there nearly each pixel has its own colour."""
    picture = Image.new("RGB", (320, 160), (ground,) * 3)
    for at, text in enumerate(("Holiday", "Not saved", "Error 12")):
        ImageDraw.Draw(picture).text((20, 20 + 40 * at), text, (ink,) * 3, ImageFont.truetype(FONT, 14))
    noise = np.random.default_rng(1).normal(0, 3, (160, 320, 3))
    noisy = np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8)
    said = [line.text for line in ScreenReader().read(Frame.from_rgb(noisy)).lines]
    assert {"Holiday", "Not saved", "Error 12"} <= set(said)


def test_a_star_in_the_night_is_no_full_stop() -> None:
    night = np.full((16, 9, 3), 10, np.uint8)
    night[8, 4] = 90
    assert not has_steep_edges(Frame.from_rgb(night), Box(0, 0, 9, 16))
    night[8:10, 4:6] = 90
    assert has_steep_edges(Frame.from_rgb(night), Box(0, 0, 9, 16))


@pytest.mark.parametrize("quality", [None, 40])
@pytest.mark.parametrize("ground", ["even", "shaded"])
def test_letters_have_colours_in_common(quality: int | None, ground: str) -> None:
    pixels = np.full((40, 120, 3), 200, np.uint8)
    if ground == "shaded":
        pixels -= np.arange(120, dtype=np.uint8)[np.newaxis, :, np.newaxis]
    pixels = with_text(pixels, "Holiday", (20, 10)).bgrx[:, :, 2::-1]
    if quality:
        _, sent = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
        pixels = np.asarray(cv2.imdecode(sent, cv2.IMREAD_COLOR), np.uint8)
    assert not is_grain(Frame.from_rgb(np.ascontiguousarray(pixels)), Box(17, 8, 70, 20))
