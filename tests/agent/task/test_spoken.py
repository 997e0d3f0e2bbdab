"""Names as a step says them lead back to the same names."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import ClickStep
from agent.task.spoken import number_of, spoken, unescape
from agent.task.variables import quoted
from tools.geometry import Box
from tools.locate.describe import NamedElement
from tools.locate.locator import ORDINALS, Locator, Relation
from tools.see.scene import Line

TEXTS = st.text(min_size=1)
NUMBERS = st.none() | st.just(-1) | st.integers(1, 99)
OTHERS = st.tuples(st.sampled_from(get_args(Relation)), st.builds(Locator, TEXTS, NUMBERS))
LOCATORS = st.builds(Locator, TEXTS, NUMBERS, st.lists(OTHERS, max_size=2).map(tuple))


def named(locator: Locator) -> NamedElement:
    return NamedElement(locator, "text", Line(locator.text, Box(0, 0, 8, 16)))


@given(LOCATORS)
def test_a_name_that_is_said_is_understood(locator: Locator) -> None:
    assert parse_step(f"Click {spoken(named(locator))}") == ClickStep(locator)


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        (Locator("Street"), '"Street"'),
        (Locator("Street", 2, (("in", Locator("Billing")),)), 'the second "Street" in "Billing"'),
        (Locator("Street", -1), 'the last "Street"'),
        (Locator("Street", 11), 'the 11th "Street"'),
        (Locator("Street", 22), 'the 22nd "Street"'),
        (Locator('a "b"'), '"a \\"b\\""'),
    ],
)
def test_a_name_is_said_as_a_person_would(locator: Locator, words: str) -> None:
    assert spoken(named(locator)) == words


@pytest.mark.parametrize(("word", "number"), [("Second", 2), ("2nd", 2), ("LAST", -1), ("12th", 12)])
def test_an_ordinal_is_a_number(word: str, number: int) -> None:
    assert number_of(word) == number


def test_the_first_ten_ordinals_are_words() -> None:
    assert [number_of(word) for word in ORDINALS] == list(range(1, 11))


@given(st.text())
def test_a_quoted_text_is_the_text_again(text: str) -> None:
    assert unescape(f'"{quoted(text)}"') == text
