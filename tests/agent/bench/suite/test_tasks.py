"""The suite's tasks: each is valid in every variant, and what nobody has done is not held for done."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from agent.bench.suite.catalogue import DIFFICULTIES, TASKS, suite_tasks
from agent.bench.suite.variants import DRAWS, variant
from agent.checks import run_checks
from agent.models.reader.model import ReaderModel
from tests.agent.checks.contexts import context

if TYPE_CHECKING:
    from agent.bench.suite.catalogue import SuiteTask
    from agent.task import Task

SEEDS = 10
LIST = Path(__file__).parents[4] / "docs" / "reference" / "suite.md"
STATE = {"file", "json", "csv", "xlsx", "sql", "command"}

every_task = pytest.mark.parametrize("task", suite_tasks().values(), ids=lambda task: task.name)


@every_task
def test_a_task_is_valid_in_every_variant(task: SuiteTask) -> None:
    for seed in range(SEEDS):
        ReaderModel().check(task.run(seed).resolve(TASKS))


@every_task
def test_a_task_names_its_program_and_its_difficulty(task: SuiteTask) -> None:
    assert len(task.file.written.tags) == 2
    assert task.groups["difficulty"] in DIFFICULTIES


@every_task
def test_variables_are_drawn_by_the_seed(task: SuiteTask) -> None:
    drawn = {name for names in DRAWS for name in names}
    assert task.file.written.vars.keys() <= drawn
    if task.file.written.vars:
        assert len({tuple(task.values(seed).values()) for seed in range(SEEDS)}) >= 4


@every_task
def test_what_nobody_has_done_is_not_held_for_done(task: SuiteTask, tmp_path: Path) -> None:
    for seed in range(2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        resolved = task.run(seed).resolve(folder)
        set_up(resolved)
        state = tuple(check for check in resolved.checks if check.kind in STATE)
        judged = run_checks(resolved.model_copy(update={"checks": state}), context(folder), patience=0)
        assert not all(check.passed for check in judged)


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


@every_task
def test_a_task_is_listed_as_it_is(task: SuiteTask) -> None:
    groups = task.groups
    row = (
        f"`{task.name}`", groups["kind"], task.program, groups["difficulty"], task.file.written.instruction
    )  # fmt: skip
    assert f"| {' | '.join(map(str, row))} |" in LIST.read_text().splitlines()


def test_a_seed_gives_the_same_variant_for_ever() -> None:
    written = {"first": "Katherine", "a": "1", "b": "2", "sum": "3"}
    assert variant("contact", written, 0) == written
    assert variant("contact", written, 1) == variant("contact", written, 1)
    assert variant("contact", written, 1) == {"first": "Carla", "a": "1950", "b": "1192", "sum": "3142"}
    assert variant("contact", written, 2) != variant("contact", written, 1)


def test_what_is_drawn_together_belongs_together() -> None:
    for seed in range(1, 50):
        values = variant("sum", {"a": "", "b": "", "sum": "", "city": "", "other_city": ""}, seed)
        assert int(values["a"]) + int(values["b"]) == int(values["sum"])
        assert values["city"] != values["other_city"]
