"""Noise: told from what programs shade themselves, and taken off for finding widgets."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.pixels.noise import is_lossy, without_noise
from tools.see.pixels.regions import find_regions
from tools.see.shapes.widgets import find_widgets

REMOTEFX = Path(__file__).parent / "pictures" / "remotefx.webp"
"""A part of the sample form, as xrdp sends it with `/rfx`."""
FORMS = Path(__file__).parents[4] / "recordings" / "fill_form" / "frames"


def frame_of(path: Path) -> Frame:
    with Image.open(path) as picture:
        return Frame.from_rgb(np.asarray(picture.convert("RGB")))


def found(frame: Frame) -> Counter[str]:
    return Counter(widget.kind for widget in find_widgets(frame, find_regions(frame)))


def test_what_remotefx_hides_is_found_again() -> None:
    frame = frame_of(REMOTEFX)
    assert is_lossy(frame)
    assert found(frame)["checkbox"] == 0, "its edges have echoes"
    clean = found(without_noise(frame))
    assert (clean["checkbox"], clean["radio"], clean["dropdown"]) == (3, 3, 1)


def test_a_reader_finds_them_and_reads_the_picture_as_it_is() -> None:
    scene = ScreenReader().read(frame := frame_of(REMOTEFX))
    assert sum(widget.kind == "checkbox" for widget in scene.widgets) == 3
    assert {"I accept the terms", "Send newsletter", "Business"} <= {line.text for line in scene.lines}
    assert scene.frame is frame


@pytest.mark.parametrize("path", sorted(FORMS.iterdir())[:5], ids=lambda path: path.stem[:8])
def test_a_lossless_frame_is_left_as_it_is(path: Path) -> None:
    frame = frame_of(path)
    assert without_noise(frame) is frame


def test_a_program_s_own_shading_is_no_noise() -> None:
    picture = np.full((400, 600, 3), 244, np.uint8)
    picture[100:300, 100:500] = np.linspace(190, 230, 400).astype(np.uint8)[None, :, None]
    assert not is_lossy(Frame.from_rgb(picture))


@pytest.mark.parametrize("across", [False, True])
def test_nor_is_the_gradient_of_a_desktop_behind_a_dark_window(*, across: bool) -> None:
    desktop = np.linspace(0, 90, 400).astype(np.uint8)
    picture = np.full((400, 400, 3), 90, np.uint8)
    picture[:, :, 1] += desktop[None, :] if across else desktop[:, None]
    picture[40:360, 40:300] = 53  # a window, whose edges are a level off
    picture[40:360:16, 40:300] = 54
    picture[100:300, 60:200] = 45  # a field, shaded
    picture[100:180, 60:200] = 44
    assert not is_lossy(Frame.from_rgb(picture))
    noise = np.random.default_rng(1).integers(-2, 3, picture.shape)
    assert is_lossy(Frame.from_rgb(np.clip(picture + noise, 0, 255).astype(np.uint8)))


def test_an_empty_screen_is_not_lossy() -> None:
    assert not is_lossy(Frame.from_rgb(np.zeros((50, 50, 3), np.uint8)))
