"""Strict YAML document that keeps the place of everything."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from agent.errors import BadInput
from agent.printing.escapes import visible
from agent.task.reading.marks import BEGINNING, Mark, Position
from agent.task.reading.nodes import Loader, Place, Unsupported, unsupported, value_of
from agent.task.slips import explain_slip

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
_LONGEST = 500
"""Characters of a message; a key may be as long as the file."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, read."""

    path: Path
    digest: str
    """SHA-256 of the file's bytes."""
    value: dict[str, Any]
    marks: dict[Place, Mark]

    def position(self, place: Place, offset: int | None = None) -> Position:
        """Where a value's key stands, or the nearest thing around it; of a text, where a character does."""
        if offset is not None and place in self.marks:
            return self.marks[place].at(offset)
        while place not in self.marks:
            place = place[:-1]
        return self.marks[place].position

    def error(self, place: Place, message: str, offset: int | None = None) -> BadInput:
        """An error that names file, line, column and key; the column of a character of the text, if given."""
        text = f"{spell(place)}{message}"
        return BadInput(f"{self.path}:{self.position(place, offset)}: {visible(text[:_LONGEST])}")


def spell(place: Place) -> str:
    """A place as a person writes it: `launch[0].command: `; nothing for the file as a whole."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".") + ": " if place else ""


def read_document(path: Path) -> Document:
    """Read a file that holds one YAML mapping.

    Raises:
        BadInput: it can't be read, is not strict YAML, or is not a mapping; names file and line.
    """
    content = _read_bytes(path)
    marks: dict[Place, Mark] = {}
    try:
        node = Loader(_decode(path, content)).get_single_node()
        if node is None:
            raise BadInput(f'{path}:{BEGINNING}: the file is empty; a task needs at least "instruction: ..."')
        if not isinstance(node, yaml.MappingNode):
            raise unsupported(node, 'not a mapping; a task is made of "key: value" lines')
        value = value_of(node, (), marks)
    except yaml.YAMLError as error:
        raise BadInput(_explain(path, error)) from None
    return Document(path, hashlib.sha256(content).hexdigest(), value, marks | {(): Mark(BEGINNING)})


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{path}: can't be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise BadInput(
            f"{path}: larger than {MAX_BYTES} bytes; a task file is text, keep other material beside it"
        )
    return content


def _decode(path: Path, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = _position(content[: error.start].decode("utf-8-sig", "replace"))
        raise BadInput(f"{path}:{where}: not YAML: this is not UTF-8 text; save the file as UTF-8") from None
    if odd := yaml.reader.Reader.NON_PRINTABLE.search(text):
        where = _position(text[: odd.start()])
        raise BadInput(f"{path}:{where}: not YAML: it holds the character {odd[0]!a}; remove it")
    return text


def _explain(path: Path, error: yaml.YAMLError) -> str:
    if not isinstance(error, yaml.MarkedYAMLError):
        return f"{path}: not YAML: {' '.join(str(error).split())}"
    mark: Any = error.problem_mark or error.context_mark
    where = Position(mark.line + 1, mark.column + 1) if mark else BEGINNING
    if isinstance(error, Unsupported):
        return f"{path}:{where}: {error.problem}"
    return f"{path}:{where}: not YAML: {explain_slip(error)}"


def _position(before: str) -> Position:
    """Where the text behind this one begins."""
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
