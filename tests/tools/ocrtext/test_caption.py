"""The name in a caption."""

from __future__ import annotations

import pytest

from tools.ocrtext.caption import name_and_rest, name_in, names, trimmed


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Full  name:", "full name"),
        ("E-mail *", "e-mail"),
        ("Save as...", "save as"),
        ("Save as\u2026", "save as"),
        ("Saved.", "saved"),
        ("\uff21\uff22", "ab"),
        ("...", "..."),
        ("\u2026", "\u2026"),
        (":", ":"),
        ("5 .", "5 ."),
        ("", ""),
    ],
)
def test_what_stands_at_the_end_is_no_part_of_it(text: str, short: str) -> None:
    assert trimmed(text) == short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Save as... Ctrl+Shift+S", "save as"),
        ("Copy Ctrl + C", "copy"),
        ("Rename F2", "rename"),
        ("Model T4", "model t4"),
        ("C++", "c++"),
        ("F2", "f2"),
    ],
)
def test_a_shortcut_stands_behind_a_name(text: str, name: str) -> None:
    assert name_in(text) == name


def test_shortcuts_count_where_both_have_one() -> None:
    assert names("Save Ctrl+S", "Save") == ("Save", "Save")
    assert names("Save Ctrl+S", "save ctrl + s") == ("Save", "save")
    assert names("Gate F1", "Gate F2") == ("Gate f1", "Gate f2")


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Save as... Ctrl+Shift+S", "Save as", "... Ctrl+Shift+S"),
        ("File name:", "File name", ":"),
        ("Save", "Save", ""),
        ("...", "...", ""),
    ],
)
def test_a_name_and_what_stands_behind_it(text: str, name: str, rest: str) -> None:
    assert name_and_rest(text) == (name, rest)
