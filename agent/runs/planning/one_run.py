"""One run of a task file, chosen by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.runs.planning.plan import label_of
from agent.task import load_task

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.task import Run


def run_of_file(task: Path, values: Mapping[str, str], case: str | None) -> tuple[str, Run]:
    """A run of a task file, and its name.

    Args:
        task: the file.
        values: of its variables.
        case: which run, by its name; None: the only one.

    Raises:
        BadInput: the file or a value is wrong, or there are other cases.
    """
    runs = {label_of(run): run for run in load_task(task).runs(values)}
    chosen = [name for name in runs if case in (None, name, name.partition("[")[2].rstrip("]"))]
    if len(chosen) != 1:
        raise BadInput(f"{task}: has several runs; choose one with `case`: {', '.join(runs)}")
    return chosen[0], runs[chosen[0]]
