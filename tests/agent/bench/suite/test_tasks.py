"""The suite's tasks: each is valid in every variant, and listed as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.bench.suite.catalogue import DIFFICULTIES, TASKS, suite_tasks
from agent.bench.suite.variants import DRAWS, variant
from agent.models.reader.model import ReaderModel

if TYPE_CHECKING:
    from agent.bench.suite.catalogue import SuiteTask

SEEDS = 10
LIST = Path(__file__).parents[4] / "docs" / "reference" / "suite.md"

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
    assert len({tuple(task.values(seed).values()) for seed in range(SEEDS)}) >= 4


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
