"""What each record mode does with a recording that is there, and with one that is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.replay import record_modes
from agent.replay.record_modes import check_mode, run_in_mode
from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned
from agent.task import load_task

ROOT = Path(__file__).parents[3]
NOWHERE = RunOptions(display=":4711", model="reader")
"""Runs on a display that there is not: they end at once, and are recorded nowhere."""


@pytest.fixture
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planned:
    """A run whose recording is in `rec`, if it is anywhere."""
    (tmp_path / "tasks").mkdir()
    shutil.copy(ROOT / "tasks" / "galculator_sum.yaml", tmp_path / "tasks")
    monkeypatch.chdir(tmp_path)
    run = load_task(Path("tasks/galculator_sum.yaml")).runs()[0]
    return Planned(run, "sum", tmp_path / "rec")


def recorded(planned: Planned) -> Path:
    """Its recording, made now."""
    assert planned.record is not None
    shutil.copytree(ROOT / "recordings" / "galculator_sum", planned.record)
    return planned.record


def test_only_none_needs_a_recording_to_be_there(planned: Planned) -> None:
    with pytest.raises(BadInput, match=r"there is no recording of sum, .*--record-mode once"):
        check_mode(planned, "none")
    for mode in ("once", "new_episodes", "all", "rewrite"):
        check_mode(planned, mode)


def test_what_is_to_be_replayed_must_be_of_this_task(planned: Planned) -> None:
    folder = recorded(planned)
    check_mode(planned, "none")
    shutil.rmtree(folder)
    shutil.copytree(ROOT / "recordings" / "xterm_command", folder)
    for mode in ("none", "once"):
        with pytest.raises(BadInput):
            check_mode(planned, mode)
    for mode in ("new_episodes", "all", "rewrite"):
        check_mode(planned, mode)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("mode", ["none", "once", "new_episodes", "all", "rewrite"])
def test_a_run_that_fails_leaves_a_recording_as_it_is(planned: Planned, mode: record_modes.Mode) -> None:
    folder = recorded(planned)
    before = contents(folder)
    assert run_in_mode(planned, NOWHERE, mode=mode).verdict == "environment_error"
    assert contents(folder) == before


def test_a_new_recording_lies_beside_one_that_is_there(planned: Planned) -> None:
    assert record_modes._beside(planned).record == planned.record
    folder = recorded(planned)
    assert record_modes._beside(planned).record == folder.with_name("rec.2")
    folder.with_name("rec.2").mkdir()
    assert record_modes._beside(planned).record == folder.with_name("rec.3")
