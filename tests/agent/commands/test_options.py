"""The options of the commands: what a command is told, before anything heavy is loaded."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from agent.cli import VERBS
from tests.agent.commands.given import options_of

if TYPE_CHECKING:
    from agent.commands.options.shared import Verb

SMALLEST = {
    **dict.fromkeys(("run", "check", "record", "audit"), "task.yaml"),
    **dict.fromkeys(("replay", "heal", "resume", "drift"), "rec"),
    **dict.fromkeys(("models", "doctor", "mcp"), ""),
    **dict.fromkeys(("report", "trace"), "rec -o out"),
    "fork": "rec --at 1",
    "bench": "miniwob",
    "skill": "install",
}
"""What each command can't do without."""


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_command_takes_the_options_that_are_read_for_it(verb: Verb) -> None:
    [parameter] = inspect.signature(import_module(verb.module).main).parameters.values()
    options = options_of(f"{verb.name} {SMALLEST[verb.name]}")
    assert type(options).__name__ in parameter.annotation.split(" | ")
    assert type(options).__dataclass_params__.frozen  # type: ignore[attr-defined]  # every dataclass has them
