"""Delimited text as a table: every cell is a text."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from agent.checks.numbers import number
from agent.checks.reading import Unreadable, read_text
from agent.checks.tables.table import Table

if TYPE_CHECKING:
    from pathlib import Path

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""A number as a table writes it; `007` is a code."""
_OTHERS = (";", "\t", ",", "|")


def read_delimited(path: Path, encoding: str, delimiter: str) -> Table:
    """The table of a CSV file; empty lines are left out.

    Raises:
        Unreadable: it is not there, not in this encoding, or its quotes are broken.
    """
    text = read_text(path, encoding)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        kept = [row for row in rows if row]
    except csv.Error as error:
        raise Unreadable(f"{path}: line {rows.line_num}: not CSV: {error}") from None
    if kept and len(kept[0]) == 1:
        for other in _OTHERS:
            if other in kept[0][0]:
                found = json.dumps(other)
                raise Unreadable(f"{path}: its lines are parted by {found}: add delimiter: {found}")
    return Table({row: dict(enumerate(cells)) for row, cells in enumerate(kept, start=1)})


def same_text(expected: Any, actual: str | None) -> bool:
    """Whether a cell's text is the value that a task file means.

    Text is exactly this text. A number is any way to write it (`2500.00` for 2500, but `007` is not 7),
    null an empty cell or none, true and false are written in any case.
    """
    if actual is None:
        return expected in (None, "")
    if expected is None:
        return not actual
    if isinstance(expected, bool):
        return actual.lower() == json.dumps(expected)
    if isinstance(expected, int | float):
        return bool(_PLAIN.fullmatch(actual)) and number(actual) == number(json.dumps(expected))
    return bool(expected == actual)
