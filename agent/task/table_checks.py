"""Checks of tables in files, as written in a task file."""

from __future__ import annotations

import codecs
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from agent.task.section import Scalar, Text, Weighed

_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


def _cell(name: str) -> str:
    if not _CELL.fullmatch(name):
        raise ValueError(f'"{name}" is no cell; write its column and row, as in B2')
    return name


def _encoding(name: str) -> str:
    try:
        found = codecs.lookup(name)
        "".encode(name)  # some are no encodings of text
    except (LookupError, ValueError):
        raise ValueError(f'"{name}" is no encoding of text; write utf-8, cp1252, utf-16 ...') from None
    return found.name


Cell = Annotated[
    str, AfterValidator(_cell), WithJsonSchema({"type": "string", "pattern": f"^{_CELL.pattern}$"})
]
Record = Annotated[dict[Text, Scalar], Field(min_length=1)]


class TableCheck(Weighed):
    """What a table holds: exactly one of `equals`, `rows`, `contains` and `cells`."""

    one_of = ("equals", "rows", "contains", "cells")
    path: Text
    """Of the file; a relative one starts at `${workdir}`."""
    equals: tuple[tuple[Scalar, ...], ...] | None = None
    """The whole table, row by row, its header and all."""
    rows: tuple[Record, ...] | None = None
    """All rows below the header, in order, each with its values by column."""
    contains: Record | None = None
    """The values, by column, of a row that is there."""
    cells: Annotated[dict[Cell, Scalar], Field(min_length=1)] | None = None
    """Values by cell: `{B2: 42}`."""
    header: Annotated[int, Field(strict=True, ge=1, le=1000)] = 1
    """Row that the names of the columns stand in."""


class CsvCheck(TableCheck):
    """What a table of delimited text holds."""

    kind: Literal["csv"] = "csv"
    encoding: Annotated[Text, AfterValidator(_encoding)] = "utf-8"
    """Of the text; a byte order mark does not matter."""
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    """One character, such as ";"."""


class XlsxCheck(TableCheck):
    """What a sheet of an XLSX workbook holds: the values that were last calculated and saved."""

    kind: Literal["xlsx"] = "xlsx"
    sheet: Text | None = None
    """By name; by default the first one."""
