"""`agent replay --live` as a command: what it prints when nothing can be driven, so that it takes no time."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from agent.cli import main

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
