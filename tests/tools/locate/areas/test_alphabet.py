"""What the neighbours of an entry tell of a sorted list."""

from __future__ import annotations

import pytest

from tools.locate.areas.alphabet import stands_between_its_neighbours


@pytest.mark.parametrize(
    ("rows", "at", "other", "is_told"),
    [
        pytest.param("Kiel Linz MAIL Nantes Oslo", 2, "Mail", True, id="sorted"),
        pytest.param("Kiel Zörbig Äthen MAIL Nantes Oslo", 3, "Mail", False, id="not sorted"),
        pytest.param(
            "Essen \u00c9vian Linz MAIL Nantes", 3, "Mail", True, id="accents are no order of their own"
        ),
        pytest.param("Kiel Linz Mainz MAIL", 3, "Mail", False, id="too few, and at the edge"),
        pytest.param("Gera Kiel Linz Lund MAIL", 4, "Mail", False, id="what follows is out of sight"),
        pytest.param("LEITH LINZ MAIL MALL MUNICH", 2, "Mail", False, id="capitals may come first"),
        pytest.param("Kiel Linz Mail Nantes Oslo", 2, "mail", True, id="no capital is any"),
        pytest.param("Gera MAIL Mail Nantes Oslo", 1, "Mail", False, id="the other stands beside it"),
    ],
)
def test_neighbours_tell_that_no_other_spelling_is_out_of_sight(
    rows: str, at: int, other: str, *, is_told: bool
) -> None:
    assert stands_between_its_neighbours(rows.split(), at, other) is is_told
