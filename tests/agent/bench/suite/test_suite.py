"""Attempts at the suite's tasks with real programs: recorded, judged, and judged anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.bench.sets import Asked, load_items, load_set
from agent.bench.suite.catalogue import TASKS, suite_tasks
from agent.bench.suite.items import SuiteItems, check_recorded
from agent.bench.suite.packages import check_installed
from agent.bench.suite.players import SuitePlayers
from agent.bench.suite.set import Suite
from agent.errors import BadInput
from agent.recording.reading import load_recording
from tests.agent.bench.sets import configured
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.results.attempt import Attempt


UNABLE = ("null", "enter", "typist")
"""Players that must not pass a single task."""


def attempted(model: str, name: str, seed: int, out: Path) -> Attempt:
    """An attempt, which its recording bears out."""
    suite = Suite(Asked("suite", model, seeds=seed + 1))
    suite.prepare()
    item = next(one for one in suite.items() if (one.name, one.seed) == (name, seed))
    attempt = suite.attempt(item, 0, out)
    assert SuiteItems(seed + 1).again(attempt, out) == attempt
    return attempt


def test_the_written_solution_passes(tmp_path: Path) -> None:
    attempt = attempted("oracle", "contact", 1, tmp_path)
    assert (attempt.outcome, attempt.score) == ("passed", 1)
    assert attempt.groups == {"kind": "dialogs", "program": "zenity", "difficulty": "easy"}


@pytest.mark.parametrize("player", UNABLE)
def test_players_that_do_not_do_the_task_fail_it(player: str, tmp_path: Path) -> None:
    attempt = attempted(player, "keep_sum", 0, tmp_path)
    assert (attempt.outcome, attempt.score) == ("failed", 0)


def test_a_model_that_needs_steps_gives_up_and_says_why(tmp_path: Path) -> None:
    attempt = attempted("reader", "keep_sum", 0, tmp_path)
    assert (attempt.outcome, attempt.score) == ("gave_up", 0)
    assert "no rule turns this into steps" in str(attempt.details["message"])


@pytest.mark.parametrize("model", ["oracle", "reader", *UNABLE, "http://127.0.0.1:1/v1"])
def test_the_solution_is_told_to_the_oracle_alone(model: str) -> None:
    task = suite_tasks()["keep_sum"].run(0).resolve(TASKS)
    told, _plays = SuitePlayers(Asked("suite", model)).plays(task)
    assert told == (task if model == "oracle" else task.model_copy(update={"steps": ()}))


@pytest.mark.parametrize("player", ["oracle", *UNABLE])
def test_a_player_that_points_at_nothing_does_not_look_again(player: str) -> None:
    with pytest.raises(BadInput, match="leave --ground and --grounder out"):
        SuitePlayers(Asked("suite", player, ground="refine(2)"))


def test_a_recording_of_something_else_is_noticed(tmp_path: Path) -> None:
    attempt = attempted("null", "keep_sum", 0, tmp_path)
    with pytest.raises(BadInput, match="not of keep_sum with seed 1"):
        SuiteItems().again(attempt.model_copy(update={"seed": 1}), tmp_path)
    recording, task = load_recording(tmp_path / str(attempt.recording)), suite_tasks()["keep_sum"]
    edited = recording.header.model_copy(update={"task_sha256": "0" * 64})
    with pytest.raises(BadInput, match="another edition of the task keep_sum"):
        check_recorded(replace(recording, header=edited), task, 0)
    with pytest.raises(BadInput, match="are not the checks of keep_sum"):
        check_recorded(replace(recording, checks=()), task, 0)


def test_a_program_that_is_missing_is_named_with_what_installs_it() -> None:
    with pytest.raises(EnvironmentFault, match=r"apt-get install no-such-editor$"):
        check_installed(["sh", "no-such-editor"])


def test_the_set_is_found_by_its_name() -> None:
    suite = load_set(Asked("suite", "null"))
    assert suite.about().options["programs"]
    assert load_items(configured(set="suite", options={"seeds": 2}), None).items()[-1].seed == 1
