"""`agent check TASK...`: validate task files, run nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.models import load_grounded
from agent.task import load_task

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from agent.task import Run


def main(options: argparse.Namespace) -> int:
    """Say of each file whether it could be run; 0 when all could, else 2."""
    faults: dict[str, str | None] = {}
    for task in options.tasks:
        try:
            check_runs(load_runs([task], options.var), options)
            faults[task] = None
        except BadInput as fault:
            faults[task] = str(fault)
    if options.json:
        found = [{"task": task, "valid": said is None, "fault": said} for task, said in faults.items()]
        sys.stdout.write(json.dumps({"tasks": found}, ensure_ascii=False) + "\n")
    else:
        for task, said in faults.items():
            sys.stdout.write(f"{task}: valid\n" if said is None else "")
            sys.stderr.write("" if said is None else f"{said}\n")
    return 2 if any(faults.values()) else 0


def load_runs(tasks: Sequence[str], overrides: Sequence[str]) -> list[Run]:
    """Every run that the task files ask for.

    Raises:
        BadInput: a file, an override, a variable or a secret is wrong.
    """
    values = parse_overrides(overrides)
    return [run for task in tasks for run in load_task(Path(task)).runs(values)]


def parse_overrides(overrides: Sequence[str]) -> dict[str, str]:
    """The values of `--var` options.

    Raises:
        BadInput: one is not NAME=VALUE.
    """
    values = {}
    for override in overrides:
        name, equals, value = override.partition("=")
        if not equals or not name:
            raise BadInput(f"--var {override}: write it as NAME=VALUE")
        values[name] = value
    return values


def check_runs(runs: Sequence[Run], options: argparse.Namespace) -> None:
    """Make sure that the model of each run, as the options have it, can do its task.

    Raises:
        BadInput: it can't.
    """
    for run in runs:
        task = run.resolve(Path("workdir"))
        load_grounded(options.model or task.model, options.ground, options.grounder).check(task)
