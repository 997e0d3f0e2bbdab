"""XLSX workbook as a table: the values that were last calculated and saved, each with its type."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.checks.reading import Unreadable
from agent.checks.tables.formats import moment, pattern_of
from agent.checks.tables.parts import Parts
from agent.checks.tables.table import Table, place_of
from agent.checks.values import same_value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_MOST_CELLS = 200_000
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHOLE = 2**53
"""From here on a float does not tell whole numbers apart."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell without a value of its own: an error, or a formula that nothing has calculated."""

    told: str

    def __str__(self) -> str:
        return self.told


def read_sheet(path: Path, sheet: str | None) -> Table:
    """The cells of a sheet, by default of the first.

    Raises:
        Unreadable: it is not there, is no XLSX file, is too large, or has no such sheet.
    """
    parts = Parts(path)
    try:
        return _Workbook(parts).table(sheet)
    except (ValueError, LookupError, OverflowError) as error:
        raise parts.broken(f"{type(error).__name__}: {error}") from None


def same_cell(expected: Any, actual: Any) -> bool:
    """Whether a cell's value is the one a task file means: as in a database, but text is no number.

    Expected text may write a number, since a variable is always text; null is an empty cell.
    """
    if expected in (None, "") or actual in (None, ""):
        return expected in (None, "") and actual in (None, "")
    if isinstance(actual, str):
        return bool(expected == actual)
    return same_value(expected, actual)


class _Workbook:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        [path] = [target for target, kind in self._related("").values() if kind == "officeDocument"]
        self._targets = self._related(path)
        self._sheets: dict[str, str] = {}
        self._from_1904 = False
        for one in parts.elements(path, frozenset({"sheet", "workbookPr"})):
            if one.tag == "sheet":
                self._sheets[one.attrib["name"]] = one.attrib["id"]
            else:
                self._from_1904 = one.attrib.get("date1904") in ("1", "true")

    def table(self, sheet: str | None) -> Table:
        """The cells of a sheet."""
        name = next(iter(self._sheets), None) if sheet is None else sheet
        if name not in self._sheets:
            raise Unreadable(f'there is no sheet "{name}"; there are {", ".join(self._sheets) or "none"}')
        path, kind = self._targets[self._sheets[name]]
        if kind != "worksheet":
            raise Unreadable(f'"{name}" is no sheet of cells')
        texts, patterns = self._texts(), self._patterns()
        rows: dict[int, dict[int, Any]] = {}
        count = 0
        for row, column, cell in self._cells(path):
            value = self._value(cell, texts, patterns)
            if value is not None:
                rows.setdefault(row, {})[column] = value
                count += 1
            if count > _MOST_CELLS:
                raise Unreadable(f'the sheet "{name}" has more than {_MOST_CELLS} cells')
        return Table(rows)

    def _cells(self, path: str) -> Iterator[tuple[int, int, Element]]:
        """Each cell with its row and column; a file may leave out either's name."""
        row = 0
        for line in self._parts.elements(path, frozenset({"row"})):
            row, column = int(line.get("r", row + 1)), -1
            for cell in line:
                row, column = place_of(cell.attrib["r"]) if "r" in cell.attrib else (row, column + 1)
                if not (1 <= row <= _MOST_ROWS and column < _MOST_COLUMNS):
                    raise ValueError(f"a cell in row {row}, column {column + 1}")
                yield row, column, cell

    def _value(self, cell: Element, texts: list[str], patterns: list[str]) -> Any:  # noqa: PLR0911  (one a kind)
        kind, stored = cell.get("t", "n"), cell.findtext("v")
        if kind == "inlineStr":
            inner = cell.find("is")
            return None if inner is None else _text(inner)
        if stored is None:
            formula = cell.find("f")
            return None if formula is None else Odd("a formula that was never calculated")
        match kind:
            case "s":
                return texts[int(stored)]
            case "str":
                return _unescaped(stored)
            case "b":
                return stored.strip() in ("1", "true")
            case "e":
                return Odd(stored)
            case "n":
                style = int(cell.get("s", 0))
                return self._number(float(stored), patterns[style] if style < len(patterns) else "")
        return stored  # a date as text, in strict files

    def _number(self, value: float, pattern: str) -> Any:
        if pattern:
            return moment(value, pattern, from_1904=self._from_1904)
        return int(value) if value.is_integer() and abs(value) < _WHOLE else value

    def _texts(self) -> list[str]:
        return [
            _text(one)
            for target, kind in self._targets.values()
            if kind == "sharedStrings"
            for one in self._parts.elements(target, frozenset({"si"}))
        ]

    def _patterns(self) -> list[str]:
        """The format of each style, as far as it is of dates and times."""
        path = next((target for target, kind in self._targets.values() if kind == "styles"), None)
        written: dict[int, str] = {}
        styles: list[int] = []
        for one in self._parts.elements(path, frozenset({"numFmt", "cellXfs"})) if path else ():
            if one.tag == "numFmt":
                written[int(one.attrib["numFmtId"])] = one.get("formatCode", "")
            else:
                styles = [int(style.get("numFmtId", 0)) for style in one]
        return [pattern_of(style, written) for style in styles]

    def _related(self, path: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: by id the part's name and its kind."""
        folder, name = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        return {
            one.attrib["Id"]: (
                posixpath.normpath(posixpath.join("/", folder, one.attrib["Target"])).lstrip("/"),
                one.attrib["Type"].rpartition("/")[2],
            )
            for one in self._parts.elements(relations, frozenset({"Relationship"}))
            if one.get("TargetMode") != "External"
        }


def _text(holder: Element) -> str:
    """The text of an element and of its runs; readings above Japanese words are left out."""
    pieces = [
        one.text or ""
        for child in holder
        for one in ([child] if child.tag == "t" else child.findall("t") if child.tag == "r" else ())
    ]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
