"""One run of a task file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.runs.planning.one_run import run_of_file
from tests.agent.fakes import DONE
from tests.agent.pytest_plugin.sessions import write_task

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_with_several_cases_wants_one_named(tmp_path: Path) -> None:
    task = write_task(tmp_path / "a.agent.yaml", [DONE], cases=[{"n": "one"}, {"n": "two"}])
    assert run_of_file(task, {}, "two")[0] == run_of_file(task, {}, "a[two]")[0] == "a[two]"
    for case in (None, "three"):
        with pytest.raises(BadInput, match=r"choose one with `case`: a\[one\], a\[two\]"):
            run_of_file(task, {}, case)
