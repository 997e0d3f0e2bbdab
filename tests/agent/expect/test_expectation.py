"""Expectations as a person says them."""

from __future__ import annotations

import pytest

from agent.expect.expectation import Absent, InState, Readable, Shows, Visible, Wanted
from tools.locate.locator import Locator

NAME = Locator("Name", 2, (("in", Locator("Sender")),))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Visible(NAME), 'the second "Name" in "Sender"'),
        (Absent(Locator("Error")), 'no "Error"'),
        (Shows(Locator("Total"), "42.00"), '"Total" shows "42.00"'),
        (InState(Locator("Save"), "not ticked"), '"Save" is not ticked'),
        (Readable(Locator("Number")), 'a value in "Number"'),
    ],
)
def test_it_is_told_as_it_is_written(wanted: Wanted, said: str) -> None:
    assert str(wanted) == said
