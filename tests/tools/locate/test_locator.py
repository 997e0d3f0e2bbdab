"""A locator says itself."""

from __future__ import annotations

import pytest

from tools.locate.locator import Locator, ordinal_word


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        (Locator("Street"), '"Street"'),
        (Locator("Street", 2), 'the second "Street"'),
        (Locator("Street", -1), 'the last "Street"'),
        (Locator("Street", qualifiers=(("in", Locator("Billing")),)), '"Street" in "Billing"'),
        (
            Locator("Edit", 3, (("next to", Locator("Pears", 1)), ("below", Locator("Fruit")))),
            'the third "Edit" next to the first "Pears" below "Fruit"',
        ),
        (Locator('a "b"'), '"a "b""'),
    ],
)
def test_a_locator_is_said_as_a_person_would(locator: Locator, words: str) -> None:
    assert str(locator) == words


def test_where_a_phrase_is_read_again_its_texts_are_escaped() -> None:
    located = Locator('a "b"', qualifiers=(("in", Locator("c")),))
    assert located.phrase(lambda text: text.replace('"', "'")) == '"a \'b\'" in "c"'


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (33, "33rd"),
        (112, "112th"),
        (-1, "last"),
    ],
)
def test_which_of_several(number: int, word: str) -> None:
    assert ordinal_word(number) == word
