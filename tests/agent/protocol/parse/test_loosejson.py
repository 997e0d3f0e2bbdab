"""JSON as models write it: slips outside of strings are mended, and no string is ever guessed at."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.parse.loosejson import load_objects

OBJECT = {"action": "type", "text": 'It\'s "x", {y}: // no comment'}


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ('{"a": [1, 2]}', [{"a": [1, 2]}]),
        ('```json\n{"a": 1}\n```', [{"a": 1}]),
        ('[{"a": 1}, {"b": 2}]', [{"a": 1}, {"b": 2}]),
        ('{"a": 1,}', [{"a": 1}]),
        ('{"a": [1, 2,],}', [{"a": [1, 2]}]),
        ("{'a': 'it is \"x\"'}", [{"a": 'it is "x"'}]),
        ("{a: (1, 2), b: None, c: True}", [{"a": [1, 2], "b": None, "c": True}]),
        ('{"a": 1 // the first\n}', [{"a": 1}]),
        ("{\u201ca\u201d: 1}", [{"a": 1}]),
        ('{"a"\uff1a 1}', [{"a": 1}]),
        (json.dumps('{"a": 1}'), [{"a": 1}]),
        ('{\\"a\\": 1}', [{"a": 1}]),
        ('{"a": 1, "a": 1}', [{"a": 1}]),
    ],
)
def test_what_is_clear_is_read(text: str, objects: list[dict[str, object]]) -> None:
    assert load_objects(text, closed=True) == objects


def test_braces_that_were_forgotten_are_added_only_where_the_text_is_whole() -> None:
    assert load_objects('{"a": {"b": 1', closed=True) == [{"a": {"b": 1}}]
    with pytest.raises(MalformedCall, match="not valid JSON"):
        load_objects('{"a": {"b": 1', closed=False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("left_click(1, 2)", "does not begin with an object"),
        ("", "does not begin with an object"),
        ('{"text": "cut off', "not valid JSON"),
        ('{"text": "a "quoted" word"}', "not valid JSON"),
        ('{"a": 1, "a": 2}', "gives 'a' twice"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_unclear_is_malformed(text: str, reason: str) -> None:
    with pytest.raises(MalformedCall, match=reason):
        load_objects(text, closed=True)


def test_numbers_that_json_does_not_have_are_left_to_the_validation() -> None:
    (found,) = load_objects('{"a": NaN, "b": -Infinity}', closed=True)
    assert math.isnan(found["a"])
    assert math.isinf(found["b"])


@given(st.text())
def test_a_text_is_never_changed_where_other_slips_are_mended(text: str) -> None:
    body = json.dumps({**OBJECT, "more": text}, ensure_ascii=False)
    assert load_objects(f"{body[:-1]},}}", closed=True) == [{**OBJECT, "more": text}]
