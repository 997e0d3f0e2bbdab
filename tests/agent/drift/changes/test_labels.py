"""Other labels are others."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from agent.drift.changes.labels import another, rewritten
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from agent.drift.kinds import TextChange

LABELS = ("Save", "Save customer", "Yes", "7", "Full name", "I accept", "=", "Save As...", "City", "GBP")


@pytest.mark.parametrize("label", LABELS)
def test_it_means_something_else(label: str) -> None:
    for seed in range(40):
        assert another(label, random.Random(seed)).casefold() != label.casefold()


def test_some_differ_in_one_letter() -> None:
    others = {another("Country", random.Random(seed)) for seed in range(60)}
    near = [other for other in others if len(other) == len("Country")]
    assert len(near) >= 5
    assert all(sum(a != b for a, b in zip(other, "Country", strict=True)) == 1 for other in near)
    assert all(not may_be("Country", other) for other in others)


@pytest.mark.parametrize(
    ("how", "text", "others"),
    [
        ("other_number", "Delete 1 draft?", r"Delete [02-9] draft\?"),
        ("other_number", "Delete all?", None),
        ("other_word", "Saved", r"(?!Saved$)\w+"),
        ("other_word", "12.50", None),
        ("negated", "Delete 1 draft?", r"Not delete 1 draft\?"),
        ("suffixed", "Order 7", r"Order 7 \S.*"),
    ],
)
def test_a_text_is_rewritten_in_one_way(how: TextChange, text: str, others: str | None) -> None:
    for seed in range(20):
        new = rewritten(how, text, random.Random(seed))
        assert new is None if others is None else re.fullmatch(others, new or "")
