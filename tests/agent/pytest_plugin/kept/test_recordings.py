"""Where the recordings of tasks lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.pytest_plugin.kept.recordings import adopt, recording_of
from agent.task import load_task
from tests.agent.fakes import DONE
from tests.agent.pytest_plugin import configs
from tests.agent.pytest_plugin.sessions import ROOT, write_task

if TYPE_CHECKING:
    from pathlib import Path


def test_the_place_of_a_recording_is_the_users_choice(tmp_path: Path) -> None:
    task = write_task(tmp_path / "sum.agent.yaml", [DONE])
    settings = configs.settings(tmp_path)
    [run] = load_task(task).runs()
    assert recording_of(run, "sum[a b]", settings) == tmp_path / "recordings" / "sum_a_b"
    elsewhere = replace(settings, recordings="../all")
    assert recording_of(run, "sum", elsewhere).resolve() == tmp_path.parent / "all" / "sum"


def test_a_place_that_can_not_be_written_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "recordings").touch()
    with pytest.raises(BadInput, match="name another folder with agent_recordings"):
        adopt(ROOT / "recordings/zenity_form", tmp_path / "recordings" / "sum")
