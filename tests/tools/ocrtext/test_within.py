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
        ("Łódź", "City: Lodz"),
        ("Lodz", "City: Łódź"),
        ("Name:", "Name"),
        ("İstanbul", "istanbul"),
        ("10", "from 10. 5 later"),
        ("Saving…", "Saving ..."),
        ("Hello", "He11o"),
        ("Save as... (later)", "Save as.. (later)"),
        ("Save as… (later)", "Save as... (later)"),
        ("file_name.txt", "file name.txt"),
        ("file_name.txt", "filename.txt"),
        ("_", "_"),
    ],
)
def test_it_reads_so(wanted: str, seen: str) -> None:
    assert reads_within(wanted, seen)


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
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
    ],
)
def test_it_does_not_read_so(wanted: str, seen: str) -> None:
    assert not reads_within(wanted, seen)
