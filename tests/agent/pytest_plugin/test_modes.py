"""What `--agent-mode` and `--agent-update` do with a task and its recording."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.pytest_plugin.modes import run_recording, run_task
from agent.recording.reading import load_recording
from agent.task import load_task
from tests.agent.fakes import DONE
from tests.agent.pytest_plugin import configs
from tests.agent.pytest_plugin.sessions import ROOT, write_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.pytest_plugin.options import Settings
    from agent.runs.report.result import Result

THERE = {"command": {"run": ["true"], "exit": 0}}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return configs.settings(tmp_path)


def ran(task: Path, settings: Settings) -> Result:
    """One more session, with an output folder of its own."""
    [run] = load_task(task).runs()
    sessions = len(list(settings.output.glob("*")))
    return run_task(run, "sum", settings.output / f"sum-{sessions}", settings)


def test_a_run_is_recorded_in_its_output_folder_alone(tmp_path: Path, settings: Settings) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE])
    result = ran(task, settings)
    assert result.recording == str(tmp_path / "test-results/sum-0/recording")
    assert not (tmp_path / "recordings").exists()


def test_new_only_records_what_is_not_recorded_yet_beside_the_task(
    tmp_path: Path, settings: Settings
) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE], checks=[THERE])
    settings = replace(settings, mode="replay", new_only=True)
    assert ran(task, settings).verdict == "passed"
    again = ran(task, settings)
    assert again.message == "the recorded run: 1 of 1 checks hold"
    assert again.recording == str(tmp_path / "recordings/sum")


def test_a_run_that_failed_is_no_recording_of_its_task(tmp_path: Path, settings: Settings) -> None:
    flag, recordings = tmp_path / "flag", tmp_path / "recordings"
    there = {"command": {"run": ["test", "-e", str(flag)], "exit": 0}}
    task = write_task(tmp_path / "sum.agent.yaml", [DONE], checks=[there])
    assert ran(task, replace(settings, new_only=True)).verdict == "failed"
    assert not recordings.exists()
    flag.touch()
    assert ran(task, replace(settings, new_only=True)).verdict == "passed"
    kept = load_recording(recordings / "sum").sum
    flag.unlink()
    assert ran(task, replace(settings, update=True)).verdict == "failed"
    assert load_recording(recordings / "sum").sum == kept
    assert [path.name for path in recordings.iterdir()] == ["sum"]


def test_replay_without_a_recording_says_how_to_make_it(tmp_path: Path, settings: Settings) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE])
    with pytest.raises(
        BadInput, match="there is no recording of sum to replay; make it: pytest --agent-update"
    ):
        ran(task, replace(settings, mode="replay"))


def test_an_offline_replay_says_nothing_of_checks_that_are_new(tmp_path: Path, settings: Settings) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE], checks=[THERE])
    ran(task, replace(settings, new_only=True))
    write_task(task, [DONE], checks=[THERE, {"text": "Saved"}])
    with pytest.raises(BadInput, match="`checks` differs"):
        ran(task, replace(settings, mode="replay"))


def test_an_offline_replay_says_nothing_of_other_values(tmp_path: Path, settings: Settings) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE], vars={"name": "Ada"}, checks=[THERE])
    ran(task, replace(settings, new_only=True))
    write_task(task, [DONE], vars={"name": "Zoe"}, checks=[THERE])
    with pytest.raises(BadInput, match=r"was recorded with .*Ada.*now has .*Zoe"):
        ran(task, replace(settings, mode="replay"))


def test_update_records_again_and_loses_nothing(tmp_path: Path, settings: Settings) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE])
    ran(task, replace(settings, new_only=True))
    first = load_recording(tmp_path / "recordings/sum").sum
    ran(task, replace(settings, update=True))
    assert load_recording(tmp_path / "recordings/sum").sum != first
    assert load_recording(tmp_path / "recordings/sum.old.2").sum == first


def test_a_recording_alone_is_replayed_offline(tmp_path: Path, settings: Settings) -> None:
    result = run_recording(ROOT / "recordings/zenity_form", "zenity_form", tmp_path / "out", settings)
    assert (result.verdict, result.steps) == ("passed", 10)
    assert not (tmp_path / "out").exists()
