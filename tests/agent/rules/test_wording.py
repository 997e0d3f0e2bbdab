"""Whether a rule's words stand in what was read."""

from __future__ import annotations

import pytest

from agent.rules.wording import all_of, best, fits_keys, fits_text


@pytest.mark.parametrize(
    ("seen", "fits"),
    [
        ("Delete", "yes"),
        ("DELETE", "yes"),
        ("Delete…", "yes"),
        ("Delete customer", "yes"),
        ("Yes, delete it", "yes"),
        ("De1ete", "maybe"),  # a letter that was misread
        ("W Delete", "yes"),
        ("WDelete", "maybe"),  # an icon before it, read as a letter
        ("Del…", "maybe"),  # cut off
        ("Don't delete", "no"),
        ("Do not delete", "no"),
        ("Deleted items", "no"),
        ("Select", "no"),
        ("De…", "no"),
        ("Details…", "no"),
        ("Completed", "no"),
        ("", "no"),
    ],
)
def test_delete(seen: str, fits: str) -> None:
    assert fits_text("Delete", seen) == fits


@pytest.mark.parametrize(
    ("wanted", "seen", "fits"),
    [
        ("Delete customer", "Delete", "no"),
        ("OK", "OK", "yes"),
        ("OK", "Book", "no"),
        ("Löschen", "Loschen", "maybe"),
        ("Удалить", "Удалить", "yes"),
        ("Street 1", "Street 2", "no"),
    ],
)
def test_others(wanted: str, seen: str, fits: str) -> None:
    assert fits_text(wanted, seen) == fits


@pytest.mark.parametrize(
    ("wanted", "keys", "fits"),
    [
        ("Ctrl+S", ("ctrl", "s"), True),
        ("Ctrl+S", ("s", "control"), True),
        ("Ctrl+S", ("ctrl", "shift", "s"), False),
        ("Delete", ("del",), True),
        ("Enter", ("\n",), True),
        ("Save", ("s",), False),
        ("Delete", ("nonsense",), False),
    ],
)
def test_keys_have_names(wanted: str, keys: tuple[str, ...], fits: object) -> None:
    assert fits_keys(wanted, keys) == fits


def test_of_several_the_surest_or_the_most_doubtful() -> None:
    assert (best(["no", "maybe"]), best(["maybe", "yes"]), best([])) == ("maybe", "yes", "no")
    assert (all_of(["yes", "maybe"]), all_of(["maybe", "no"]), all_of([])) == ("maybe", "no", "yes")
