"""`agent check TASK...`: validate task files, run nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.errors import BadInput
from agent.models import load_grounded
from agent.task import load_task

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.commands.options.check import CheckCommand
    from agent.runs.options import RunOptions
    from agent.task import Run


def main(options: CheckCommand) -> int:
    """Say of each file whether it could be run; 0 when all could, else 2."""
    faults = {task: _fault(task, options) for task in options.tasks}
    if options.json:
        found = [{"task": task, "valid": said is None, "fault": said} for task, said in faults.items()]
        sys.stdout.write(json.dumps({"tasks": found}, ensure_ascii=False) + "\n")
    else:
        for task, said in faults.items():
            sys.stdout.write(f"{task}: valid\n" if said is None else "")
            sys.stderr.write("" if said is None else f"{said}\n")
    return exit_status.BAD_INPUT if any(faults.values()) else exit_status.PASSED


def _fault(task: str, options: CheckCommand) -> str | None:
    try:
        check_runs(load_runs([task], options.overrides), options.run)
    except BadInput as fault:
        return str(fault)
    return None


def load_runs(tasks: Sequence[str], overrides: Mapping[str, str]) -> list[Run]:
    """Every run that the task files ask for.

    Raises:
        BadInput: a file, an override, a variable or a secret is wrong.
    """
    return [run for task in tasks for run in load_task(Path(task)).runs(overrides)]


def check_runs(runs: Sequence[Run], options: RunOptions) -> None:
    """Make sure that the model of each run, as the options have it, can do its task.

    Raises:
        BadInput: it can't.
    """
    for run in runs:
        task = run.resolve(Path("workdir"))
        load_grounded(options.model or task.model, options.ground, options.grounder).check(task)
