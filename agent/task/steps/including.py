"""Including of files of steps: each item of `steps:` becomes the sentences that it stands for."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agent.errors import BadInput, nearest
from agent.task.document import read_document
from agent.task.faults import explain
from agent.task.filling import as_text, with_given
from agent.task.readings import name_read
from agent.task.steps.items import Include, Included
from agent.task.steps.template import composed, literal
from agent.task.steps.written import WrittenStep, told_of
from agent.task.variables import WrongReference, substitute

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from agent.task.document import Document
    from agent.task.reading.nodes import Place

MAX_STEPS = 5000
"""Of a task; files that include others several times make many of a few."""


def expand(document: Document, items: Sequence[str | Include]) -> tuple[WrittenStep, ...]:
    """All sentences of a task, in order.

    Args:
        document: The task file.
        items: Its `steps`.

    Raises:
        BadInput: an included file is not there, wrong, or includes itself; a parameter is missing or unknown.
    """
    steps: list[WrittenStep] = []
    for step in _File(document, _Others()).steps(items, None):
        steps.append(step)
        if len(steps) > MAX_STEPS:
            raise document.error(
                ("steps",), f"makes more than {MAX_STEPS} steps; include less, or make several tasks"
            )
    return tuple(steps)


def check_given(
    document: Document,
    items: Sequence[str | Include],
    values: Mapping[str, str],
    secrets: Collection[str],
    steps: Sequence[str] = (),
) -> None:
    """Make sure that what a task gives to files that it includes can be filled in.

    Args:
        document: The task file.
        items: Its `steps`.
        values: Its variables.
        secrets: Names that may be referred to.
        steps: All of its sentences; what they read may be given too.

    Raises:
        BadInput: it can't.
    """
    read = {name: "" for step in steps if (name := name_read(step))}
    for number, item in enumerate(items):
        for name, value in item.given.items() if isinstance(item, Include) else ():
            try:
                substitute(value, values, secrets, read=read)
            except WrongReference as error:
                raise document.error(("steps", number, "with", name), str(error), error.offset) from None


@dataclass(frozen=True, slots=True)
class _Others:
    """The files that a task includes: each is read once, however often it is included."""

    read: Callable[[Path], tuple[Document, Included]] = field(default_factory=lambda: cache(_read))
    resolved: Callable[[Path], Path] = field(default_factory=lambda: cache(Path.resolve))


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the task: its own, or one that is included by others."""

    document: Document
    others: _Others
    file: str | None = None
    within: tuple[tuple[Path, str], ...] = ()
    """The files that lead to it, the task's own first, and where each includes the next."""

    def steps(
        self, items: Sequence[str | Include], values: Mapping[str, str] | None
    ) -> Iterator[WrittenStep]:
        """Its sentences; `values` are those of its variables, None: they are the task's own."""
        known = None if values is None else dict(values)
        for number, item in enumerate(items):
            for step in self._steps_of(item, ("steps", number), known):
                if known is not None and (name := name_read(step.template)):
                    known[name] = f"${{{name}}}"  # from here on, filled in during the run
                yield step

    def _steps_of(
        self, item: str | Include, place: Place, values: Mapping[str, str] | None
    ) -> Iterator[WrittenStep]:
        if isinstance(item, Include):
            yield from self._included(item, place, values)
        else:
            template = item if values is None else self._composed(item, place, values, in_quotes=True)
            yield WrittenStep(template, self.document, place, self.file, self._places)

    def _included(
        self, item: Include, place: Place, values: Mapping[str, str] | None
    ) -> Iterator[WrittenStep]:
        path = self._path(item.include, (*place, "include"))
        document, included = self.others.read(path)
        given = {
            name: value if values is None else self._composed(value, (*place, "with", name), values)
            for name, value in item.given.items()
        }
        self._check_given(given, included, place)
        within = (*self.within, (self.document.path, f"{self.document.path}:{self.document.position(place)}"))
        top = within[0][0].parent
        inner = _File(document, self.others, os.path.relpath(path, top).replace(os.sep, "/"), within)
        defaults = {name: literal(value) for name, value in included.vars.items()}
        yield from inner.steps(included.steps, {**defaults, **given})

    def _path(self, name: str, place: Place) -> Path:
        path = self.document.path.parent / name
        if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long)
            folder = path.parent
            names = [file.name for file in folder.glob("*.y*ml")] if os.path.isdir(folder) else []  # noqa: PTH112
            names = [name for name in names if folder / name != self.document.path]
            known = nearest(path.name, names, "its path starts at the file that includes it")
            raise self.document.error(place, f"there is no file {path}; {known}")
        chain = [*(one for one, _ in self.within), self.document.path]
        resolved = self.others.resolved
        if any(resolved(one) == resolved(path) for one in chain):
            names = [one.name for one in (*chain, path)]
            raise self.document.error(place, f"includes itself: {' > '.join(names)}; take one of them out")
        return path

    def _composed(
        self, template: str, place: Place, values: Mapping[str, str], *, in_quotes: bool = False
    ) -> str:
        try:
            return composed(template, values, in_quotes=in_quotes)
        except WrongReference as error:
            message = f"{error}{told_of(self._places)}"
            raise self.document.error(place, message, error.offset) from None

    @property
    def _places(self) -> tuple[str, ...]:
        return tuple(place for _, place in self.within)

    def _check_given(self, given: Mapping[str, str], included: Included, place: Place) -> None:
        known = [*included.params, *included.vars]
        for name in given:
            if name not in known:
                raise self.document.error(
                    (*place, "with", name), f"unknown parameter; {nearest(name, known)}"
                )
        missing = [name for name in included.params if name not in given]
        if missing:
            example = ", ".join(f'{name}: "..."' for name in missing)
            raise self.document.error(place, f"{', '.join(missing)} must be given; add with: {{{example}}}")


def _read(path: Path) -> tuple[Document, Included]:
    document = read_document(path)
    return document, _validated(document)


def _validated(document: Document) -> Included:
    value = dict(document.value)
    if "instruction" in value:
        raise document.error(
            ("instruction",),
            "this is a whole task, and only steps can be included; put those that both need into a file of "
            "their own (params, vars, steps)",
        )
    if isinstance(value.get("vars"), dict):
        value["vars"] = as_text(document, ("vars",), value["vars"])
    if isinstance(value.get("steps"), list):
        value["steps"] = with_given(document, value["steps"])
    try:
        return Included.model_validate(value)
    except ValidationError as error:
        raise BadInput(explain(document, error, Included)) from None
