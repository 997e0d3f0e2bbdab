"""The first difference of what is too long to be shown whole."""

from __future__ import annotations

from typing import Any

import pytest

from agent.checks.difference import LONG, other_text, other_value, told
from agent.checks.files import same_json

LONG_LINE = "x" * 500


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        ("a\nb\nc", "a\nB\nc", 'line 2 is "B", not "b"'),
        ("a\nb", "a", 'line 2 is missing: "b"'),
        ("a", "a\nb", 'line 2 is too many: "b"'),
        ("a\tb", "a b", 'line 1 is "a b", not "a\\tb"'),
        (
            f"{LONG_LINE}1{LONG_LINE}",
            f"{LONG_LINE}2{LONG_LINE}",
            f"…{'x' * 20}2{'x' * 59}…, not …{'x' * 20}1{'x' * 59}…",
        ),
    ],
)
def test_the_first_other_line(expected: str, actual: str, said: str) -> None:
    assert said in other_text(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual", "said"),
    [
        ({"a": [{"b": 1}, {"b": 2}]}, {"a": [{"b": 1}, {"b": 3}]}, "it.a[1].b is 3, not 2"),
        ({"a": 1, "b": 2}, {"b": 2}, "it.a is missing"),
        ({"b": 2}, {"b": 2, "c": 1}, "it.c is too many"),
        ([1, 2], [1, 2, 3], "it has 3 items, not 2"),
        ({"a": "1"}, {"a": True}, 'it.a is true, not "1"'),
        ({"a": 1, "b": 2}, {"a": True, "b": "2"}, "it.a is true, not 1"),
        ({"a": {}}, {"a": []}, "it.a is [], not {}"),
        (f"{LONG_LINE}é", f"{LONG_LINE}e", f'it is …{"x" * 20}e", not …{"x" * 20}é"'),
    ],
)
def test_the_first_other_value(expected: Any, actual: Any, said: str) -> None:
    assert other_value(expected, actual, same_json, str) == said


def test_what_is_short_is_told_alone() -> None:
    assert told("x" * LONG, "d") == "x" * LONG
    assert told("x" * (LONG + 1), "d") == f"d; in all {'x' * (LONG + 1)}"
