"""Which scripts are read, held against the signs that the recogniser knows."""

from __future__ import annotations

import pytest

from tools.ocrtext.scripts import (
    begins_in_other_script,
    ends_in_other_script,
    has_letters_of,
    is_mixed,
    language_of,
    unread_script,
)
from tools.see.text.recogniser import Recogniser


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    return Recogniser().known


@pytest.mark.parametrize(
    "text",
    [
        "Save 5 €",
        "Größe ändern",
        "Şifre",
        "Łódź",
        "Příliš žluťoučký",
        "Győr",
        "保存",
        "送信する",
        "パリ",
        "ΑΒΓ αβγ",
        "N.º 5, 1.ª",
        "→ ✓",
    ],
)
def test_read(text: str, known: frozenset[str]) -> None:
    assert unread_script(text) == ""
    assert {sign for sign in text if sign.isalpha()} <= known


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Сохранить", "Cyrillic"),
        ("저장", "Hangul"),
        ("حفظ", "Arabic"),
        ("שמור", "Hebrew"),
        ("บันทึก", "Thai"),
        ("Αποθήκευση", "Greek with accents"),
        ("OK Имя", "Cyrillic"),
    ],
)
def test_not_read(text: str, script: str, known: frozenset[str]) -> None:
    assert unread_script(text) == script
    assert not {sign for sign in text if sign.isalpha()} <= known


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Сохранить 5", "rus"),
        ("Зберегти", "rus"),
        ("Ім'я", "ukr"),
        ("Ђорђе", ""),
        ("저장", "kor"),
        ("שמור", "heb"),
        ("Αποθήκευση", "ell"),
        ("Save", ""),
        ("सहेजें", ""),
    ],
)
def test_the_language_whose_data_knows_all_letters(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "mixed"),
    [("OK Имя", True), ("Имя 5", False), ("Όχι", False), ("PDF 저장", True), ("Save", False)],
)
def test_two_scripts_in_one_text(text: str, *, mixed: bool) -> None:
    assert is_mixed(text) == mixed


def test_letters_of_a_language_among_others() -> None:
    assert has_letters_of("Имя", "rus")
    assert has_letters_of("Зберегти", "ukr")
    assert not has_letters_of("Name 5", "rus")
    assert not has_letters_of("", "rus")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Spara企", True),
        ("Größe 口 ", True),
        ("保存", False),
        ("保存 Spara企", False),
        ("5个", False),
        ("", False),
    ],
)
def test_one_ideograph_behind_letters_is_of_another_script(text: str, *, ends: bool) -> None:
    assert ends_in_other_script(text) == ends


@pytest.mark.parametrize(
    ("text", "begins"),
    [("白 Help", True), ("口Größe", True), ("保存", False), ("保 Spara 企", False), ("个5", False)],
)
def test_one_ideograph_before_letters_is_of_another_script(text: str, *, begins: bool) -> None:
    assert begins_in_other_script(text) == begins
