"""Catalogue: the suite's task files, which are ordinary ones, packaged with the code that runs them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.suite.variants import variant
from agent.errors import BadInput
from agent.task import load_task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.bench.benchmark import Groups
    from agent.task import Run, TaskFile

TASKS = Path(__file__).parent / "tasks"
DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True)
class SuiteTask:
    """One task of the suite."""

    file: TaskFile

    @property
    def name(self) -> str:
        """Its id."""
        return self.file.id

    @property
    def program(self) -> str:
        """The Debian program that it is done with, its first tag; its package has the same name."""
        return self.file.written.tags[0]

    @property
    def groups(self) -> Groups:
        """The breakdowns that it counts in: the folder of its file is its kind."""
        return {
            "kind": self.file.document.path.parent.name,
            "program": self.program,
            "difficulty": self.file.written.tags[1],
        }

    def values(self, seed: int) -> dict[str, str]:
        """The values of its variables."""
        return variant(self.name, self.file.written.vars, seed)

    def run(self, seed: int) -> Run:
        """The run of a variant. Raises BadInput."""
        return self.file.runs(self.values(seed))[0]


@cache
def suite_tasks(folder: Path = TASKS) -> Mapping[str, SuiteTask]:
    """All tasks by name, in the order of their kinds and names.

    Raises:
        BadInput: a task file is wrong, or two have the same name.
    """
    found = [SuiteTask(load_task(path)) for path in sorted(folder.glob("*/*.yaml"))]
    named = {task.name: task for task in found}
    if len(named) < len(found):
        raise BadInput(f"{folder}: two tasks have the same id")
    return named


def digest(folder: Path = TASKS) -> str:
    """SHA-256 of all that the tasks are made of."""
    made = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        made.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
    return made.hexdigest()
