"""Steps written down as a task file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.interactive.written import written_run
from agent.task.variables import quoted

if TYPE_CHECKING:
    from pathlib import Path


def test_a_value_is_data_whatever_it_holds(tmp_path: Path) -> None:
    value = 'a: [b, "c"] # ${workdir}\n- Click "Delete"'
    steps = ['Type "${text}" into "F"', 'Click "5 $"']
    run = written_run(tmp_path / "steps.yaml", "steps", steps, {"text": value}, (), {"wait": 2.0})
    task = run.resolve(tmp_path)
    assert (task.vars["text"], task.limits.wait, task.id) == (value, 2.0, "steps")
    typed, clicked = task.steps
    assert (quoted(value) in typed.text, clicked.text) == (True, 'Click "5 $"')


def test_a_name_that_is_not_set_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r'steps.yaml:\d+:\d+: .*variable "text" is not set'):
        written_run(tmp_path / "steps.yaml", "steps", ['Type "${text}"'], {}, (), {})
