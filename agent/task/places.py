"""Places of a task in its files, for messages: `form.yaml:7:12`. Looked up only when something is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.task.document import read_document
from agent.task.variables import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task.parts import TaskStep
    from agent.task.reading.nodes import Place
    from agent.task.sections import Task


def place_of(task: Task, place: Place) -> str:
    """File, line and column of a key of the task file, or of the nearest thing around it."""
    try:
        position = read_document(task.source).position(place)
    except BadInput:  # it was removed or changed meanwhile
        return f"{task.source}"
    return f"{task.source}:{position}"


def place_of_step(task: Task, step: TaskStep, offset: int | None = None) -> str:
    """File, line and column of a step; with `offset` of that character of its text."""
    path = file_of(task, step)
    written = f"{path}:{step.line}:{step.column}"
    if offset is None or step.own:
        return written
    try:
        marks = read_document(path).marks.values()
    except BadInput:
        return written
    mark = next((one for one in marks if one.begin == (step.line, step.column) and one.text), None)
    if mark is None or mark.text is None:
        return written
    return f"{path}:{mark.at(offset_in(mark.text, step.text, offset))}"


def folder_of(task: Task, step: TaskStep) -> Path:
    """The folder of the file that a step stands in, where the paths in it begin."""
    return file_of(task, step).parent


def file_of(task: Task, step: TaskStep) -> Path:
    """The file that a step stands in."""
    return task.source.parent / step.file if step.file else task.source


def offset_in(template: str, filled: str, offset: int) -> int:
    """Where a character of a text stands in the template that it was filled in from; of a value: its name."""
    tokens, edges = list(TOKEN.finditer(template)), [0]
    for token in tokens:
        edges += token.span()
    literals = [template[start:end] for start, end in zip(edges[::2], [*edges[1::2], None], strict=True)]
    found = re.fullmatch("(.*?)".join(f"({re.escape(part)})" for part in literals), filled, re.DOTALL)
    for group in range(1, len(edges) + 1) if found else ():
        start, end = found.span(group) if found else (0, 0)
        if offset < end:
            return edges[group - 1] + (offset - start if group % 2 else 0)
    return len(template) if found else 0
