"""`Table`: cells by row and column, as sparse as the file has them. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from agent.checks.reading import Unreadable
from agent.checks.values import spell

CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
"""A cell's name: letters of its column, number of its row."""
_SHOWN = 50
"""Cells of a row that a failure shows."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Rows count from 1, columns from 0, as `B2` is written: column 1, row 2."""

    rows: dict[int, dict[int, Any]] = field(default_factory=dict)
    """The cells that hold something."""

    @property
    def last(self) -> int:
        """The last row that holds something; 0: none does."""
        return max(self.rows, default=0)

    def row(self, number: int) -> dict[int, Any]:
        """The cells of a row."""
        return self.rows.get(number, {})

    def columns(self, header: int) -> dict[str, int]:
        """The columns by their names.

        Raises:
            Unreadable: two have one name.
        """
        names = {column: str(value) for column, value in self.row(header).items()}
        twice = [name for name, count in Counter(names.values()).items() if count > 1]
        if twice:
            raise Unreadable(f"two columns are called {spell(twice[0])}")
        return {name: column for column, name in names.items()}

    def told(self, number: int) -> str:
        """A row, as a task file would have it."""
        cells = self.row(number)
        width = max(cells, default=-1) + 1
        shown = [spell(cells.get(column)) for column in range(min(width, _SHOWN))]
        return f"[{', '.join(shown)}{', ...' if width > _SHOWN else ''}]"


def place_of(cell: str) -> tuple[int, int]:
    """Row and column of a cell by its name: `B2` is (2, 1)."""
    found = CELL.fullmatch(cell)
    if found is None:
        raise ValueError(f'"{cell}" is no cell; write its column and row, as in B2')
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1


def name_of(row: int, column: int) -> str:
    """The name of a cell; the inverse of `place_of`."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
