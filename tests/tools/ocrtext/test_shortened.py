"""Tests for captions that are cut short with dots."""

from __future__ import annotations

import pytest

from tools.ocrtext.shortened import is_shortened


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Contact person", "Contact pe..."),
        ("Contact person", "contact perso…"),
        ("Fecha de nacimiento", "Fecha de nacimien... 白"),
        ("Fecha de nacimiento", "Fecha de naci.."),
    ],
)
def test_a_beginning_and_dots_are_the_caption(name: str, seen: str) -> None:
    assert is_shortened(name, seen)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Save as", "Save..."),
        ("Save as copy", "Save as..."),
        ("Printer", "Print..."),
        ("Contact person", "Contact pa..."),
        ("Contact person", "Contact pe"),
        ("Contact person", "Contact person..."),
        ("Customer reference number", "Customer r..."),
        ("Contact person", "Contact pe... Mia"),
        ("Contact person", "..."),
        ("", "..."),
    ],
)
def test_what_may_be_a_caption_of_its_own_is_not(name: str, seen: str) -> None:
    assert not is_shortened(name, seen)
