"""`agent replay --live` as a command: what it prints when nothing can be driven, so that it takes no time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from agent.cli import main
from agent.commands.options.replay import LiveCommand
from agent.commands.options.shared import Output
from agent.commands.replay_live import replay_all
from agent.errors import BadInput, BadRecording
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two copies of a recording, with their task."""
    for name in ("rec", "other"):
        shutil.copytree(ROOT / "recordings" / "galculator_sum", tmp_path / name)
    (tmp_path / "tasks").mkdir()
    shutil.copy(ROOT / "tasks" / "galculator_sum.yaml", tmp_path / "tasks")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("option", "runs"), [("--repeat", 4), ("--learn", 4)])
def test_all_replays_are_told_in_one_object(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, runs: int
) -> None:
    status = main(["replay", "--live", "rec", "other", option, "2", "--display", ":4711", "--json"])
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert (status, answer["exit"]) == (3, 3)
    assert [run["verdict"] for run in answer["runs"]] == ["environment_error"] * runs
    assert said.err.count("no masks were learnt") == (2 if option == "--learn" else 0)


NOWHERE = LiveCommand(LiveOptions(RunOptions(display=":4711")), repeat=1, learn=None, output=Output())
"""A replay on a display that there is not."""


def test_nothing_is_started_when_one_of_them_is_wrong(folder: Path) -> None:
    with pytest.raises(BadRecording, match="is not a recording"):
        replay_all([Path("rec"), Path("none")], NOWHERE)
    (folder / "tasks" / "galculator_sum.yaml").write_text("instruction: Something else.\n")
    with pytest.raises(BadInput):
        replay_all([Path("rec")], NOWHERE)
    assert not (folder / "runs").exists()


def test_each_is_announced_with_where_it_comes_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert replay_all([Path("rec"), Path("other")], NOWHERE) == 3
    said = capsys.readouterr().err
    assert said.index("(live, from rec)") < said.index("(live, from other)")
    assert len(list((folder / "runs").iterdir())) == 2
