"""Recordings: the embedded model does the task on a release, and what the program saved is looked at."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned
from agent.runs.run import run_one
from agent.task import load_task
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from pathlib import Path

_TRIES = 3


def record(data: Path, release: str, wanted: object) -> str:
    """Record the task on a release, unless there is a recording.

    Args:
        data: the folder of the set, with all but recordings.
        release: its name.
        wanted: what is to be saved.

    Returns:
        What came of it, in words.
    """
    final = data / "recordings" / release
    if final.exists():
        return "there"
    said = ""
    for _ in range(_TRIES):
        with temporary_folder("realdrift") as folder:
            state = folder / "recorded.json"
            [run] = load_task(data / "task.yaml").runs({"release": release, "state": str(state)})
            result = run_one(Planned(run, release, folder / release), RunOptions(display="virtual"))
            if result.verdict == "passed" and json.loads(state.read_text()) == wanted:
                final.parent.mkdir(exist_ok=True)
                shutil.copytree(folder / release, final)
                return "recorded"
            said = f"not recorded: {result.verdict}: {result.message}"
    return said
