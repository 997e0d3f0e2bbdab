"""Offline replay as a test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.replay.offline_result import replay_offline
from agent.task import load_task
from tests.agent.pytest_plugin.sessions import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RECORDED = ROOT / "recordings" / "zenity_form"


def test_it_tells_what_came_of_the_recorded_run() -> None:
    [run] = load_task(ROOT / "tasks/zenity_form.yaml").runs()
    result = replay_offline(RECORDED, run, "zenity_form")
    assert (result.verdict, result.message) == ("passed", "the recorded run: 1 of 1 checks hold")
    assert [check.kind for check in result.checks] == ["file"]


def test_it_says_nothing_of_another_task() -> None:
    [run] = load_task(ROOT / "tasks/fill_form.yaml").runs()
    with pytest.raises(BadInput, match="another version of the task"):
        replay_offline(RECORDED, run, "fill_form")


def test_an_altered_recording_is_refused(tmp_path: Path) -> None:
    copy = shutil.copytree(RECORDED, tmp_path / "copy")
    session = copy / "session.jsonl"
    session.write_text(session.read_text().replace("Katherine", "Catherine", 1))
    with pytest.raises(BadInput, match="was altered"):
        replay_offline(copy, None, "copy")
