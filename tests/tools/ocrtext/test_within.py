"""Whether a text stands in one that was read, so that it can be believed."""

from __future__ import annotations

import pytest

from tools.ocrtext.within import reads_within


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Customer saved", "Status: customer saved."),
        ("7397", "4738+2659 = 7397"),
        ("Save this customer?", "Savethiscustomer?"),
        ("Łódź", "City: Łódź"),
        ("Name:", "Name"),
        ("İstanbul", "istanbul"),
        ("10", "from 10. 5 later"),
        ("Saving…", "Saving ..."),
        ("Save as... (later)", "Save as.. (later)"),
        ("Save as… (later)", "Save as... (later)"),
        ("file_name.txt", "Open file_name.txt"),
        ("Install", "install it"),
        ("_", "_"),
    ],
)
def test_it_reads_so(wanted: str, seen: str) -> None:
    assert reads_within(wanted, seen)


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Łódź", "City: Lodz"),
        ("Lodz", "City: Łódź"),
        ("Müller", "Anna Muller"),
        ("Hello", "He11o"),
        ("Mail", "Mall today"),
        ("report 7", "report_7"),
        ("file_name.txt", "filename.txt"),
        ("save", "unsaved changes"),
        ("739", "7397"),
        ("Customer saved", "Customer saves"),
        ("Install for all users", "Install for all user"),
        ("notes *", "notes"),
        ("Total: 5", "Total: S"),
        ("1_000", "100"),
        ("5.00", "500"),
        ("5", "S"),
        ("S", "5"),
        ("Press F5", "Press F6"),
        ("Save Ctrl+S", "Save"),
        ("1001", "INV-1001"),
        ("", "anything"),
        ("Spara", "Spara企"),  # it may be an icon, and may be a word
        ("100", "Price 100万"),
        ("Saved", "Saved未"),
        ("OK", "OKではない"),
        ("保", "保存"),
        ("Spara", "Spara企業"),
        ("Spara", "企Spara"),
    ],
)
def test_it_does_not_read_so(wanted: str, seen: str) -> None:
    assert not reads_within(wanted, seen)


@pytest.mark.parametrize(
    "seen",
    [
        "Not saved",
        "The file was not saved",
        "It wasn't saved.",
        "Datei nicht saved",
        "Ready. The file was never saved",
        "It is not yet saved (5)",
    ],
)
def test_what_is_denied_is_not_there(seen: str) -> None:
    assert not reads_within("saved", seen)


@pytest.mark.parametrize(
    "seen",
    [
        "Saved",
        "No errors: saved",
        "Not printed, saved",
        "Not printed (saved)",
        "Errors: no. Saved",
        "no - saved",
    ],
)
def test_what_is_denied_in_another_clause_is_nothing_to_it(seen: str) -> None:
    assert reads_within("saved", seen)


def test_a_text_may_hold_its_denial_itself() -> None:
    assert reads_within("not saved", "The file was not saved")
    assert reads_within("No", "Yes or No")
