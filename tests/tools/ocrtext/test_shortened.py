"""Tests for captions that are cut short with dots."""

from __future__ import annotations

import pytest

from tools.ocrtext.shortened import is_cut_by_cell, is_shortened


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


@pytest.mark.parametrize(
    ("text", "seen", "cut"),
    [
        ("liskov@firma.example", "liskov@firm...", True),  # within its first word
        ("Two boxes, one pallet", "Two boxes, ...", True),  # at the end of a word
        ("Paid in two parts", "Paid in two. ..", True),
        ("Lämnas vid dörren", "Lämnas vid..", True),
        ("Paid in two parts", "Paid in to...", False),
        ("Paid in two parts", "Paid in two", False),
        ("Paid in two parts", "Paid...", False),
        ("Rückfrage bei Frau Weiß", "Rückfr...", False),  # too little is left of it
        ("Invoice 2026-0017", "Invoice 2026...", False),
        ("Paid in two parts", "...", False),
        ("", "...", False),
    ],
)
def test_what_a_narrow_column_leaves_is_a_beginning_and_dots(text: str, seen: str, *, cut: bool) -> None:
    assert is_cut_by_cell(text, seen) is cut
