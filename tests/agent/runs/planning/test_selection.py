"""Expressions over the names of runs."""

from __future__ import annotations

import pytest

from agent.errors import BadInput
from agent.runs.planning.selection import selection

NAME = "tasks/fill_form.yaml fill_form[Ada Lovelace]"


@pytest.mark.parametrize(
    ("expression", "selects"),
    [
        ("form", True),
        ("FORM", True),
        ("galculator", False),
        ("not galculator", True),
        ("form and Ada", True),
        ("form and not Ada", False),
        ("zenity or form", True),
        ("zenity or form and Zoe", False),
        ("(zenity or form) and [Ada", True),
        ("not (zenity or form)", False),
        ("not not form", True),
    ],
)
def test_words_are_found_in_names(expression: str, selects: bool) -> None:  # noqa: FBT001
    assert selection(expression)(NAME) is selects


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("", "a word is missing"),
        ("form and", "a word is missing"),
        ("or form", "a word is missing"),
        ("(form", 'a "\\)" is missing'),
        ("form) or x", '"\\)" is one too many'),
        ("form Ada", '"Ada" is one too many'),
    ],
)
def test_what_is_no_expression_is_refused(expression: str, why: str) -> None:
    with pytest.raises(BadInput, match=f'-k ".*": {why}; write words'):
        selection(expression)
