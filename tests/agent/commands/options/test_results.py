"""Options of what is done with results folders."""

from __future__ import annotations

from pathlib import Path

from agent.cli import parser
from agent.commands.options.results import ResultsCommand


def test_folders_and_data_are_read() -> None:
    given = parser().parse_args(["bench", "verify", "out", "--data", "sets"])
    assert given.verb.read(given) == ResultsCommand("verify", (Path("out"),), Path("sets"), json=False)
