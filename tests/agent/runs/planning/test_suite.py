"""Task files that are named, and those of folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.runs.planning.suite import task_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    left_out = ("tasks/notes.txt", "tasks/.hidden/d.yaml", "runs/one/workdir/e.yaml")
    for name in ("tasks/b.yaml", "tasks/a.yml", "tasks/deep/c.yaml", *left_out):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_stands_for_the_tasks_in_it_and_below(folder: Path) -> None:
    files = task_files(["tasks"])
    assert [file.as_posix() for file in files] == ["tasks/a.yml", "tasks/b.yaml", "tasks/deep/c.yaml"]
    assert task_files(["."]) == files


def test_each_is_named_once_in_the_order_in_which_they_were_named(folder: Path) -> None:
    named = ["tasks/deep/c.yaml", "tasks/", str(folder / "tasks" / "b.yaml"), "no.yaml"]
    assert [file.name for file in task_files(named)] == ["c.yaml", "a.yml", "b.yaml", "no.yaml"]


def test_a_folder_without_tasks_is_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(BadInput, match=r"empty: there is no task file \(\*.yaml, \*.yml\) in this folder"):
        task_files(["empty"])
