"""Markdown of tables (GitHub's), every foreign sign escaped. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.tables.table import told
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.bench.tables.table import Figure, Row, Table, Tables, Unit

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$#]|(?<!\w)@(?=\w)|(?<!\w):(?=[\w+-]+:)")
"""Signs of markup; a mention and an emoji's name among them."""
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def markdown(tables: Tables) -> str:
    """All tables, and the notes below them."""
    parts = [_table(table) for table in tables.tables]
    notes = "\n".join(f"- {escaped(note)}" for note in tables.notes)
    return "\n\n".join([*parts, notes]) + "\n"


def escaped(text: str) -> str:
    """Text that shows as it is: no markup, no HTML, one line."""
    line = visible(" ".join(text.split()))
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", line).translate(_HTML)


def _table(table: Table) -> str:
    return "\n".join([f"**{escaped(table.caption)}**", "", *_lines(table)])


def _lines(table: Table) -> Iterator[str]:
    yield _line("", *map(escaped, table.columns))
    yield _line("---", *("---:" for _ in table.columns))
    for row in table.rows:
        if row.unit is None:
            yield _line(f"**{escaped(row.label)}**", *("" for _ in table.columns))
        else:
            yield _line(_label(row), *(_cell(cell, row.unit) for cell in row.cells))


def _label(row: Row) -> str:
    return f"&emsp;{escaped(row.label)}" if row.inner else f"**{escaped(row.label)}**"


def _cell(cell: Figure | None, unit: Unit) -> str:
    if cell is None:
        return "-"
    value, interval, of = told(cell, unit)
    between = f" \\[{interval}\\]" if interval else ""
    return f"{value}{between} ({of})"


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
