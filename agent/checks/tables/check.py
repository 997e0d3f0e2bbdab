"""`csv` and `xlsx` checks: what a table in a file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.checks.context import CheckContext, Found
from agent.checks.reading import Unreadable
from agent.checks.tables.comparing import a_record, records, some_cells, whole
from agent.checks.tables.delimited import read_delimited, same_text
from agent.checks.tables.workbook import read_sheet, same_cell
from agent.checks.values import spell

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.checks.tables.table import Table
    from agent.task.table_checks import CsvCheck, TableCheck, XlsxCheck


def check_csv(check: CsvCheck, context: CheckContext) -> Found:
    """Compare a table of delimited text."""
    path = context.workdir / check.path
    return _judged(check, lambda: read_delimited(path, check.encoding, check.delimiter), same_text)


def check_xlsx(check: XlsxCheck, context: CheckContext) -> Found:
    """Compare a sheet of a workbook."""
    return _judged(check, lambda: read_sheet(context.workdir / check.path, check.sheet), same_cell)


def _judged(check: TableCheck, read: Callable[[], Table], same: Callable[[Any, Any], bool]) -> Found:
    try:
        table = read()
        if check.equals is not None:
            return whole(table, check.equals, same)
        if check.rows is not None:
            return records(table, check.rows, check.header, same)
        if check.contains is not None:
            return a_record(table, check.contains, check.header, same)
        return some_cells(table, check.cells or {}, same)
    except Unreadable as reason:
        return Found(passed=False, expected=_wanted(check), actual=str(reason))


def _wanted(check: TableCheck) -> str:
    """What is wanted, of a table that can't be looked at."""
    [name] = [name for name in check.one_of if getattr(check, name) is not None]
    return f"{name}: {spell(getattr(check, name))}"
