"""Options of `agent report` and `agent trace`."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.options.report import ReportCommand, TraceCommand
from agent.errors import BadInput
from tests.agent.commands.given import options_of


def test_places_and_files_are_read() -> None:
    assert options_of("report a b -o p.html --video v.webm --gif g.gif --json") == ReportCommand(
        places=(Path("a"), Path("b")), page=Path("p.html"), video=Path("v.webm"), gif=Path("g.gif"), json=True
    )
    assert options_of("trace rec -o t.zip") == TraceCommand(Path("rec"), Path("t.zip"), json=False)


def test_what_is_to_be_written_must_be_said() -> None:
    with pytest.raises(BadInput, match="-o F"):
        options_of("report a")
    with pytest.raises(SystemExit):
        options_of("trace rec")
