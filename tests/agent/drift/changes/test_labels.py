"""Other labels are others."""

from __future__ import annotations

import random

import pytest

from agent.drift.changes.labels import another
from tools.ocrtext.may_be import may_be

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
