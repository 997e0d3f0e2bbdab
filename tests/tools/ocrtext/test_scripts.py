"""Which scripts are read, held against the signs that the recogniser knows."""

from __future__ import annotations

import pytest

from tools.ocrtext.scripts import unread_script
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
