"""A text that a field held is told to be selected: its letters stand where they stood."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.pixels.lit import is_all_lit, is_lit_since

FIELD = Box(20, 20, 260, 30)
BLUE, WHITE, INK = (0, 60, 170), (255, 255, 255), (30, 30, 30)


def drawn(
    text: str = "12/12/1982", *, lit: Box | None = None, over: Box | None = None, right: int = 0
) -> Frame:
    """The field with a text, perhaps on a selection; or with something laid over it."""
    picture = Image.new("RGB", (320, 80), WHITE)
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSans.ttf", 13)
    if lit:
        pen.rectangle((lit.left, lit.top, lit.right - 1, lit.bottom - 1), BLUE)
    pen.text((28 + right, 40), text, WHITE if lit else INK, font, anchor="ls")
    if over:
        pen.rectangle((over.left, over.top, over.right - 1, over.bottom - 1), BLUE)
    pen.line((20, 49, 279, 49), BLUE if lit or over else INK)
    return Frame.from_rgb(np.asarray(picture))


ALL = Box(28, 25, 78, 20)


def test_the_text_that_stood_there_is_lit() -> None:
    assert is_lit_since(drawn(), drawn(lit=ALL), FIELD)
    assert is_lit_since(drawn(), drawn(lit=ALL, right=-1), FIELD), "moved with the focus"
    assert not is_lit_since(drawn(), drawn(lit=ALL, right=4), FIELD), "the next word"
    assert not is_lit_since(drawn(), drawn(), FIELD), "only with the focus"
    assert not is_lit_since(drawn(lit=ALL), drawn(), FIELD), "no longer"
    assert not is_lit_since(drawn(), drawn("Ada Lovelace", lit=ALL), FIELD), "another text"


def test_all_that_stands_in_a_field_is_lit_wherever_it_stands() -> None:
    inside = FIELD.grow(-2)._replace(height=25)
    assert is_all_lit(drawn(lit=ALL), inside)
    assert is_all_lit(drawn(lit=ALL.shift(40, 0), right=40), inside)
    assert not is_all_lit(drawn(), inside)
    first_word = drawn(lit=ALL).rgb.copy()
    first_word[:, 60:] = drawn().rgb[:, 60:]
    assert not is_all_lit(Frame.from_rgb(first_word), inside)
    assert not is_all_lit(drawn(lit=Box(0, 20, 320, 30)), inside), "the whole row"
    assert not is_all_lit(drawn("", lit=ALL._replace(width=2)), inside), "a caret"


@pytest.mark.parametrize(
    "over",
    [
        Box(28, 25, 78, 20),  # without a letter
        Box(0, 22, 320, 60),  # a list over all of it
        Box(20, 22, 90, 20),  # over its left end
        Box(200, 22, 90, 20),  # over its right end
    ],
)
def test_what_lies_over_it_is_no_selection(over: Box) -> None:
    assert not is_lit_since(drawn(), drawn(over=over), FIELD)


def test_a_frame_of_another_size_tells_nothing() -> None:
    other = Frame.from_rgb(np.full((90, 320, 3), 255, np.uint8))
    assert not is_lit_since(drawn(), other, FIELD)
    assert not is_lit_since(drawn(), drawn(lit=ALL), FIELD.shift(100, 0)), "nor a field beyond it"
