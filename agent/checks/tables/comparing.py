"""Comparison of a table with what a check wants of it: the first difference, told by its cell. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.checks.context import Found
from agent.checks.reading import Unreadable
from agent.checks.tables.table import name_of, place_of
from agent.checks.values import spell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.checks.tables.table import Table

    Same = Callable[[Any, Any], bool]

_MOST_ROWS = 100
"""That a failure shows."""


def whole(table: Table, wanted: Sequence[Sequence[Any]], same: Same) -> Found:
    """The table is these rows, and nothing else."""
    expected = f"{_rows(len(wanted))}: {spell(wanted)}"
    for number in range(1, max(len(wanted), table.last) + 1):
        row = wanted[number - 1] if number <= len(wanted) else ()
        cells = table.row(number)
        for column in range(max(len(row), max(cells, default=-1) + 1)):
            value = row[column] if column < len(row) else None
            if not same(value, cells.get(column)):
                return Found(passed=False, expected=expected, actual=_differs(table, number, column, value))
    if table.last > len(wanted):  # with rows that hold nothing but empty texts
        return Found(passed=False, expected=expected, actual=_all(table, 1))
    return Found(passed=True, expected=expected, actual=_all(table, 1))


def records(table: Table, wanted: Sequence[Mapping[str, Any]], header: int, same: Same) -> Found:
    """The rows below the header are these, in this order; columns that one does not name don't matter."""
    expected = f"{_rows(len(wanted))} below the header: {spell(wanted)}"
    places = _columns(table, wanted, header)
    found = max(0, table.last - header)
    for number, row in enumerate(wanted, start=header + 1):
        cells = table.row(number)
        for name, value in row.items():
            if number > table.last or not same(value, cells.get(places[name])):
                actual = _differs(table, number, places[name], value, name)
                return Found(passed=False, expected=expected, actual=actual)
    return Found(found == len(wanted), expected, _all(table, header + 1))


def a_record(table: Table, wanted: Mapping[str, Any], header: int, same: Same) -> Found:
    """A row below the header has these values in these columns."""
    expected = f"a row with {spell(wanted)}"
    places = _columns(table, [wanted], header)
    nearest, most = 0, 0
    for number in range(header + 1, table.last + 1):
        cells = table.row(number)
        alike = sum(same(value, cells.get(places[name])) for name, value in wanted.items())
        if alike == len(wanted):
            return Found(passed=True, expected=expected, actual=f"row {number}: {table.told(number)}")
        if alike > most:
            nearest, most = number, alike
    if nearest:
        cells = table.row(nearest)
        shown = {name: cells.get(places[name]) for name in wanted}
        return Found(
            passed=False, expected=expected, actual=f"no such row; nearest is row {nearest}: {spell(shown)}"
        )
    return Found(passed=False, expected=expected, actual=f"no row with any of it; {_all(table, header + 1)}")


def some_cells(table: Table, wanted: Mapping[str, Any], same: Same) -> Found:
    """These cells hold these values."""
    expected = _named(wanted)
    actual = {}
    for cell in wanted:
        row, column = place_of(cell)
        actual[cell] = table.row(row).get(column)
    passed = all(same(value, actual[cell]) for cell, value in wanted.items())
    return Found(passed, expected, _named(actual))


def _columns(table: Table, rows: Sequence[Mapping[str, Any]], header: int) -> dict[str, int]:
    """The columns that rows name, by name.

    Raises:
        Unreadable: the table has no such column.
    """
    places = table.columns(header)
    for name in {name: None for row in rows for name in row}:
        if name not in places:
            there = ", ".join(map(spell, places)) or "none"
            raise Unreadable(f"there is no column {spell(name)}; those of row {header} are {there}")
    return places


def _differs(table: Table, row: int, column: int, wanted: Any, name: str = "") -> str:
    """The first cell that is another one, and then all rows."""
    where = name_of(row, column) + (f" ({name})" if name else "")
    if row > table.last:
        return f"row {row} is not there; {_all(table, 1)}"
    return f"{where} is {spell(table.row(row).get(column))}, not {spell(wanted)}; {_all(table, 1)}"


def _all(table: Table, first: int) -> str:
    count = max(0, table.last - first + 1)
    shown = [table.told(number) for number in range(first, min(table.last, first + _MOST_ROWS - 1) + 1)]
    return f"{_rows(count)}: [{', '.join(shown)}{', ...' if count > _MOST_ROWS else ''}]"


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"


def _named(cells: Mapping[str, Any]) -> str:
    return ", ".join(f"{cell} is {spell(value)}" for cell, value in cells.items())
