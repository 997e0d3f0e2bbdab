"""Suite: the task files that are named on a command line, those of folders included."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.printing.streams import are_names
from agent.runs.planning.plan import RUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDINGS = {".yaml", ".yml"}


def task_files(named: Iterable[str]) -> tuple[Path, ...]:
    """The task files, each once: a folder stands for all YAML files in it and below, in order of their paths.

    What begins with a dot is left out, as pytest does, what begins with `_` (steps that tasks include), and
    what earlier runs left behind.

    Raises:
        BadInput: a folder holds none.
    """
    found: dict[str, Path] = {}  # by their real paths; pathlib's raise for what can't be there
    for path in map(Path, named):
        for file in _below(path) if os.path.isdir(path) else (path,):  # noqa: PTH112
            found.setdefault(os.path.realpath(file), file)
    return tuple(found.values())


def _below(folder: Path) -> list[Path]:
    left = RUNS.resolve()
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in _ENDINGS
        and path.is_file()
        and not path.resolve().is_relative_to(left)
        and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    ]
    are_names(map(str, files))
    if not files:
        raise BadInput(f"{folder}: there is no task file (*.yaml, *.yml) in this folder; name another")
    return files
