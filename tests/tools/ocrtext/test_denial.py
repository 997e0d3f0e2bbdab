"""When words before a text deny it."""

from __future__ import annotations

import pytest

from tools.ocrtext.denial import is_denied


@pytest.mark.parametrize(
    "before", ["not", "was not yet", "It isn't", "Noch nicht", "n'est pas", "ikke", "(not"]
)
def test_words_that_deny(before: str) -> None:
    assert is_denied("saved", before.split())


@pytest.mark.parametrize("before", ["", "was", "not printed,", "Knot", "no:", "not - ", "nothing (", "note"])
def test_words_that_do_not(before: str) -> None:
    assert not is_denied("saved", before.split())


def test_a_bracket_opens_a_clause() -> None:
    assert not is_denied("(saved)", ["not"])
