"""Dots that stand for a password, by what is read in them and by their shape."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.see.text.drawn import ARIAL, picture_of
from tools.geometry import Box
from tools.locate.masks import is_dotted, is_mask
from tools.observation import Frame


@pytest.mark.parametrize(
    ("text", "seen", "masked"), [("sesame", "******", True), ("5000", "0", False), ("1234", "0000", True)]
)
def test_signs_that_stand_for_letters(text: str, seen: str, *, masked: bool) -> None:
    assert is_mask(text, seen) is masked


@pytest.mark.parametrize(("dots", "height", "masked"), [(6, 7, True), (5, 7, False), (6, 12, False)])
def test_as_many_dots_as_signs_all_of_one_size(dots: int, height: int, *, masked: bool) -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    for at in range(dots):
        rgb[28 : 28 + height, 30 + 10 * at : 37 + 10 * at] = 20
    rgb[26:42, 100] = 20  # the caret
    assert is_dotted(Frame.from_rgb(rgb), Box(24, 24, 192, 20), "sesame") is masked


@pytest.mark.parametrize(("text", "shown"), [("9", "89"), ("ac", "os")])
def test_letters_as_wide_as_high_are_no_dots(text: str, shown: str) -> None:
    """Two digits that touch are one thing of that kind."""
    rgb = picture_of(shown, ARIAL)
    assert not is_dotted(Frame.from_rgb(rgb), Box(4, 4, rgb.shape[1] - 8, rgb.shape[0] - 8), text)
