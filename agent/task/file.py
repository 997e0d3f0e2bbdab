"""Task file: read, and turned into the runs that it asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.errors import BadInput, nearest, of_each
from agent.printing.escapes import visible
from agent.task.accepted import check_accepted
from agent.task.cases import cases_of
from agent.task.document import Document, read_document
from agent.task.filling import filled_in, validated
from agent.task.interruptions import interruptions
from agent.task.own.expanding import OwnSteps
from agent.task.readings import usable
from agent.task.review import refuse_gaps, refuse_readings, review
from agent.task.rules import Rule
from agent.task.sections import Task, Written
from agent.task.steps.including import check_given, expand
from agent.task.values import task_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.task.cases import Case
    from agent.task.own.expanding import Expander
    from agent.task.parts import TaskStep
    from agent.task.steps.written import WrittenStep


@dataclass(frozen=True, slots=True)
class Run:
    """One run that a task file asks for, known to be complete; `resolve` gives it its folder."""

    file: TaskFile
    values: dict[str, str]
    case: dict[str, str] | None

    @property
    def where(self) -> tuple[Path, int]:
        """The file and the line that it stands in: of its case, or the first."""
        places = (case.where for case in self.file.cases if case.values == self.case)
        return next(places, (self.file.document.path, 1))

    def resolve(self, workdir: Path) -> Task:
        """The task of this run, with `${workdir}` filled in.

        Raises:
            BadInput: a variable or a secret is not set, or a text is not what it must be once filled in.
        """
        document = self.file.document
        keys, steps = self._filled({**self.values, "workdir": str(workdir)})
        filled = validated(document, keys)
        ruled = (document.position(("rules", number)) for number in range(len(filled.rules)))
        return Task(
            **{name: getattr(filled, name) for name in Task.model_fields.keys() & Written.model_fields.keys()}
            | {
                "id": self.file.id,
                "steps": steps,
                "rules": tuple(
                    Rule(**rule.model_dump(), line=place.line, column=place.column)
                    for rule, place in zip(filled.rules, ruled, strict=True)
                ),
                "interruptions": interruptions(document, filled.interruptions),
                "vars": self.values,
                "source": document.path,
                "digest": document.digest,
                "case": self.case,
            }
        )

    @property
    def steps(self) -> tuple[WrittenStep, ...]:
        """Its sentences with their references, own steps expanded. Raises BadInput."""
        values = {**self.values, "workdir": "workdir"}
        return self.file.own.expand(self.file.steps, values)

    def _filled(self, values: Mapping[str, str]) -> tuple[dict[str, Any], tuple[TaskStep, ...]]:
        """The keys and the steps; all that is wrong with them is told at once."""
        file, secrets = self.file, self.file.written.secrets
        written = file.own.expand(file.steps, values)
        steps = [step.template for step in written]
        faults: list[BadInput] = []
        keys: dict[str, Any] = {}
        filled: list[TaskStep] = []
        try:
            keys = filled_in(file.document, values, secrets, steps)
        except BadInput as fault:
            faults.append(fault)
        try:
            check_given(file.document, file.written.steps, values, secrets, steps)
            filled = of_each(
                lambda at: written[at].filled(values, secrets, usable(("steps", at), steps[at], steps)),
                range(len(steps)),
            )
        except BadInput as fault:
            faults.append(fault)
        if faults:
            raise BadInput.together(faults)
        return keys, tuple(filled)


@dataclass(frozen=True, slots=True)
class TaskFile:
    """A task file, valid as written."""

    document: Document
    written: Written
    steps: tuple[WrittenStep, ...]
    """Its sentences and those of the files that it includes, as they are written."""
    own: Expander
    """Knows its own steps."""
    cases: tuple[Case, ...] = ()

    @property
    def variables(self) -> frozenset[str]:
        """The names that `--var` may set."""
        return frozenset([*self.written.vars, *(name for case in self.cases for name in case.values)])

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
        runs = [
            Run(self, {**self.written.vars, **(case or {}), **overrides}, case)
            for case in [one.values for one in self.cases] or (None,)
        ]
        for run in runs:
            check_accepted(self.document, self.written.audit, run.steps)
            refuse_gaps(run.steps)
            refuse_readings(run.steps, self.variables)
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


def load_task(path: Path | str, own: Expander | None = None) -> TaskFile:
    """Read a task file and check everything that can be checked without running it.

    Args:
        path: The file.
        own: Knows its own steps; None: the files beside it.

    Raises:
        BadInput: with file, line, key and what to do; several faults are listed one a line.
    """
    path = Path(path)
    if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long)
        folder = path.parent
        names = [visible(one.name) for one in folder.glob("*.y*ml")] if os.path.isdir(folder) else []  # noqa: PTH112
        hint = nearest(path.name, names).partition(" known:")[0] if names else "check the path"
        raise BadInput(f"{path}: no such task file; {hint}")
    document = read_document(path)
    written = validated(document, document.value)
    steps, cases = expand(document, written.steps), cases_of(document, written)
    file = TaskFile(document, written, steps, own or OwnSteps(path.parent), cases)
    try:
        file.id  # noqa: B018  (the file's own name may not do)
    except ValueError as error:
        raise BadInput(f"{path}:1:1: id: {error}, or add a line: id: my_task") from None
    return file
