"""A list of proposals is told by its entries, in a column right below the field."""

from __future__ import annotations

import pytest

from agent.models.reader.proposals import has_proposals
from tests.tools.scenes import line, painted, widget

FIELD = widget("field", 20, 20, 160)
BEFORE = painted(FIELD, line("Low", 28, 24), line("Notes", 32, 130))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((line("Low", 32, 60), line("Normal", 32, 90), line("High", 32, 120)), True),
        ((line("Low", 32, 60),), False),  # a remark on it
        ((line("Low", 32, 60), line("Normal", 60, 90)), False),  # in no column
        ((line("Low", 32, 90), line("Normal", 32, 120)), False),  # further down
        ((line("Low", 90, 60), line("Normal", 90, 90)), False),  # further in
        ((line("Notes", 32, 130),), False),  # was there
    ],
)
def test_new_texts_in_a_column_below_the_field_are_one(entries: tuple, *, expected: bool) -> None:
    now = painted(FIELD, line("Low", 28, 24), *entries)
    assert has_proposals(FIELD.box, BEFORE, now) is expected
