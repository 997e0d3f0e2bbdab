"""Two releases of a program for tests, one of them recorded."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned
from agent.runs.run import run_one
from agent.task import load_task

_HERE = Path(__file__).parent
LISTED = {
    "task": "task.yaml",
    "releases": [
        {"name": "book-1", "library": "Book"},
        {"name": "book-2", "library": "Book"},
        {"name": "other-1", "library": "Other"},
    ],
    "regressions": ["wrong field", "no row"],
    "wanted": [["Harvest", "Ghent"]],
}


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the data; the older release was recorded."""
    folder = tmp_path_factory.mktemp("releases")
    for name in ("program.py", "task.yaml"):
        shutil.copy(_HERE / name, folder)
    (folder / "set.json").write_text(json.dumps(LISTED))
    [run] = load_task(folder / "task.yaml").runs({})
    planned = Planned(run, "book-1", folder / "recordings" / "book-1")
    result = run_one(planned, RunOptions(display="virtual"))
    assert result.verdict == "passed", result.message
    return folder
