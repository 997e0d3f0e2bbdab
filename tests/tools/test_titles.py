"""Titles of windows as they look."""

from __future__ import annotations

import pytest

from tools.titles import is_part_of


@pytest.mark.parametrize(
    ("part", "title", "found"),
    [
        ("mail", "Inbox - My MAIL (3)", True),
        ("Müller", "Mu\u0308ller", True),
        ("a b", "x a\u00a0 b", True),
        ("mail", "Mall", False),
        ("mail", "", False),
    ],
)
def test_what_looks_the_same_is_the_same(part: str, title: str, found: object) -> None:
    assert is_part_of(part, title) is found
