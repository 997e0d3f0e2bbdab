"""Filling in: every reference that can't be filled in is told where it stands, within its text too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task.document import read_document
from agent.task.filling import filled_in

if TYPE_CHECKING:
    from pathlib import Path

TASK = """\
instruction: Greet ${name}
steps:
  - Type "${name}" into "${field}"
checks:
  - text: 'It''s ${nmae}'
vars: {name: "${name}"}
"""


def test_all_that_is_not_set_is_told_by_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(TASK)
    with pytest.raises(BadInput) as refused:
        filled_in(read_document(path), {"name": "Ada"}, ())
    assert [
        line.rpartition("t.yaml:")[2].partition(" is not set")[0] for line in str(refused.value).splitlines()
    ] == [
        '5:18: checks[0].text: variable "nmae"',
    ]


def test_steps_are_left_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(TASK)
    filled = filled_in(read_document(path), {"name": 'A "B"', "field": "F", "nmae": "x"}, ())
    assert filled["instruction"] == 'Greet A "B"'
    assert filled["steps"] == ['Type "${name}" into "${field}"']
    assert filled["vars"] == {"name": "${name}"}
