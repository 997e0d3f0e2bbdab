"""`agent fork` and `agent resume`: what can't be done is said before anything starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.fork import main
from agent.commands.options.fork import ForkCommand
from agent.commands.options.shared import Output
from agent.errors import BadInput, BadRecording
from agent.replay.options import LiveOptions
from tests.agent.fakes import DONE, click
from tests.agent.recordings import record


def fork(folder: Path, at: int | None, **live: object) -> int:
    return main(ForkCommand(folder, at, LiveOptions(**live), Output()))  # type: ignore[arg-type]  # by name


def test_what_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match="is not a recording"):
        fork(tmp_path / "none", 1)


@pytest.mark.parametrize("at", [-1, 4, 9])
def test_a_step_that_there_is_not(tmp_path: Path, at: int) -> None:
    record(tmp_path / "rec", [click(), click(300), DONE])
    with pytest.raises(BadInput, match=f"--at {at}"):
        fork(tmp_path / "rec", at)


def test_a_run_that_was_not_cut_off_is_not_resumed(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    with pytest.raises(BadInput, match="agent fork"):
        fork(tmp_path / "rec", None)


def test_a_task_that_is_gone(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    with pytest.raises(BadInput, match=r"its task demo\.yaml is not here"):
        fork(tmp_path / "rec", 1)
    with pytest.raises(BadInput, match="no such task file"):
        fork(tmp_path / "rec", 1, task=Path("no.yaml"))
