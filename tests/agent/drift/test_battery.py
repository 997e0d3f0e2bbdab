"""The battery as users run it: their own program, really moved, covered and asked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from agent.cli import main
from agent.drift.battery import _delayed
from agent.drift.targets import targets_of
from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.task import load_task
from tools.geometry import Point
from tools.observation import Frame
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from agent.pytest_plugin.drift import DriftBattery

BOARD = Path(__file__).parents[1] / "programs" / "board.py"
TASK: dict[str, Any] = {
    "instruction": "Store the nickname Ada.",
    "launch": [
        {
            "command": ["python", str(BOARD), "${workdir}/stored"],
            "wait_for": {"text": "Nickname", "seconds": 60},
        }
    ],
    "steps": ['Type "Ada" into "Nickname"', 'Click "Store entry"'],
    "checks": [{"file": {"path": "${workdir}/stored", "contains": "Ada"}}],
}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a task and its recording."""
    folder = tmp_path_factory.mktemp("board")
    (folder / "board.yaml").write_text(yaml.safe_dump(TASK))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["run", "board.yaml", "--record", "rec"]) == 0
    shutil.rmtree(folder / "runs")
    return folder


@pytest.fixture(autouse=True)
def at_home(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(recorded)


def test_what_a_battery_tells(drift_battery: DriftBattery) -> None:
    report = drift_battery("rec", drifts=["moved"], seeds=1)
    (moved,) = report.trials
    assert (moved.outcome, moved.verdict, moved.told[:16]) == ("right", "passed", '"Board" moved by'), report
    report = drift_battery("rec", drifts=["disabled"], seeds=1, patience=1)
    (disabled,) = report.trials
    assert (disabled.outcome, disabled.verdict) == ("right", "stopped"), report
    assert "disabled" in disabled.told
    assert (report.silent_wrong, report.needless_stops) == (0, 0)


def test_what_does_not_pass_without_a_drift_is_not_tried_with_one(
    drift_battery: DriftBattery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD", "--label Erase")
    with pytest.raises(BadInput, match=r"rec: does not pass without a drift \(stopped: .*Erase"):
        drift_battery("rec", drifts=["dpi"], seeds=1, patience=1)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("rec", "--drifts", "shaken"), 'no drift "shaken"; known: moved, resized'),
        (("nowhere",), "nowhere: is not a recording"),
        (("rec", "--report", "/proc/none/report.json"), "--report /proc/none/report.json: can't be written"),
    ],
)
def test_bad_input_starts_nothing(
    command: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["drift", *command, "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert said in answer["error"]


def test_targets_of_a_recording() -> None:
    trajectory = trajectory_of(load_recording(Path("rec")))
    field, button = targets_of(trajectory, SceneCache())
    assert (field.name, button.name) == ('"Nickname"', '"Store entry"')
    assert (field.at, field.since) == (0, 0)
    assert trajectory[button.at].before is not trajectory[0].before
    assert button.since == 0  # it looks the same from the start
    assert button.box.contains(button.label.center)
    assert field.box.width > field.target.width  # its label is beside it
    assert button.tolerance.contains(Point(0, 0))
    assert button.is_shown(trajectory[0].before)
    assert not button.is_shown(Frame(np.zeros_like(trajectory[0].before.bgrx)))  # its window is not there yet


def test_programs_that_start_late_start_all_the_same() -> None:
    (run,) = load_task(Path("board.yaml")).runs()
    assert _delayed(run, 0) is run
    (launch,) = _delayed(run, 1.5).resolve(Path("w")).launch
    assert launch.command[:4] == ("sh", "-c", 'sleep "$0"; exec "$@"', "1.500")
    assert launch.command[4:] == run.resolve(Path("w")).launch[0].command
    assert launch.wait_for == run.resolve(Path("w")).launch[0].wait_for
