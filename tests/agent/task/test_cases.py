"""Cases: from the task file or from the rows of a CSV file, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.task.cases import Case, cases_of
from agent.task.file import load_task
from agent.task.names import checked_name

if TYPE_CHECKING:
    from pathlib import Path


def test_a_case_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("instruction: x\ncases:\n  - {n: a}\n  - {n: b}\n")
    file = load_task(path)
    assert cases_of(file.document, file.written) == (Case({"n": "a"}, (path, 3)), Case({"n": "b"}, (path, 4)))
    assert [run.where for run in file.runs()] == [(path, 3), (path, 4)]


def test_a_task_without_cases_begins_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("\ninstruction: x\n")
    assert [run.where for run in load_task(path).runs()] == [(path, 1)]


@pytest.mark.parametrize("name", ["", "a-b", "1a", "workdir", "secret", "é"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"is no name|has its own meaning"):
        checked_name(name)
