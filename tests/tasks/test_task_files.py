"""Every task file is valid, its steps are within the embedded model's grammar, and no settings leak."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.models import load_model
from agent.task import load_task

TASKS = sorted((Path(__file__).parents[2] / "tasks").glob("*.yaml"))


def test_all_tasks_are_here() -> None:
    assert {path.stem for path in TASKS} >= {
        "fill_form",
        "galculator_sum",
        "mousepad_note",
        "wrong_email",
        "xterm_command",
        "zenity_form",
    }


@pytest.mark.parametrize("path", TASKS, ids=lambda path: path.stem)
def test_the_embedded_model_understands_every_step(path: Path, tmp_path: Path) -> None:
    for run in load_task(path).runs():
        task = run.resolve(tmp_path)
        assert task.id == path.stem
        assert task.checks
        load_model(task.model).check(task)


@pytest.mark.parametrize("path", TASKS, ids=lambda path: path.stem)
def test_programs_of_others_keep_their_settings_in_the_run(path: Path, tmp_path: Path) -> None:
    for run in load_task(path).runs():
        for launch in run.resolve(tmp_path).launch:
            assert launch.command[0] == "python" or f"HOME={tmp_path}" in launch.command
