"""Table: a CSV file whose header names variables; its rows give their values, as they are written."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.task.names import checked_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from agent.task.parts import Foreach

MAX_BYTES = 10_000_000
MAX_ROWS = 10_000
_OTHERS = {";": '";"', "\t": '"\\t"', "|": '"|"'}
"""Delimiters that a file may have instead, as they are written in a task file."""


def read_table(
    path: Path, form: Foreach, refused: Callable[[str], BadInput]
) -> tuple[tuple[int, dict[str, str]], ...]:
    """The rows, each with the line that it begins in.

    Args:
        path: The file.
        form: Its delimiter and encoding.
        refused: What is raised when the file as a whole can't be read.

    Raises:
        BadInput: it can't be read, or it is no table of variables; names its line.
    """
    rows = list(_rows(path, _decoded(path, form, refused), form.delimiter))
    if not rows:
        raise BadInput(f"{path}:1:1: the file is empty; its first line names the variables")
    (_, header), *rest = rows
    _check_header(path, header, form.delimiter)
    if not rest:
        raise BadInput(f"{path}:1:1: there are no rows below the header; add one, a run is made of each")
    if len(rest) > MAX_ROWS:
        raise BadInput(f"{path}:{rest[MAX_ROWS][0]}:1: more than {MAX_ROWS} rows; split the file")
    for line, row in rest:
        if len(row) != len(header):
            count = f"{len(row)} value{'s' * (len(row) > 1)}"
            raise BadInput(
                f"{path}:{line}:1: {count}, and the header names {len(header)} variables "
                f"({', '.join(header)}); put a value that holds {form.delimiter!r} in double quotes"
            )
    return tuple((line, dict(zip(header, row, strict=True))) for line, row in rest)


def _decoded(path: Path, form: Foreach, refused: Callable[[str], BadInput]) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # a name that can be no file's
        raise refused(f"{path} can't be read: {getattr(error, 'strerror', None) or error}") from None
    if len(content) > MAX_BYTES:
        raise refused(f"{path} is larger than {MAX_BYTES} bytes; split the file")
    encoding = "utf-8-sig" if codecs.lookup(form.encoding).name == "utf-8" else form.encoding
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[: error.start].rpartition(b"\n")[2].decode(encoding, "replace")) + 1
        raise BadInput(
            f"{path}:{line}:{column}: this is not {form.encoding} text; save the file so, or say what it is: "
            f"foreach: {{csv: {form.csv}, encoding: cp1252}}"
        ) from None


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line that it begins in."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BadInput(
                f"{path}:{line}:1: not CSV: {error}; a quote within a quoted value is written twice"
            ) from None
        if any(row):
            yield line, row


def _check_header(path: Path, header: list[str], delimiter: str) -> None:
    column = 1
    for number, name in enumerate(header):
        try:
            checked_name(name)
        except ValueError as error:
            other = next(
                (written for sign, written in _OTHERS.items() if sign in name and sign != delimiter), ""
            )
            hint = f"; is its delimiter {other}? write foreach: {{csv: {path.name}, delimiter: {other}}}"
            raise BadInput(f"{path}:1:{column}: {error}{hint if other else ''}") from None
        if name in header[:number]:
            raise BadInput(f'{path}:1:{column}: "{name}" is there twice; give each column its own name')
        column += len(name) + len(delimiter)
