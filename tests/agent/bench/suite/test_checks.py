"""The checks of the suite's tasks: what nobody has done, or only nearly, is not held for done."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from agent.bench.suite.catalogue import suite_tasks
from agent.checks import run_checks
from tests.agent.checks.contexts import context

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.suite.catalogue import SuiteTask
    from agent.task import Task

STATE = {"file", "json", "csv", "xlsx", "sql", "command"}


@pytest.mark.parametrize("task", suite_tasks().values(), ids=lambda task: task.name)
def test_what_nobody_has_done_is_not_held_for_done(task: SuiteTask, tmp_path: Path) -> None:
    for seed in range(2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        resolved = task.run(seed).resolve(folder)
        set_up(resolved)
        state = tuple(check for check in resolved.checks if check.kind in STATE)
        judged = run_checks(resolved.model_copy(update={"checks": state}), context(folder), patience=0)
        assert not all(check.passed for check in judged)


@pytest.mark.parametrize(
    ("name", "done", "nearly"),
    [
        ("copy", "cp shelf/$file.txt shelf/$folder", "mv shelf/$file.txt shelf/$folder"),
        ("move", "mv shelf/$file.txt shelf/$folder", "cp shelf/$file.txt shelf/$folder"),
        ("delete", "rm shelf/$file.txt", "mkdir -p .local/Trash && mv shelf/$file.txt .local/Trash"),
        ("rename", "mv shelf/draft.txt shelf/$file.txt", "cp shelf/draft.txt shelf/$file.txt"),
        ("new_folder", "mkdir shelf/$folder", "mkdir $folder"),
        ("save_as", "cp draft.txt $file.txt", "mv draft.txt $file.txt"),
        ("second_line", "sed -i 2d cities.txt", "sed -i 2s/.*// cities.txt"),
        ("last_line", "echo $city >> cities.txt", "sed -i 1i$city cities.txt"),
        ("nano_line", "sed -i 1i$city cities.txt", "echo $city >> cities.txt"),
        ("replace_all", "sed -i s/$city/$other_city/ plan.txt", "sed -i 2s/$city/$other_city/ plan.txt"),
        ("count", "grep -c $city orders.txt > number.txt", "grep $city orders.txt > number.txt"),
        ("sort_lines", "sort -u names.txt > sorted.txt", "sort names.txt > sorted.txt"),
        ("put_away", "mkdir $folder && mv $file.txt $folder", "mkdir $folder && cp $file.txt $folder"),
        ("throw_away", "mv Mail/inbox/2 Mail/trash/1", "mv Mail/inbox/1 Mail/trash/1"),
        ("save_copy", "cp invoice.pdf $file.pdf", "touch $file.pdf"),
        ("keep_sum", "echo $sum > sum.txt", "echo $a + $b > sum.txt"),
        ("contact", 'echo "$first|$surname|$city|$phone" > contact.txt', 'echo "$first|||" > contact.txt'),
        ("decline", "echo status 1 > answer.txt", "echo status 0 > answer.txt"),
    ],
)
def test_what_is_nearly_done_is_not_held_for_done(name: str, done: str, nearly: str, tmp_path: Path) -> None:
    for command, holds in ((done, True), (nearly, False)):
        folder = tmp_path / str(holds)
        folder.mkdir()
        task = suite_tasks()[name].run(1).resolve(folder)
        set_up(task)
        subprocess.run(["sh", "-c", command], cwd=folder, env={**os.environ, **task.vars}, check=True)
        judged = run_checks(task, context(folder), patience=0)
        assert all(check.passed for check in judged) == holds, command


@pytest.mark.parametrize(("turns", "holds"), [(0, False), (1, False), (2, False), (3, True)])
def test_a_picture_is_turned_the_right_way(turns: int, *, holds: bool, tmp_path: Path) -> None:
    task = suite_tasks()["turn"].run(0).resolve(tmp_path)
    set_up(task)
    path = tmp_path / f"{task.vars['file']}.png"
    with Image.open(path) as picture:
        turned = picture.rotate(90 * turns, expand=True)  # counterclockwise
    turned.save(path)
    judged = run_checks(task, context(tmp_path), patience=0)
    assert all(check.passed for check in judged) == holds


def set_up(task: Task) -> None:
    """What is there before the programs are started."""
    for command in task.setup:
        subprocess.run(command.command, cwd=task.source.parent, check=True)
