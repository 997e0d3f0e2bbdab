"""What the recogniser may have made of a text: enough to look a name up, and to doubt."""

from __future__ import annotations

import pytest

from tools.ocrtext.may_be import difference, may_be, part_may_be


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Save", "save"),
        ("Full name", "Full  name:"),
        ("E-mail", "E-mail *"),
        ("Save as", "Save As... Shift+Ctrl+S"),
        ("Save as...", "Save As…"),
        ("Item 11", "Item l1"),
        ("Save As...", "Save ASs..."),
        ("OK", "0K"),
        ("Hello", "He11o"),
        ("Country", "Countrv"),
        ("I accept the terms", "I acceptthe terms"),
        ("Zoë Łukasiewicz", "Zoe tukasiewicz"),
        ("Łódź", "Lodz"),
        ("İstanbul", "istanbul"),
        ("Tromsø", "Tromso"),
        ("=", "\u4e8c"),
        ("3 \u00d7 4", "3 x 4"),
    ],
)
def test_slips_of_the_ocr_are_the_same_text(wanted: str, seen: str) -> None:
    assert may_be(wanted, seen)
    assert part_may_be(wanted, f"Now {seen} then")


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Save", "Send"),
        ("Save", "Safe"),
        ("Save", "Save customer"),
        ("No", "Yes"),
        ("C", "G"),
        ("+", "-"),
        ("...", ""),
        ("パリ", "バリ"),
    ],
)
def test_labels_a_letter_apart_are_two(wanted: str, seen: str) -> None:
    assert not may_be(wanted, seen)


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Street 1", "Street 2"),
        ("Item 11", "Item 17"),
        ("Item 1", "Item 11"),
        ("4", "A"),
        ("Gate F1", "Gate F2"),
        ("$5.00", "$500"),
        ("5", "-5"),
        ("v1.2", "v1,2"),
        ("12:30", "1230"),
    ],
)
def test_digits_and_what_belongs_to_a_number_never_differ(wanted: str, seen: str) -> None:
    assert not may_be(wanted, seen)
    assert not part_may_be(wanted, f"Now {seen} then")


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("5", "S"),
        ("Total: 5", "Total: S"),
        ("Phase II", "Phase 11"),
        ("Item 1", "Iteml"),
        ("Sheet5", "Sheets"),
        ("B2", "BZ"),
    ],
)
def test_a_number_is_no_word(wanted: str, seen: str) -> None:
    for one, other in ((wanted, seen), (seen, wanted)):
        assert not may_be(one, other)
        assert not part_may_be(one, f"Now {other} then")


def test_a_lone_letter_may_be_read_as_the_digit_of_its_look_but_no_digit_as_a_letter() -> None:
    assert may_be("O", "0")
    assert may_be("l", "1")
    assert not may_be("0", "O")
    assert not may_be("1", "l")
    assert not may_be("S", "5")
    assert not part_may_be("O", "Level 0")
    letter, digit = difference("O", "O"), difference("O", "0")
    assert letter is not None
    assert digit is not None
    assert letter < digit


def test_a_shortcut_behind_a_name_is_no_part_of_it() -> None:
    assert may_be("Rename", "Rename F2")
    assert may_be("Rename F2", "Rename")
    assert not may_be("Rename F2", "Rename F3")


def test_the_exact_text_is_nearest() -> None:
    assert difference("Save", "Save") == 0
    near, far = difference("Save", "SAVE:"), difference("Hello", "Hell0")
    assert near is not None
    assert far is not None
    assert 0 < near < far


def test_a_part_is_made_of_whole_words() -> None:
    assert part_may_be("Customer saved", "Status: customar saved.")
    assert not part_may_be("save", "unsaved changes")
    assert not part_may_be("739", "7397")
