"""Which files are collected, and what their items are called."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from agent.pytest_plugin.collecting import apart
from tests.agent.fakes import DONE
from tests.agent.pytest_plugin.sessions import ROOT, session, write_task

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("a.agent.yaml", "plain.yaml", "ui/b.yml", "ui/c.agent.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write_task(tmp_path / name, [DONE])
    shutil.copytree(ROOT / "recordings/zenity_form", tmp_path / "recordings/zenity_form")
    return tmp_path


def collected(project: Path, *options: str) -> list[str]:
    ended = session(project, "--collect-only", "-q", *options)
    return [line for line in ended.output.splitlines() if "::" in line]


def test_files_are_known_by_their_ending_and_recordings_are_not_asked_for(project: Path) -> None:
    assert collected(project) == ["a.agent.yaml::a", "ui/c.agent.yml::c"]


def test_every_yaml_file_of_a_named_folder_is_a_task(project: Path) -> None:
    found = collected(project, "--agent-tasks", "ui", "a.agent.yaml")
    assert found == ["a.agent.yaml::a", "ui/b.yml::b", "ui/c.agent.yml::c"]
    (project / "pytest.ini").write_text("[pytest]\nagent_tasks = ui\n")
    assert collected(project, "ui") == ["ui/b.yml::b", "ui/c.agent.yml::c"]


@pytest.mark.parametrize("place", ["recordings", "recordings/zenity_form"])
def test_a_recording_that_is_named_is_an_item(project: Path, place: str) -> None:
    assert collected(project, place) == ["recordings/zenity_form/session.jsonl::zenity_form"]
    assert session(project, "-q", place).tally == "1 passed"


def test_an_item_is_run_by_its_node_id(project: Path) -> None:
    assert collected(project, "ui/c.agent.yml::c") == ["ui/c.agent.yml::c"]


def test_names_that_are_there_twice_are_told_apart_as_pytest_does() -> None:
    assert apart(["a", "b", "a"]) == ["a0", "b", "a1"]
    assert apart(["f[x]", "f[x]", "f[y]"]) == ["f[x0]", "f[x1]", "f[y]"]
