"""The options of the commands: what a command is told, before anything heavy is loaded."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.cli import VERBS, main
from agent.replay.options import PATIENCE
from agent.runs.approval import always, ask
from tests.agent.commands.given import options_of

if TYPE_CHECKING:
    from agent.commands.options.shared import Verb

SMALLEST = {
    **dict.fromkeys(("run", "check", "record"), "task.yaml"),
    **dict.fromkeys(("replay", "heal", "resume", "drift"), "rec"),
    **dict.fromkeys(("models", "doctor"), ""),
    "fork": "rec --at 1",
}
"""What each command can't do without."""


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_command_takes_the_options_that_are_read_for_it(verb: Verb) -> None:
    [parameter] = inspect.signature(import_module(verb.module).main).parameters.values()
    options = options_of(f"{verb.name} {SMALLEST[verb.name]}")
    assert parameter.annotation == type(options).__name__
    assert type(options).__dataclass_params__.frozen  # type: ignore[attr-defined]  # every dataclass has them


def test_what_is_not_said_has_its_usual_value() -> None:
    options = options_of("replay rec --live")
    assert options.recordings == (Path("rec"),)
    assert (options.live.repeat, options.live.learn) == (1, None)
    assert (options.live.options.patience, options.live.options.run.approve) == (PATIENCE, always)


def test_what_is_said_arrives() -> None:
    run = options_of("run a.yaml b.yaml --model m --ground snap --var k=v --approve ask --max-steps 3")
    assert (run.tasks, run.overrides) == (("a.yaml", "b.yaml"), {"k": "v"})
    assert (run.run.model, run.run.ground, run.run.max_steps, run.run.approve) == ("m", "snap", 3, ask)
    fork = options_of("fork rec --at 0 --model m --patience 2 --junit j.xml")
    assert (fork.at, fork.options.run.model, fork.options.patience) == (0, "m", 2)
    assert fork.output.junit == Path("j.xml")


@pytest.mark.parametrize(
    "option",
    [
        *("--record=r", "--display=host", "--max-steps=1", "--timeout=1", "--approve=auto", "--junit=j"),
        *("--task=t", "--var=a=b", "--patience=10", "--heal=m", "--strict", "--learn=2", "--cases"),
        "--repeat=1",
    ],
)
def test_what_is_for_a_live_replay_is_refused_without_live_even_where_it_says_the_usual(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", "rec", option]) == 2
    assert f"{option.partition('=')[0]}: is for a live replay; add --live" in capsys.readouterr().err
