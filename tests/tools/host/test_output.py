"""What a program says, in its log and in messages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.tools.xserver import wait_until
from tools.host.output import Output
from tools.host.processes import Program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def hide(text: str) -> str:
    return text.replace("Kestrel-58", "***")


def test_what_is_to_be_hidden_is_in_no_file_and_no_message(tmp_path: Path) -> None:
    log = tmp_path / "log"
    says = "import os, time; os.write(1, b'key Kestrel-58\\n'); time.sleep(600)"  # in one piece
    with Program([sys.executable, "-c", says], output=log, hide=hide) as program:
        wait_until(program.tail, lambda: "its words")
        assert program.tail() == "key ***"
        assert not log.exists()
    assert log.read_text() == "key ***\n"
    assert program.tail() == "key ***"


def test_an_output_is_read_while_it_is_written(tmp_path: Path) -> None:
    output = Output(tmp_path / "log", hide)
    for number in range(3):
        output.sink.write(f"{number}\n".encode())
        output.sink.flush()
        assert output.tail().endswith(str(number))
    output.close()
    output.close()
    assert (tmp_path / "log").read_text() == "0\n1\n2\n"


def test_without_anything_to_hide_the_log_is_written_at_once(tmp_path: Path) -> None:
    output = Output(tmp_path / "log")
    output.sink.write(b"so far\n")
    output.sink.flush()
    assert (tmp_path / "log").read_text() == "so far\n"
    output.close()
    assert output.tail() == "so far"


def test_a_log_that_cannot_be_written_keeps_no_program_from_being_ended(tmp_path: Path) -> None:
    with Program(["sleep", "600"], output=tmp_path / "gone" / "log", hide=hide) as program:
        pass
    assert program.poll() is not None
    assert program.tail() == ""


def test_the_end_of_a_long_output_is_told_and_kept_without_what_is_hidden(tmp_path: Path) -> None:
    output = Output(tmp_path / "log", hide)
    output.sink.write(b"x" * 500_000 + b" key Kestrel-58")
    output.sink.flush()
    assert output.tail().endswith("x key ***")
    assert len(output.tail()) < 3_000
    output.close()
    assert (tmp_path / "log").stat().st_size > 500_000


FLOODS = "import os\nwhile True: os.write(1, b'so it goes on and on\\n' * 5000)"


@pytest.mark.parametrize("hidden", [None, hide], ids=["log", "something to hide"])
def test_a_program_that_floods_fills_no_disk(tmp_path: Path, hidden: Callable[[str], str] | None) -> None:
    with Program([sys.executable, "-c", FLOODS], output=tmp_path / "log", hide=hidden) as program:
        said = psutil.Process(program.pid).io_counters
        wait_until(lambda: said().write_chars > 300_000_000, lambda: "300 MB", 600)
        program.end(grace=0.0)
    kept = (tmp_path / "log").stat().st_size
    assert 1_000_000 < kept <= 40_000_000
    assert "so it goes on and on" in program.tail()
