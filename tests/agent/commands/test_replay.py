"""`agent replay` on recorded frames: what is said of each recording."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.commands.options.replay import ReplayCommand
from agent.commands.replay import main
from tests.agent.fakes import DONE, FAILED, click
from tests.agent.recordings import record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """One that passed, one that gave up, and none."""
    record(tmp_path / "passed", [click(), DONE])
    record(tmp_path / "gave_up", [FAILED])
    return tmp_path / "passed", tmp_path / "gave_up", tmp_path / "none"


def replay(*folders: Path, json: bool = False) -> int:
    return main(ReplayCommand(folders, json, live=None))


def test_what_agrees_is_said_whatever_its_verdict(
    folders: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    passed, gave_up, _ = folders
    assert replay(passed, gave_up) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{passed}: agrees: 2 steps, passed (")
    assert lines[1].startswith(f"{gave_up}: agrees: 1 step, gave_up (")
    assert all(line.endswith(" steps/s") for line in lines)


def test_the_gravest_status_counts_and_the_others_are_replayed(
    folders: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    passed, _, none = folders
    assert replay(none, passed) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"agent: {none}: is not a recording")
    assert "agrees" in said.out


def test_json_is_one_object(folders: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    passed, _, none = folders
    replay(passed, none, json=True)
    told = json.loads(capsys.readouterr().out)["replays"]
    assert [(one["status"], one["agrees"]) for one in told] == [(0, True), (2, False)]
    assert (told[0]["verdict"], told[0]["steps"], told[0]["crashed"]) == ("passed", 2, False)
    assert "is not a recording" in told[1]["message"]
