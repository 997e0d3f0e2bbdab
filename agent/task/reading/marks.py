"""Marks: where a value stands in its file, and where each of its characters does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDED = re.compile(r"[ \t\r]*\n[ \t\r\n]*")
_ESCAPED = {"x": 2, "u": 4, "U": 8}
"""Hexadecimal digits behind such an escape."""


class Position(NamedTuple):
    """A place in a text file, both from 1, as editors count."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


BEGINNING = Position(1, 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stood."""

    position: Position
    """Of its key (in a list: of the item)."""
    text: str | None = None
    """A scalar as it was written, without its quotes."""
    begin: Position = BEGINNING
    """Of the value itself."""
    source: str = ""
    """A scalar as it stands in the file, with its quotes."""
    style: str | None = None
    """How it is quoted: `'`, `"`, `|`, `>` or not at all."""

    def at(self, offset: int) -> Position:
        """Where a character of the text stands; beyond its end the end."""
        index = next(islice(self._indices(), offset, None), len(self.source.rstrip()))
        before = self.source[:index]
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1) + (1 if line else self.begin.column)
        return Position(self.begin.line + line, column)

    def _indices(self) -> Iterator[int]:
        """Of each character of the text, where it is in the source."""
        index, end = (1, len(self.source) - 1) if self.style in ("'", '"') else (0, len(self.source))
        if self.style in ("|", ">"):
            index = self._first_line()
        while index < end:
            if self.style != "|" and (folded := _FOLDED.match(self.source, index)):
                for _ in range(max(1, folded[0].count("\n") - 1)):
                    yield index
                index = folded.end()
            elif self.style == "|" and self.source[index] == "\n":
                yield index
                index = self._indented(index + 1)
            elif self.style == '"' and self.source.startswith("\\\n", index):  # goes on in the next line
                index = self._indented(index + 2)
            else:
                yield index
                index += self._length(index)

    def _length(self, index: int) -> int:
        """How many characters of the source are one of the text."""
        if self.style == "'" and self.source.startswith("''", index):
            return 2
        if self.style != '"' or self.source[index] != "\\":
            return 1
        return 2 + _ESCAPED.get(self.source[index + 1 : index + 2], 0)

    def _first_line(self) -> int:
        """Where a block's text begins: behind its header and the indentation."""
        found = self.source.find("\n")
        return self._indented(found + 1) if found >= 0 else len(self.source)

    def _indented(self, index: int) -> int:
        """The first character from there on that does not indent a line."""
        while index < len(self.source) and self.source[index] in " \t":
            index += 1
        return index


def mark(key: yaml.Node, item: yaml.Node) -> Mark:
    """The mark of an item whose key stands there; in a list the item is its own."""
    position, begin = (Position(node.start_mark.line + 1, node.start_mark.column + 1) for node in (key, item))
    if not isinstance(item, yaml.ScalarNode):
        return Mark(position, begin=begin)
    start, end = item.start_mark, item.end_mark
    source = (start.buffer or "")[start.pointer : end.pointer]
    return Mark(position, item.value, begin, source, item.style)
