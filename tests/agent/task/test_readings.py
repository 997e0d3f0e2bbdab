"""Readings: which variable a written sentence reads."""

from __future__ import annotations

import pytest

from agent.task.readings import name_read


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ('Read "Order number" as order', "order"),
        ('read the "No." field in "Order" as no_1.', "no_1"),
        ('Read "the price as shown" as price', "price"),
        ('Read the cell in row "A" column "B" as cell', "cell"),
        ("Read the price as it is shown", None),
        ('Click "Read as draft"', None),
        ('Type "Read this as x" into "F"', None),
        ('Read "F" as 1st', None),
    ],
)
def test_a_reading_names_its_variable(step: str, name: str | None) -> None:
    assert name_read(step) == name
