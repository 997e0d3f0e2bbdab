"""Relative paths of a launch are those of the task file."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.runs.launch_folder import launch_folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("project/tasks/apps/form.py", "project/tasks/data.txt", "project/data.txt", "project/sleep"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return tmp_path / "project"


@pytest.mark.parametrize(
    ("command", "folder"),
    [
        (["python", "apps/form.py"], "tasks"),
        (["python", "tasks/apps/form.py", "--db", "x"], "."),
        (["edit", "data.txt"], "tasks"),
        (["./apps/form.py"], "tasks"),
        (["sleep", "600"], None),
        (["edit", "new.txt"], None),
        (["edit", "sleep"], None),
        (["python", "-c", "x" * 5000], None),
        (["edit", "/etc/hostname", "", "--file=data.txt"], None),
    ],
)
def test_it_is_the_folder_that_holds_what_is_named(
    project: Path, command: list[str], folder: str | None
) -> None:
    found = launch_folder(command, Path("../project/tasks/task.yaml"))
    assert found == (None if folder is None else (project / folder).resolve())
