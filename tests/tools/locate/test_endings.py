"""What stands last in a field: a caret, a selection, a letter that looks like a caret."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.locate.endings import end_of
from tools.observation import Frame

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
GROUND, INK, LIT = (255, 255, 255), (30, 30, 40), (74, 105, 132)


def field(text: str, size: int, caret: int = 0, selected: str = "") -> Frame:
    """A line of text, with a caret so many pixels wide behind it, or with a selected text."""
    font = ImageFont.truetype(FONT, size)
    ascent, descent = font.getmetrics()
    picture = Image.new("RGB", (400, ascent + descent + 8), GROUND)
    draw = ImageDraw.Draw(picture)
    draw.text((6, 4), text, INK, font)
    right = 6 + round(font.getlength(text))
    if selected:
        draw.rectangle((right, 4, right + round(font.getlength(selected)) - 1, 3 + ascent + descent), LIT)
        draw.text((right, 4), selected, GROUND, font)
    if caret:
        draw.rectangle((right, 4, right + caret - 1, 3 + ascent + descent), INK)
    return Frame.from_rgb(np.asarray(picture))


def seen(frame: Frame) -> str:
    return end_of(frame, Box(2, 1, 396, frame.size.height - 2))


SIZES = (11, 13, 16, 20, 26, 32)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["Norma", "Johnson", "Jay", "12", "a.b@c.org", "Kind of blue"])
def test_a_caret_is_as_high_as_its_line(text: str, size: int) -> None:
    assert seen(field(text, size, caret=1 + size // 20)) == "caret"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["g", "y", "gg"])
def test_below_tails_no_letter_ends(text: str, size: int) -> None:
    """What is read as "gl" is a g before a caret, or it is an l, which ends where the g's tail begins."""
    frame = field(text, size, caret=1 + size // 20)
    assert end_of(frame, Box(2, 1, 396, frame.size.height - 2), have_tails=True) == "caret"
    frame = field(text + "l", size)
    assert end_of(frame, Box(2, 1, 396, frame.size.height - 2), have_tails=True) == "letter"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["Normal", "Total I", "Level 1", "gal", "Norma", "Apply", "x"])
def test_a_letter_is_none(text: str, size: int) -> None:
    assert seen(field(text, size)) != "caret"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("text", "selected"), [("Norma", "l"), ("Rush", " hour"), ("N", "ight"), ("1", "1")])
def test_a_selection_is_wider(text: str, selected: str, size: int) -> None:
    assert seen(field(text, size, selected=selected)) == "selection"


@pytest.mark.parametrize(("caret", "end"), [(0, "letter"), (2, "caret")])
def test_the_ground_of_a_field_may_be_shaded(caret: int, end: str) -> None:
    rgb = field("7487", 16, caret=caret).rgb.copy()
    for row in range(7):
        rgb[row][rgb[row].min(axis=1) > INK[2]] = 160 + 15 * row
    assert seen(Frame.from_rgb(rgb)) == end


def test_where_nothing_stands_there_is_no_caret() -> None:
    assert seen(field("", 13)) == "letter"


@pytest.mark.parametrize("behind", [0, 2])
def test_rows_beside_a_selection_that_fills_its_field_are_no_shading(behind: int) -> None:
    """Where most of a field is selected, the selection's colour is the ground, and the field's is drawn."""
    frame = field("", 13, selected="Hotel")
    whole = Box(6, 0, round(ImageFont.truetype(FONT, 13).getlength("Hotel")) + behind, frame.size.height)
    assert end_of(frame, whole) == "selection"


@pytest.mark.parametrize(
    ("caret", "selected", "end"), [(3, "", "caret"), (0, "nda", "selection"), (0, "", "letter")]
)
def test_the_edges_of_a_field_are_no_part_of_what_stands_in_it(caret: int, selected: str, end: str) -> None:
    """At two and a half times the size the ring of the focus is thicker than a border is at most."""
    rgb = field("Ada", 32, caret=caret, selected=selected).rgb.copy()
    rgb[1], rgb[-2], rgb[2, 2:5], rgb[-3, 2:5] = INK, INK, INK, INK
    assert seen(Frame.from_rgb(rgb)) == end
