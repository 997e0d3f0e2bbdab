"""Expectations and readings in a live replay: judged anew on the real program, offline on what it showed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from agent.cli import main
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.replay.live.expecting import Expecting
from tools.see.ocr import shared_reader

DESK = Path(__file__).parents[2] / "programs" / "desk.py"
TASK: dict[str, Any] = {
    "instruction": "Place an order for ${customer} and store it under its number.",
    "vars": {"customer": "Ada"},
    "launch": [
        {
            "command": ["python", str(DESK), "${workdir}/orders"],
            "wait_for": {"text": "Order desk", "seconds": 60},
        }
    ],
    "steps": [
        'Expect "Store" is disabled',
        'Type "${customer}" into "Customer"',
        'Click "Place order"',
        'Expect "Order placed" within 5 s',
        'Expect no "Error"',
        'Expect "Total" shows "42.00"',
        'Expect "Store" is enabled',
        'Read "Order number" as order',
        'Type "No. ${order}" into "Reference"',
        'Tick "Urgent"',
        'Expect "Urgent" is ticked',
        'Click "Store"',
        'Expect "Order stored"',
    ],
    "limits": {"steps": 60, "seconds": 840, "wait": 2},
    "checks": [{"file": {"path": "${workdir}/orders", "contains": '"reference": "No. ${order}"'}}],
}


class Shop:
    """A folder with the task and its recording, and the command line in it."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys, self._patch = capsys, patch

    def call(self, *command: str, desk: str = "") -> tuple[int, dict[str, Any]]:
        """Exit status and the run's result, with the program as `desk` says."""
        self._patch.setenv("DESK", desk)
        status = main([*command, "--json"])
        return status, (json.loads(self._capsys.readouterr().out).get("runs") or [{}])[0]

    def replays(self, recording: str) -> bool:
        """Whether it replays offline."""
        status = main(["replay", recording])
        self._capsys.readouterr()
        return status == 0

    def live(self, desk: str = "", *options: str) -> tuple[int, dict[str, Any]]:
        return self.call("replay", "--live", "rec", "--patience", "4", *options, desk=desk)

    def stored(self, result: dict[str, Any]) -> list[dict[str, Any]]:
        file = Path(result["workdir"]) / "orders"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "desk.yaml").write_text(yaml.safe_dump(TASK))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["run", "desk.yaml", "--record", "rec", "--record-mode", "once"]) == 0
    return folder


@pytest.fixture
def shop(
    recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shop:
    shutil.copytree(recorded, tmp_path / "shop", ignore=shutil.ignore_patterns("runs"))
    monkeypatch.chdir(tmp_path / "shop")
    return Shop(capsys, monkeypatch)


def test_what_holds_is_recorded_with_its_look_and_replays(shop: Shop) -> None:
    judged = [one for line in load_recording(Path("rec")).steps for one in line.judged]
    assert [one.kind for one in judged] == ["expect"] * 5 + ["read"] + ["expect"] * 2
    assert [one.value for one in judged if one.name] == ["A-1042"]
    assert shop.replays("rec")
    status, result = shop.live()
    assert (status, result["values"], len(result["checks"])) == (0, {"order": "A-1042"}, 8)
    assert shop.replays(result["recording"])


def test_a_value_is_read_anew_and_typed(shop: Shop) -> None:
    status, result = shop.live("--number B-77", "--var", "customer=Grace")
    assert (status, result["values"]) == (0, {"order": "B-77"}), result["message"]
    assert shop.stored(result) == [
        {"customer": "Grace", "number": "B-77", "reference": "No. B-77", "urgent": True}
    ]
    assert shop.replays(result["recording"])


@pytest.mark.parametrize(
    ("desk", "told", "line"),
    [
        ("--total 41.00", 'it shows "41.00"', 6),
        ("--corrected 43.00", 'it shows "43.00"', 6),
        ("--error 'Error 7'", "nearest: ", 4),
        ("--broken", "it is disabled", 7),
    ],
)
def test_what_does_not_hold_any_more_has_failed(shop: Shop, desk: str, told: str, line: int) -> None:
    status, result = shop.live(desk)
    assert (status, result["verdict"], shop.stored(result)) == (1, "failed", []), result["message"]
    *held, failed = result["checks"]
    assert all(check["passed"] for check in held)
    assert failed["kind"] == "expect"
    assert told in failed["actual"]
    assert f"step {line} " in result["message"]
    assert shop.replays(result["recording"])


def test_an_error_beside_what_is_expected_is_seen(shop: Shop) -> None:
    status, result = shop.live("--error 'Order placed. Error 7'")
    assert (status, result["verdict"]) == (1, "failed"), result["message"]
    assert "Error 7" in result["checks"][-1]["actual"]


def test_a_number_that_may_be_another_is_not_typed(shop: Shop) -> None:
    status, result = shop.live("--number ''")
    assert (status, result["verdict"], shop.stored(result)) == (1, "failed", [])
    assert (result["checks"][-1]["kind"], result["checks"][-1]["actual"]) == ("read", "it is empty")


def test_a_value_that_is_read_later_is_seen_before(shop: Shop) -> None:
    task = load_recording(Path("rec")).header.task
    recording = load_recording(Path("rec"))
    expecting = Expecting(recording, trajectory_of(recording), shared_reader(), lambda: 0.0)
    expecting.start(task)
    placed = next(line.frame for line in recording.steps if any(one.name for one in line.judged))
    shown, first = recording.frames[placed], recording.frames[recording.steps[0].frame]
    assert expecting.unread(shown, shown) == {"order": "A-1042"}
    assert expecting.unread(shown, first) == expecting.unread(first, shown) == {}
    assert shop.replays("rec")


def test_a_fork_leaves_what_is_due_behind_it_to_the_model(shop: Shop) -> None:
    recording = load_recording(Path("rec"))
    upto = next(line.index for line in recording.steps if line.action and line.action.get("text") == "Ada")
    trajectory = trajectory_of(recording, upto)
    assert Expecting(recording, trajectory, shared_reader(), lambda: 0.0).is_due(len(trajectory))
    forked = Expecting(recording, trajectory, shared_reader(), lambda: 0.0, forks=True)
    assert forked.is_due(0)  # Store is greyed out
    forked.start(recording.header.task)
    forked.look(0, recording.frames[recording.steps[0].frame], at_once=True)
    assert not forked.is_due(len(trajectory))
    status, result = shop.call("fork", "rec", "--at", str(upto), "--model", "reader", desk="")
    assert (status, len(result["checks"])) == (0, 8), result["message"]
    assert shop.replays(result["recording"])


ASKED = 'If "A new version is here" appears: Click "Later"'
BOTHERED = TASK | {
    "steps": [
        ASKED,
        *TASK["steps"][1:3],
        *TASK["steps"][7:9],
        'Click "Store"',
        'Expect "Order stored"',  # or a busy machine's recording may end before that is on the screen
    ],
    "interruptions": [ASKED],
}


@pytest.fixture(scope="module", params=["never", "place"])
def bothered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a task that knows a dialog, and its recording: the dialog came, or did not."""
    folder = tmp_path_factory.mktemp("bothered")
    (folder / "desk.yaml").write_text(yaml.safe_dump(BOTHERED))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("DESK", f"--dialog {request.param}")
        assert main(["run", "desk.yaml", "--record", "rec", "--record-mode", "once"]) == 0
    return folder


@pytest.mark.parametrize("moment", ["never", "start", "place"])
def test_a_dialog_comes_at_another_moment_or_not_at_all(
    bothered: Path,
    moment: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(bothered, tmp_path / "shop", ignore=shutil.ignore_patterns("runs"))
    monkeypatch.chdir(tmp_path / "shop")
    shop = Shop(capsys, monkeypatch)
    assert shop.replays("rec")
    status, result = shop.live(f"--dialog {moment} --number B-7")
    assert (status, result["values"]) == (0, {"order": "B-7"}), result["message"]
    assert [one["reference"] for one in shop.stored(result)] == ["No. B-7"]
    answered = len(result["interruptions"])
    assert answered in {"never": (0,), "start": (0, 1), "place": (1,)}[moment]
    assert shop.replays(result["recording"])


def test_a_dialog_in_the_middle_of_a_text_and_one_without_end(tmp_path: Path, shop: Shop) -> None:
    Path("bothered.yaml").write_text(yaml.safe_dump(BOTHERED))
    status, result = shop.call("run", "bothered.yaml", desk="--dialog typing")
    assert (status, [one["reference"] for one in shop.stored(result)]) == (0, ["No. A-1042"]), result[
        "message"
    ]
    assert result["interruptions"] == ['"A new version is here" came up']
    assert shop.replays(result["recording"])
    status, result = shop.call("run", "bothered.yaml", desk="--dialog start --again 9")
    assert (status, result["verdict"]) == (4, "stopped")
    assert "was answered 3 times" in result["message"]
    assert shop.replays(result["recording"])
