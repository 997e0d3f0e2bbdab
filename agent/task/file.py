"""Task file: read, and turned into the runs that it asks for."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from agent.errors import BadInput, nearest
from agent.task.checks import ImageCheck
from agent.task.document import Document, Place, read_document
from agent.task.faults import explain
from agent.task.gaps import missing
from agent.task.sections import Task, TaskStep, Written, task_id
from agent.task.variables import quoted, substitute

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Run:
    """One run that a task file asks for, known to be complete; `resolve` gives it its folder."""

    file: TaskFile
    values: dict[str, str]
    case: dict[str, str] | None

    @property
    def line(self) -> int:
        """Where it stands in the file: the line of its case, or the first."""
        cases = self.file.written.cases
        return self.file.document.line(("cases", cases.index(self.case))) if self.case is not None else 1

    def resolve(self, workdir: Path) -> Task:
        """The task of this run, with `${workdir}` filled in.

        Raises:
            BadInput: a variable or a secret is not set, or a text is not what it must be once filled in.
        """
        values = {**self.values, "workdir": str(workdir)}
        document, written = self.file.document, self.file.written
        filled = _validated(document, _filled(document, values, written.secrets))
        lines = (document.line(("steps", number)) for number in range(len(filled.steps)))
        return Task(
            **{name: getattr(filled, name) for name in Task.model_fields.keys() & Written.model_fields.keys()}
            | {
                "id": self.file.id,
                "steps": tuple(
                    TaskStep(text=text, line=line) for text, line in zip(filled.steps, lines, strict=True)
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
        """The task's name: as written, or the file's name without its ending."""
        return self.written.id or task_id(self.document.path.stem)

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
        self._refuse_gaps()
        runs = [
            Run(self, {**self.written.vars, **(case or {}), **overrides}, case)
            for case in self.written.cases or (None,)
        ]
        for run in runs:
            task = run.resolve(Path("workdir"))
            _refuse_values(self.document, task, values)
            _find_pictures(self.document, task)
            _check_boxes(self.document, task)
        return tuple(runs)

    def _check_overrides(self, overrides: Mapping[str, str]) -> None:
        for name in overrides:
            if name not in self.variables:
                raise BadInput(
                    f'--var {name}: {self.document.path} has no variable "{name}"; '
                    f"{nearest(name, self.variables)}"
                )

    def _refuse_gaps(self) -> None:
        faults = [
            self.document.error(("steps", number), f"this step is yet to be written: {what}; {_WRITE_IT}")
            for number, step in enumerate(self.written.steps)
            if (what := missing(step)) is not None
        ]
        if faults:
            raise BadInput.together(faults)

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
    if not os.path.isfile(path):  # noqa: PTH113  (as above)
        folder = path.parent
        names = [file.name for file in folder.glob("*.y*ml")] if os.path.isdir(folder) else []  # noqa: PTH112
        hint = nearest(path.name, names).partition(" known:")[0] if names else "check the path"
        raise BadInput(f"{path}: no such task file; {hint}")
    document = read_document(path)
    file = TaskFile(document, _validated(document, document.value))
    try:
        file.id  # noqa: B018  (the file's own name may not do)
    except ValueError as error:
        raise BadInput(f"{path}:1: id: {error}, or add a line: id: my_task") from None
    return file


def _validated(document: Document, value: dict[str, Any]) -> Written:
    """Check the keys and types of a task; variables are text however their values are written."""
    value = dict(value)
    if isinstance(value.get("vars"), dict):
        value["vars"] = _as_text(document, ("vars",), value["vars"])
    if isinstance(value.get("cases"), list):
        value["cases"] = [
            _as_text(document, ("cases", number), case) if isinstance(case, dict) else case
            for number, case in enumerate(value["cases"])
        ]
    try:
        return Written.model_validate(value)
    except ValidationError as error:
        raise BadInput(explain(document, error, Written)) from None


def _as_text(document: Document, place: Place, values: dict[str, Any]) -> dict[str, Any]:
    """Numbers, true and false as they were written (`1.50` stays `1.50`); anything else as it is."""
    return {
        name: document.marks[*place, name].text if isinstance(value, int | float) else value
        for name, value in values.items()
    }


_FILLED = ("instruction", "steps", "launch", "checks")
"""The keys in which variables are filled in; everything else is taken as it is written."""


def _filled(document: Document, values: Mapping[str, str], secrets: tuple[str, ...]) -> dict[str, Any]:
    faults: list[BadInput] = []

    def fill(value: Any, place: Place) -> Any:
        if isinstance(value, dict):
            return {key: fill(item, (*place, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [fill(item, (*place, number)) for number, item in enumerate(value)]
        if not isinstance(value, str):
            return value
        spoken = place[0] in {"instruction", "steps"}
        try:
            return substitute(
                value, values, secrets if spoken else None, quoted if place[0] == "steps" else str
            )
        except BadInput as error:
            faults.append(document.error(place, str(error)))
            return value

    filled = {key: fill(item, (key,)) if key in _FILLED else item for key, item in document.value.items()}
    if faults:
        raise BadInput.together(faults)
    return filled


def _refuse_values(document: Document, task: Task, secrets: Mapping[str, str]) -> None:
    """A secret's value written out anywhere in the task would end up in the recording."""
    text = task.model_dump_json()
    written = {name: json.dumps(value, ensure_ascii=False)[1:-1] for name, value in secrets.items()}
    for name, value in written.items():
        if len(value) >= _TELLING and value in text:
            message = f"the task holds the value of {name}; write ${{secret.{name}}} instead"
            raise document.error(("secrets",), message)


def _find_pictures(document: Document, task: Task) -> None:
    for number, check in enumerate(task.checks):
        if isinstance(check, ImageCheck) and not os.path.isfile(  # noqa: PTH113  (pathlib's raises for names that are too long)
            path := document.path.parent / check.like
        ):
            raise document.error(("checks", number, "image", "like"), f"there is no picture {path}")


def _check_boxes(document: Document, task: Task) -> None:
    boxes = {("masks", number, "box"): mask.box for number, mask in enumerate(task.masks)} | {
        ("forbid", number, "region"): one.region for number, one in enumerate(task.forbid) if one.region
    }
    width, height = task.display.size
    for place, (left, top, *extent) in boxes.items() if task.display.kind == "virtual" else ():
        if left + extent[0] > width or top + extent[1] > height:
            message = (
                f"reaches beyond the display, which is {width}x{height}; write [left, top, width, height]"
            )
            raise document.error(place, message)


_WRITE_IT = "say what is to be done there, or remove the line if nothing is"
_TELLING = 6
"""Shorter secrets turn up by chance."""
