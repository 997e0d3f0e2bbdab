"""Task file: read, and turned into the runs that it asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput, nearest
from agent.task.accepted import check_accepted
from agent.task.document import Document, read_document
from agent.task.filling import filled_in, validated
from agent.task.review import refuse_gaps, refuse_readings, review
from agent.task.rules import Rule
from agent.task.sections import Task, TaskStep, Written, task_id

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Run:
    """One run that a task file asks for, known to be complete; `resolve` gives it its folder."""

    file: TaskFile
    values: dict[str, str]
    case: dict[str, str] | None

    @property
    def where(self) -> tuple[Path, int]:
        """The file and the line that it stands in: of its case, or the first."""
        cases = self.file.written.cases
        place = ("cases", cases.index(self.case)) if self.case is not None else ()
        return self.file.document.path, self.file.document.position(place).line

    def resolve(self, workdir: Path) -> Task:
        """The task of this run, with `${workdir}` filled in.

        Raises:
            BadInput: a variable or a secret is not set, or a text is not what it must be once filled in.
        """
        values = {**self.values, "workdir": str(workdir)}
        document, written = self.file.document, self.file.written
        filled = validated(document, filled_in(document, values, written.secrets))
        places = (document.position(("steps", number)) for number in range(len(filled.steps)))
        ruled = (document.position(("rules", number)) for number in range(len(filled.rules)))
        return Task(
            **{name: getattr(filled, name) for name in Task.model_fields.keys() & Written.model_fields.keys()}
            | {
                "id": self.file.id,
                "steps": tuple(
                    TaskStep(text=text, line=place.line, column=place.column)
                    for text, place in zip(filled.steps, places, strict=True)
                ),
                "rules": tuple(
                    Rule(**rule.model_dump(), line=place.line, column=place.column)
                    for rule, place in zip(filled.rules, ruled, strict=True)
                ),
                "vars": self.values,
                "source": document.path,
                "digest": document.digest,
                "case": self.case,
            }
        )


@dataclass(frozen=True, slots=True)
class TaskFile:
    """A task file, valid as written."""

    document: Document
    written: Written

    @property
    def variables(self) -> frozenset[str]:
        """The names that `--var` may set."""
        return frozenset([*self.written.vars, *(name for case in self.written.cases for name in case)])

    @property
    def id(self) -> str:
        """The task's name: as written, or the file's name without its ending (`.yaml`, `.agent.yaml`)."""
        return self.written.id or task_id(self.document.path.stem.removesuffix(".agent"))

    def runs(
        self, overrides: Mapping[str, str] | None = None, environ: Mapping[str, str] = os.environ
    ) -> tuple[Run, ...]:
        """One run for each case, or the one run of a file without cases.

        Args:
            overrides: `--var` values; they win over the file's and the case's.
            environ: Where the secrets are.

        Raises:
            BadInput: an unknown `--var`, an unset variable, a secret that is not set, a picture that is not
                there, a step that is yet to be written. Nothing was started.
        """
        overrides = dict(overrides or {})
        self._check_overrides(overrides)
        values = self._check_secrets(environ)
        refuse_gaps(self.document, self.written.steps)
        check_accepted(self.document, self.written.audit, self.written.steps)
        refuse_readings(self.document, self.written.steps, self.variables)
        runs = [
            Run(self, {**self.written.vars, **(case or {}), **overrides}, case)
            for case in self.written.cases or (None,)
        ]
        for run in runs:
            task = run.resolve(Path("workdir"))
            review(self.document, task, values)
        return tuple(runs)

    def _check_overrides(self, overrides: Mapping[str, str]) -> None:
        for name in overrides:
            if name not in self.variables:
                raise BadInput(
                    f'--var {name}: {self.document.path} has no variable "{name}"; '
                    f"{nearest(name, self.variables)}"
                )

    def _check_secrets(self, environ: Mapping[str, str]) -> dict[str, str]:
        for number, name in enumerate(self.written.secrets):
            if not environ.get(name):
                place = ("secrets", number)
                raise self.document.error(
                    place, f'"{name}" is not set; set it in the environment: export {name}=...'
                )
        return {name: environ[name] for name in self.written.secrets}


def load_task(path: Path | str) -> TaskFile:
    """Read a task file and check everything that can be checked without running it.

    Raises:
        BadInput: with file, line, key and what to do; several faults are listed one a line.
    """
    path = Path(path)
    if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long)
        folder = path.parent
        names = [file.name for file in folder.glob("*.y*ml")] if os.path.isdir(folder) else []  # noqa: PTH112
        hint = nearest(path.name, names).partition(" known:")[0] if names else "check the path"
        raise BadInput(f"{path}: no such task file; {hint}")
    document = read_document(path)
    file = TaskFile(document, validated(document, document.value))
    try:
        file.id  # noqa: B018  (the file's own name may not do)
    except ValueError as error:
        raise BadInput(f"{path}:1:1: id: {error}, or add a line: id: my_task") from None
    return file
