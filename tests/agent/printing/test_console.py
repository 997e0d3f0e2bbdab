"""Coloured lines and tables, in which foreign text is shown, not obeyed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.printing.console import stderr_console, stdout_console

if TYPE_CHECKING:
    import pytest


def test_foreign_text_is_shown_wherever_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "a\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}b\x9b"
    table = Table("head\x1b[2J", box=None)
    table.add_row(hostile)
    for printed in (hostile, Text(hostile, "bold"), table):
        stderr_console().print(printed)
    said = capsys.readouterr().err
    assert said.count(r"a\x1b[31m\u202eb\x9b") == 2
    assert said.replace("\n", "").isprintable()


def test_our_own_colours_are_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", output := io.StringIO())
    stdout_console().print(Text("a\x1b[0m", "red"))
    assert output.getvalue() == "\x1b[31ma\\x1b[0m\x1b[0m\n"


def test_an_output_that_is_not_utf_8_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    monkeypatch.setattr("sys.stdout", output)
    stdout_console().print("✓ done")
    assert isinstance(output.buffer, io.BytesIO)
    assert output.buffer.getvalue() == b"\\u2713 done\n"


def test_what_goes_to_a_file_is_not_folded(capsys: pytest.CaptureFixture[str]) -> None:
    stdout_console().print("word " * 100)
    stderr_console().print("word " * 100)
    assert [text.count("\n") for text in capsys.readouterr()] == [1, 1]


def test_what_goes_to_a_file_has_no_blanks_at_the_ends_of_its_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = Table("a", "b", box=None, pad_edge=False)
    table.add_row("1  ", "longer  than its  head   ")
    table.add_row("22", "x")
    stdout_console().print(table)
    stdout_console().print("asked: ", end="")
    said = capsys.readouterr().out.split("\n")
    assert [line.split(None, 1) for line in said] == [
        ["a", "b"], ["1", "longer  than its  head"], ["22", "x"], ["asked:" ],
    ]  # fmt: skip
    assert [line for line in said[:-1] if line.endswith(" ")] == []
    assert said[-1] == "asked: "
