"""A word in a field is no check box, and a check box between two words is one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.typed_words import is_word
from tools.see.shapes.widgets import find_widgets

PICTURE = Path(__file__).parents[2] / "locate" / "forms" / "fltk_word_no_box.png"
FONT = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 15)


@pytest.mark.parametrize("fill", ["#ffffff", "#2060c0"])
@pytest.mark.parametrize("gap", [7, 9, 12])
def test_check_boxes_between_captions_in_a_white_frame(fill: str, gap: int) -> None:
    """Not higher than the letters around them, which have tails, and as far from both."""
    picture = Image.new("RGB", (640, 160), "#f0f0f0")
    draw, x, drawn = ImageDraw.Draw(picture), 28, []
    draw.rectangle((20, 40, 600, 70), fill="#ffffff", outline="#888888")
    for text in ("Reply", "Copy", "Print page", "Judge", "Apply"):
        draw.text((x, 46), text, font=FONT, fill="#000000")
        x += int(draw.textlength(text, font=FONT)) + gap
        draw.rectangle((x, 49, x + 12, 61), outline="#555555", fill=fill)
        drawn.append(x)
        x += 13 + gap
    widgets = find_widgets(Frame.from_rgb(np.asarray(picture)))
    found = [one.box.left for one in widgets if one.kind == "checkbox"]
    assert found == drawn[:-1], "of which the last one has no caption behind it"


def test_an_in_in_a_shaded_area_is_a_word() -> None:
    """FLTK's, where each pixel is another one than the ground around it, as if all sides were drawn."""
    frame = Frame.from_rgb(np.asarray(Image.open(PICTURE).convert("RGB")))
    regions = find_regions(frame)
    [area] = [one for one in find_boxes(regions, letter_height(regions)) if one.box.height > 60]
    assert is_word(frame, Box(92, 82, 9, 10), area)
    assert not is_word(frame, Box(92, 82, 9, 10).shift(0, 40), area), "nothing stands there"
