"""What a recording has made of own steps stands for them in a replay: no Python of a user is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.replay.live.recorded_steps import RecordedSteps
from agent.task import load_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task import Task

STEPS = """\
from agent.steps import step

@step("Open order {number}")
def open_order(number):
    yield f'Type "{number}" into "Search"'
    yield 'Press Enter'

@step("Pick the year of {date}")
def pick_year(date):
    yield f'Select "{int(date[:4])}" in "Year"'
"""
TASK = """\
instruction: x
vars: {n: "7", due: 2026-11-27}
steps:
  - Press Tab
  - Open order ${n}
  - Pick the year of ${due}
  - Open order 9
"""


@pytest.fixture
def recorded(tmp_path: Path) -> Task:
    """A task as it was recorded; its Python would end the test."""
    (tmp_path / "t.yaml").write_text(TASK)
    (tmp_path / "steps.py").write_text(STEPS)
    task = load_task(tmp_path / "t.yaml").runs()[0].resolve(tmp_path)
    (tmp_path / "steps.py").write_text("import agent.steps\nraise SystemExit\n")
    return type(task).model_validate_json(task.model_dump_json())


def test_the_sentences_are_those_of_the_recording(recorded: Task) -> None:
    [run] = load_task(recorded.source, RecordedSteps(recorded)).runs()
    assert run.resolve(recorded.source.parent).steps == recorded.steps
    [run] = load_task(recorded.source, RecordedSteps(recorded)).runs({"n": '8 "x"'})
    texts = [step.text for step in run.resolve(recorded.source.parent).steps]
    assert texts == [
        "Press Tab",
        r'Type "8 \"x\"" into "Search"',
        "Press Enter",
        'Select "2026" in "Year"',
        'Type "9" into "Search"',
        "Press Enter",
    ]


def test_what_only_python_can_work_out_is_refused(recorded: Task) -> None:
    file = load_task(recorded.source, RecordedSteps(recorded))
    with pytest.raises(BadInput, match=r't\.yaml:6:5: steps\[2\]: what this own step makes of "due" was'):
        file.runs({"due": "2027-01-01"})


def test_a_sentence_that_was_not_recorded_stays_as_it_is(recorded: Task) -> None:
    recorded.source.write_text(TASK.replace("Open order 9", "Open order 10"))
    [run] = load_task(recorded.source, RecordedSteps(recorded)).runs()
    assert run.steps[-1].template == "Open order 10"
