"""Nodes of a YAML text: composed within bounds, and the values they stand for.

YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema) instead of PyYAML's 1.1: `no` is text,
`12:30` is text and `010` is ten. Anchors, aliases, tags and duplicate keys are refused; depth and the number
of values are bounded, so that no file takes long to read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from agent.task.reading.marks import Mark, mark
from agent.task.slips import explain_comment

if TYPE_CHECKING:
    from collections.abc import Callable

Place = tuple[str | int, ...]
"""Keys and item numbers that lead to a value: `("launch", 0, "command")`."""

MAX_DEPTH = 20
MAX_VALUES = 20_000
_BITS = 1024
"""Of a whole number; Python writes out no more than 4,300 digits."""

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


_CONDITION = re.compile(
    r"\s*if\s+[\"\N{LEFT DOUBLE QUOTATION MARK}].*\bappears\b[^:]*", re.IGNORECASE | re.DOTALL
)
"""What stands before the colon of a conditional step."""
_HALF = re.compile(r"[\ud800-\udfff]")


class Loader(yaml.SafeLoader):
    """Composes nodes as the safe loader does, within bounds; `value_of` then gives them their types."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012  (PyYAML's own shape; never changed)

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.depth = 0
        self.count = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node, if it and all in it may stand in a task file."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # so in PyYAML's stubs
        if getattr(event, "anchor", None) is not None:  # an alias carries the anchor's name
            raise unsupported(
                event, "anchors (&name) and aliases (*name) are not allowed; write the value out"
            )
        if getattr(event, "tag", None) is not None:
            raise unsupported(event, f"tags are not allowed here ({event.tag}); remove it")
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH:
            raise unsupported(event, f"nested deeper than {MAX_DEPTH} levels; make it flatter")
        if self.count > MAX_VALUES:
            raise unsupported(event, f"more than {MAX_VALUES} values; split the file")
        node: yaml.Node | None = super().compose_node(parent, index)
        if isinstance(node, yaml.ScalarNode) and _HALF.search(node.value):
            raise unsupported(node, "half of a surrogate pair is no character; write the whole one")
        self.depth -= 1
        return node


def value_of(node: yaml.Node, place: Place, marks: dict[Place, Mark]) -> Any:
    """The value of a node; the marks of all that it holds are added to `marks`.

    Raises:
        Unsupported: something in it has no place in a task file.
    """
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        items = [_as_sentence(item) for item in node.value]
        for number, item in enumerate(items):
            marks[*place, number] = mark(item, item)
        return [value_of(item, (*place, number), marks) for number, item in enumerate(items)]
    mapping: dict[str, Any] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise unsupported(key, "a key must be a plain word")
        if key.value in mapping:
            first = marks[*place, key.value].position.line
            raise unsupported(
                key, f"duplicate key {key.value!r}, first written in line {first}; keep one of them"
            )
        marks[*place, key.value] = mark(key, item)
        mapping[key.value] = value_of(item, (*place, key.value), marks)
    return mapping


def _as_sentence(item: yaml.Node) -> yaml.Node:
    """The text `If "X" appears: ...`, which YAML takes for a key and its value; any other item as it is."""
    if not isinstance(item, yaml.MappingNode) or len(item.value) != 1:
        return item
    [(key, value)] = item.value
    scalars = isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    if not scalars or not _CONDITION.fullmatch(key.value):
        return item
    text = f"{key.value}: {value.value}"
    return yaml.ScalarNode(value.tag, text, key.start_mark, value.end_mark, style=value.style)


def _scalar(node: yaml.ScalarNode) -> Any:
    if node.style is not None:  # quoted or a block: always text
        return node.value
    cut = explain_comment(node)
    for pattern, convert in _CORE:
        if pattern.fullmatch(node.value) and (node.value or not cut):
            try:
                return convert(node.value)
            except ValueError:  # Python refuses to convert thousands of digits
                raise unsupported(node, "the number is too long; put it in quotes if it is text") from None
    if cut:
        raise unsupported(node, cut)
    return node.value


class Unsupported(yaml.MarkedYAMLError):
    """YAML all right, but not of the kind that a task is written in."""


def unsupported(at: Any, problem: str) -> Unsupported:
    """The refusal of a node or an event."""
    return Unsupported(problem=problem, problem_mark=at.start_mark)
