"""What the values of a task file's keys may be."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from agent.task.parts import Display, Foreach
from agent.task.values import Delimiter, DisplayName, Encoding, ModelName, TaskId, task_id

GOOD = [
    (TaskId, "Fill form 2.1"),
    (DisplayName, "virtual"),
    (DisplayName, ":1.0"),
    (Delimiter, "\t"),
    (Encoding, "cp1252"),
    (ModelName, "http://127.0.0.1:8000/v1"),
]
BAD = [
    (TaskId, "../x", "is no name for a task"),
    (TaskId, "x" * 101, "up to 100 letters"),
    (DisplayName, "screen", 'expected "virtual", "host" or a display'),
    (Delimiter, ";;", "expected one character"),
    (Delimiter, "\n", "expected one character"),
    (Encoding, "utf-9", "is no encoding"),
    (ModelName, "http://me:pw@host/v1", "no place for a password"),
]


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_what_a_key_takes_is_kept_as_it_is(kind: Any, value: str) -> None:
    assert TypeAdapter(kind).validate_python(value) == value


@pytest.mark.parametrize(("kind", "value", "said"), BAD)
def test_what_it_does_not_take_is_refused_with_what_is_expected(kind: Any, value: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        TypeAdapter(kind).validate_python(value)


def test_parts_have_their_usual_values() -> None:
    assert (Display().kind, Display().size) == ("virtual", (1280, 800))
    table = Foreach(csv="people.csv")
    assert (table.delimiter, table.encoding) == (",", "utf-8")
    assert task_id("a b") == "a b"
