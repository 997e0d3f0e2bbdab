"""Cases of a task: sets of variables, one run for each; from the task file, or the rows of a CSV file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.task.table import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task.document import Document
    from agent.task.sections import Written


@dataclass(frozen=True, slots=True)
class Case:
    """One set of variables."""

    values: dict[str, str]
    where: tuple[Path, int]
    """The file and the line that it stands in."""


def cases_of(document: Document, written: Written) -> tuple[Case, ...]:
    """The cases of a task file.

    Raises:
        BadInput: its CSV file is not there or wrong.
    """
    if written.foreach:
        path = document.path.parent / written.foreach.csv
        rows = read_table(path, written.foreach, lambda said: document.error(("foreach", "csv"), said))
        return tuple(Case(values, (path, line)) for line, values in rows)
    return tuple(
        Case(values, (document.path, document.position(("cases", number)).line))
        for number, values in enumerate(written.cases)
    )
