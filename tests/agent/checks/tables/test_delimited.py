"""CSV files as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.checks.reading import LARGEST, Unreadable
from agent.checks.tables.delimited import read_delimited, same_text
from agent.checks.tables.table import Table

if TYPE_CHECKING:
    from pathlib import Path

ROWS = Table({1: {0: "Name", 1: "City"}, 2: {0: 'Zoë "Z", Ł', 1: "a\nb"}})


@pytest.mark.parametrize(
    ("content", "encoding", "delimiter"),
    [
        ('Name,City\n"Zoë ""Z"", Ł","a\nb"\n'.encode(), "utf-8", ","),
        ('\ufeffName,City\n\n"Zoë ""Z"", Ł","a\nb"'.encode(), "utf-8", ","),
        ('Name;City\r\n"Zoë ""Z"", Ł";"a\nb"\r\n'.encode("utf-16"), "utf-16", ";"),
        ('Name\tCity\n"Zoë ""Z"", Ł"\t"a\nb"\n'.encode("cp1250"), "cp1250", "\t"),
    ],
)
def test_a_table_is_read_as_it_is_written(
    tmp_path: Path, content: bytes, encoding: str, delimiter: str
) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert read_delimited(tmp_path / "a.csv", encoding, delimiter) == ROWS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no file"),
        ("Zoë".encode("cp1252"), "is not UTF-8 text (byte 2)"),
        (b'a,b\n"open', "line 2: not CSV: unexpected end of data"),
        (b'a,b\n"x"y,z', "line 2: not CSV:"),
        (b"Name;City\nAda;Paris", 'its lines are parted by ";": add delimiter: ";"'),
        (b"Name\tCity\n", 'its lines are parted by "\\t": add delimiter: "\\t"'),
        (b"x" * (LARGEST + 1), "is larger than"),
        (b'"' + b"x" * 200_000 + b'"', "field larger than field limit"),
    ],
)
def test_what_can_not_be_read_is_told(tmp_path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(Unreadable) as found:
        read_delimited(tmp_path / "a.csv", "utf-8", ",")
    assert said in str(found.value)


def test_an_empty_file_is_a_table_of_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\n")
    assert read_delimited(tmp_path / "a.csv", "utf-8", ",").last == 0


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        ("Ada", "Ada", True),
        ("Ada", "ada", False),
        ("Ada", "Ada ", False),
        (2500, "2500.00", True),
        (2500.5, "2500.50", True),
        (0.1, "0.1", True),
        (7, "007", False),
        ("007", "007", True),
        ("7", "7.0", False),
        (1000, "1e3", False),
        (1000, "1,000", False),
        (0, "", False),
        (None, "", True),
        (None, None, True),
        ("", None, True),
        (None, "null", False),
        (0, None, False),
        (False, None, False),
        (True, "TRUE", True),
        (True, "1", False),
        (False, "false", True),
        (1, "true", False),
    ],
)
def test_what_a_task_means(expected: object, actual: str | None, same: object) -> None:
    assert same_text(expected, actual) is same
