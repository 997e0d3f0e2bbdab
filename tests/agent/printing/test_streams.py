"""Standard output and error: what is said there, and what becomes of it where nobody can read it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.printing import streams

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def full() -> Iterator[io.TextIOWrapper]:
    """A stream to a full disk."""
    file = Path("/dev/full").open("w", buffering=1)  # noqa: SIM115
    yield file
    with pytest.raises(OSError, match="No space"):
        file.close()


def test_lines_are_shown_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    streams.write("a\x1b[31m\n")
    streams.tell("b\x07\n")
    streams.write_json({"c": "\x9b"})
    assert tuple(capsys.readouterr()) == ('a\\x1b[31m\n{"c": "\\u009b"}\n', "b\\x07\n")


def test_a_stream_that_is_not_utf_8_gets_escapes_and_json_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", write_through=True)
    monkeypatch.setattr("sys.stdout", output)
    streams.write("é 東\n")
    streams.write_json(["é 東"])
    assert isinstance(output.buffer, io.BytesIO)
    first, second = output.buffer.getvalue().splitlines()
    assert first == b"\xe9 \\u6771"
    assert json.loads(second.decode("latin-1")) == ["é 東"]


def test_nobody_is_told_where_nobody_reads(full: io.TextIOWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", full)
    streams.tell("hello\n")
    streams.StandardError().write("hello\n")
    streams.StandardError().flush()


def test_output_that_takes_nothing_is_an_error(
    full: io.TextIOWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", full)
    with pytest.raises(OSError, match="No space"):
        streams.write("hello\n")


def test_only_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\nYes\nn\nyo\n"))
    assert [streams.ask("sure?") for _ in range(5)] == [True, True, False, False, False]
    assert capsys.readouterr().err == "sure? [y/N] " * 5
    assert not streams.can_ask()


def test_without_any_input_the_answer_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert not streams.ask("sure?")
    assert not streams.can_ask()


def test_streams_that_the_shell_closed_take_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}", None)
    streams.open_closed()
    streams.write("x\n")
    streams.tell("x\n")
    sys.stdout.close()
    sys.stderr.close()
