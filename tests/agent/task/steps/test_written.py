"""A written step: filled in for a run, and wrong at its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from agent.errors import BadInput
from agent.task.document import read_document
from agent.task.steps.items import Include, Included
from agent.task.steps.written import WrittenStep, told_of

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_filled_in_and_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text('steps:\n  - Type "${a}" and ${b}\n')
    document = read_document(tmp_path / "t.yaml")
    step = WrittenStep('Type "${a}" and ${b}', document, ("steps", 0), "t.yaml", ("up.yaml:3:5",))
    filled = step.filled({"a": '"', "b": "c"}, ())
    assert (filled.text, filled.line, filled.column, filled.file) == (r'Type "\"" and c', 2, 5, "t.yaml")
    with pytest.raises(
        BadInput, match=r't\.yaml:2:21: steps\[0\]: variable "b".*\(included by up\.yaml:3:5\)'
    ):
        step.filled({"a": ""}, ())


def test_nothing_is_said_of_includes_where_there_are_none() -> None:
    assert told_of(()) == ""
    assert told_of(("a:1:1", "b:2:2")) == " (included by a:1:1, b:2:2)"


def test_an_item_with_a_file_is_one_that_includes_it() -> None:
    file = Included.model_validate({"steps": ["x", {"include": "a.yaml", "with": {"n": "1"}}]})
    assert file.steps == ("x", Include.model_validate({"include": "a.yaml", "with": {"n": "1"}}))
    with pytest.raises(ValidationError):
        Included.model_validate({"steps": [{"with": {"n": "1"}}]})
