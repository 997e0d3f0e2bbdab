"""Signs in cells of one width are told from others, as far as a text can tell."""

from __future__ import annotations

import pytest

from tests.tools.see.text.drawn import MONO, MONO_BOLD, SANS, picture_of
from tools.see.text.cut import signs_apart
from tools.see.text.pitch import Pitch, pitch_of


def pitch(text: str, font: str) -> Pitch:
    """Of a text that is drawn."""
    glyphs = signs_apart(picture_of(text, font), "".join(text.split()))
    assert glyphs is not None
    return pitch_of(text, glyphs)


@pytest.mark.parametrize("text", ["Invoice 10", "INV-1001", "Room 200", "Limit"])
def test_narrow_and_wide_letters_tell(text: str) -> None:
    assert pitch(text, MONO).is_fixed
    assert pitch(text, MONO_BOLD).is_fixed
    assert pitch(text, SANS).is_fixed is False


def test_digits_and_few_signs_tell_nothing() -> None:
    assert pitch("1001", MONO).is_fixed is None
    assert pitch("1001", SANS).is_fixed is None
    assert pitch("OK", MONO) == Pitch(None)


def test_a_cell_is_as_wide_as_the_font_says() -> None:
    assert pitch("Limit 500", MONO).cell == pytest.approx(8, abs=0.3)
