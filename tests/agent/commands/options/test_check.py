"""The options of `agent check`."""

from __future__ import annotations

import pytest

from agent.commands.options.check import CheckCommand
from agent.errors import BadInput
from agent.runs.options import RunOptions
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of("check a.yaml b.yaml --model m --ground snap --grounder g --var k=v --json")
    run = RunOptions(model="m", ground="snap", grounder="g")
    assert given == CheckCommand(("a.yaml", "b.yaml"), {"k": "v"}, run, json=True)


def test_what_is_not_given_is_as_the_task_says() -> None:
    assert options_of("check a.yaml") == CheckCommand(("a.yaml",), {}, RunOptions(), json=False)


def test_tasks_or_the_schema_are_asked_for() -> None:
    assert options_of("check --schema").schema
    assert options_of("check --steps").steps
    assert options_of("check --steps a.yaml").tasks == ("a.yaml",)
    for command in ("check", "check --schema a.yaml", "check --schema --steps"):
        with pytest.raises(
            BadInput, match="name a task file or a folder of them, --steps, or --schema alone"
        ):
            options_of(command)
