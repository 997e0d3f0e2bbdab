"""Strict YAML document that keeps the line of everything.

YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema) instead of PyYAML's 1.1: `no` is text,
`12:30` is text and `010` is ten. Anchors, aliases, tags and duplicate keys are refused; size, depth and the
number of values are bounded, so that no file takes long to read.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from agent.errors import BadInput
from agent.printing.escapes import visible
from agent.task.slips import explain_comment, explain_slip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Place = tuple[str | int, ...]
"""Keys and item numbers that lead to a value: `("launch", 0, "command")`."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
_BITS = 1024
"""Of a whole number; Python writes out no more than 4,300 digits."""
_LONGEST = 500
"""Characters of a message; a key may be as long as the file."""

_CORE: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"(?:null|Null|NULL|~)?"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+"), lambda text: _whole(int(text))),
    (re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: _whole(int(text, 0))),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?"), float),
)
"""Plain scalars that are not text. Without `.inf` and `.nan`, which nothing in a task can mean."""


def _whole(number: int) -> int:
    """The number, if JSON and messages can hold it. Raises ValueError."""
    if number.bit_length() > _BITS:
        raise ValueError
    return number


class Mark(NamedTuple):
    """Where a value stood."""

    line: int
    """Of its key (in a list: of the item), from 1."""
    text: str | None
    """A scalar as it was written, without its quotes."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, read."""

    path: Path
    digest: str
    """SHA-256 of the file's bytes."""
    value: dict[str, Any]
    marks: dict[Place, Mark]

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it."""
        while place not in self.marks:
            place = place[:-1]
        return self.marks[place].line

    def error(self, place: Place, message: str) -> BadInput:
        """An error that names file, line and key."""
        text = f"{spell(place)}{message}"
        return BadInput(f"{self.path}:{self.line(place)}: {visible(text[:_LONGEST])}")


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
        node = _Loader(_decode(path, content)).get_single_node()
        if node is None:
            raise BadInput(f'{path}:1: the file is empty; a task needs at least "instruction: ..."')
        if not isinstance(node, yaml.MappingNode):
            raise _unsupported(node, 'not a mapping; a task is made of "key: value" lines')
        value = _value(node, (), marks)
    except yaml.YAMLError as error:
        raise BadInput(_explain(path, error)) from None
    return Document(path, hashlib.sha256(content).hexdigest(), value, marks | {(): Mark(1, None)})


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
        line = content.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{path}:{line}: not YAML: this is not UTF-8 text; save the file as UTF-8") from None
    if odd := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise BadInput(f"{path}:{line}: not YAML: it holds the character {odd[0]!a}; remove it")
    return text


_HALF = re.compile(r"[\ud800-\udfff]")


class _Loader(yaml.SafeLoader):
    """Composes nodes as the safe loader does, within bounds; `_value` then gives them their types."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012  (PyYAML's own shape; never changed)

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.depth = 0
        self.count = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # so in PyYAML's stubs
        if getattr(event, "anchor", None) is not None:  # an alias carries the anchor's name
            raise _unsupported(
                event, "anchors (&name) and aliases (*name) are not allowed; write the value out"
            )
        if getattr(event, "tag", None) is not None:
            raise _unsupported(event, f"tags are not allowed here ({event.tag}); remove it")
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH:
            raise _unsupported(event, f"nested deeper than {MAX_DEPTH} levels; make it flatter")
        if self.count > MAX_VALUES:
            raise _unsupported(event, f"more than {MAX_VALUES} values; split the file")
        node: yaml.Node | None = super().compose_node(parent, index)
        if isinstance(node, yaml.ScalarNode) and _HALF.search(node.value):
            raise _unsupported(node, "half of a surrogate pair is no character; write the whole one")
        self.depth -= 1
        return node


def _value(node: yaml.Node, place: Place, marks: dict[Place, Mark]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            marks[*place, number] = _mark(item, item)
        return [_value(item, (*place, number), marks) for number, item in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _unsupported(key, "a key must be a plain word")
        if key.value in mapping:
            first = marks[*place, key.value].line
            raise _unsupported(
                key, f"duplicate key {key.value!r}, first written in line {first}; keep one of them"
            )
        marks[*place, key.value] = _mark(key, item)
        mapping[key.value] = _value(item, (*place, key.value), marks)
    return mapping


def _mark(key: yaml.Node, item: yaml.Node) -> Mark:
    text = item.value if isinstance(item, yaml.ScalarNode) else None
    return Mark(key.start_mark.line + 1, text)


def _scalar(node: yaml.ScalarNode) -> Any:
    if node.style is not None:  # quoted or a block: always text
        return node.value
    cut = explain_comment(node)
    for pattern, convert in _CORE:
        if pattern.fullmatch(node.value) and (node.value or not cut):
            try:
                return convert(node.value)
            except ValueError:  # Python refuses to convert thousands of digits
                raise _unsupported(node, "the number is too long; put it in quotes if it is text") from None
    if cut:
        raise _unsupported(node, cut)
    return node.value


class _Unsupported(yaml.MarkedYAMLError):
    """YAML all right, but not of the kind that a task is written in."""


def _unsupported(at: Any, problem: str) -> _Unsupported:
    return _Unsupported(problem=problem, problem_mark=at.start_mark)


def _explain(path: Path, error: yaml.YAMLError) -> str:
    if not isinstance(error, yaml.MarkedYAMLError):
        return f"{path}: not YAML: {' '.join(str(error).split())}"
    mark: Any = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    if isinstance(error, _Unsupported):
        return f"{path}:{line}: {error.problem}"
    return f"{path}:{line}: not YAML: {explain_slip(error)}"
