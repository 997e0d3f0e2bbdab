"""Accepted survivors: only of steps that the task has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task import load_task
from agent.task.accepted import check_accepted

if TYPE_CHECKING:
    from pathlib import Path

TASK = """\
instruction: Save it.
vars: {name: Ada}
steps:
  - Type "${name}" into "Name"
  - Click "OK"
audit:
  accept:
    - {step: 'Click "OK"', why: the window closes by itself}
    - {step: 'Type "${name}" into "Name"', mutant: left out, why: it is there from the start}
"""


def test_steps_are_named_as_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(TASK)
    accepted = load_task(file).runs()[0].file.written.audit.accept
    assert [(one.step, one.mutant) for one in accepted] == [
        ('Click "OK"', None),
        ('Type "${name}" into "Name"', "left out"),
    ]


def test_a_step_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(TASK.replace("- {step: 'Click \"OK\"'", "- {step: 'Click \"Ok\"'"))
    with pytest.raises(
        BadInput, match=r't\.yaml:8.*: audit.accept\[0\].step: no step reads so; did you mean "Click'
    ):
        load_task(file).runs()


def test_all_that_are_not_there_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(TASK)
    loaded = load_task(file)
    with pytest.raises(BadInput) as told:
        check_accepted(
            loaded.document, loaded.written.audit, [replace(loaded.steps[0], template="Press Enter")]
        )
    assert str(told.value).count("no step reads so") == 2


def test_a_run_is_told_nothing_of_it(tmp_path: Path) -> None:
    """The recording's header would not be read by an older version."""
    file = tmp_path / "t.yaml"
    file.write_text(TASK)
    assert "audit" not in load_task(file).runs()[0].resolve(tmp_path).model_dump()
