"""Steps written down as a task file, so that what is done one after another is a run like any other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.task import load_task

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from agent.task import Run


def written_run(
    path: Path,
    name: str,
    steps: Sequence[str],
    values: Mapping[str, str],
    secrets: Sequence[str],
    limits: Mapping[str, float],
) -> Run:
    """The one run of a task file that is written for it.

    Args:
        path: the file; its folder is there.
        name: the task's id.
        steps: sentences.
        values: of the names in them; they may hold whatever they like.
        secrets: environment variables that steps may use.
        limits: as in a task file.

    Raises:
        BadInput: a name or a step is wrong.
    """
    task: dict[str, Any] = {
        "id": name,
        "instruction": ". ".join(steps),
        "steps": list(steps),
        "vars": dict(values),
        "secrets": list(secrets),
        "limits": dict(limits),
    }
    path.write_text(json.dumps(task, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML
    [run] = load_task(path).runs()
    return run
