"""Variables that tasks declare and use nowhere: to give one another value would change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.errors import BadInput
from agent.task.variables import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent.task.file import TaskFile


def refuse_unused(files: Iterable[TaskFile], overrides: Iterable[str]) -> None:
    """Make sure that each variable that is given a value is used by one of the tasks.

    Args:
        files: The tasks.
        overrides: The names that `--var` gives values.

    Raises:
        BadInput: one is declared, and nothing uses it: who gives it a value expects that it does something.
    """
    files = list(files)
    used = frozenset(name for file in files for name in _used_in(file))
    where = ", ".join(dict.fromkeys(str(file.document.path) for file in files))
    faults = [
        BadInput(
            f"--var {name}: nothing in {where} uses ${{{name}}}, so its value would change nothing: "
            "write it into a step, or leave it out"
        )
        for name in overrides
        if name not in used
    ]
    if faults:
        raise BadInput.together(faults)


def _used_in(file: TaskFile) -> Iterator[str]:
    """The names that a task file, its steps and the files that they stand in refer to."""
    yield from _referred(_texts(file.document.value))
    for step in file.steps:
        yield from _referred((step.template, step.own or "", *_texts(step.document.value)))


def _referred(texts: Iterable[str]) -> Iterator[str]:
    return (token[1] for text in texts for token in TOKEN.finditer(text) if token[1])


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value of a document, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (*_texts(key), *_texts(part))
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
