"""The `image` check, on drawn screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

from agent.checks.image import check_image
from agent.task.checks import ImageCheck
from tests.agent.checks.contexts import context
from tools.observation import Frame

if TYPE_CHECKING:
    from pathlib import Path

    from agent.checks.context import Found

CHECK = ImageCheck(like="needle.png")


def screen(*marks: tuple[int, int, str]) -> Image.Image:
    """A grey screen with coloured signs on it, at left, top."""
    picture = Image.new("RGB", (400, 300), (220, 220, 220))
    draw = ImageDraw.Draw(picture)
    for left, top, colour in marks:
        draw.rectangle((left, top, left + 31, top + 23), "white", "black")
        draw.line((left + 6, top + 12, left + 12, top + 18, left + 26, top + 5), colour, 3)
    return picture


def find(folder: Path, seen: Image.Image) -> Found:
    return check_image(CHECK, context(folder, frames=[Frame.from_rgb(np.array(seen))]), folder)


@pytest.fixture
def needle(tmp_path: Path):
    screen((100, 50, "#00a000")).crop((98, 48, 134, 76)).save(tmp_path / "needle.png")
    return tmp_path


def test_the_same_picture_is_found_wherever_it_is(needle: Path) -> None:
    assert find(needle, screen((100, 50, "#00a000"))) == (
        True,
        "needle.png is seen on the screen",
        "at 98, 48",
    )
    assert find(needle, screen((301, 222, "#00a000"))).actual == "at 299, 220"


def test_of_two_alike_the_one_in_the_right_colour_is_found(needle: Path) -> None:
    assert find(needle, screen((30, 30, "#c80000"), (200, 200, "#00a000"))).actual == "at 198, 198"


def test_another_colour_or_another_sign_is_not_the_same(needle: Path) -> None:
    assert not find(needle, screen((100, 50, "#ff50ff"))).passed
    assert "nearest likeness 0.00" in find(needle, Image.new("RGB", (400, 300), "white")).actual
    faded = Image.blend(screen((100, 50, "#00a000")), Image.new("RGB", (400, 300), "white"), 0.6)
    assert find(needle, faded).actual == "not seen; in other colours"


def test_pictures_that_can_not_be_looked_for(tmp_path: Path) -> None:
    seen = screen((100, 50, "black"))
    assert "can't be used" in find(tmp_path, seen).actual
    Image.new("RGB", (20, 20), (10, 20, 30)).save(tmp_path / "needle.png")
    assert "of one colour" in find(tmp_path, seen).actual
    (tmp_path / "needle.png").write_bytes(b"no picture")
    assert "can't be used" in find(tmp_path, seen).actual
    screen().resize((800, 600)).save(tmp_path / "needle.png")
    screen((1, 1, "red")).resize((800, 600)).save(tmp_path / "needle.png")
    assert "not seen" in find(tmp_path, seen).actual
