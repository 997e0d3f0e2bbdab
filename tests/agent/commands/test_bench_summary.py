"""The summary on the terminal: hostile names are shown, not obeyed; empty figures are dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.summary import summary
from agent.commands.bench_summary import print_summary
from agent.printing.console import stdout_console
from tests.agent.bench.sets import configured, made

if TYPE_CHECKING:
    import pytest


def test_every_section_and_every_breakdown_has_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    attempts = [
        made("a", "passed", groups={"words": "old", "place": "\x1b[31mweb"}, tokens={"prompt": 5}),
        made("b", "environment", groups={"words": "new"}),
    ]
    found = summary(configured(apart="words"), attempts, attempts, "")
    print_summary(stdout_console(), found)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "told  m  1 of 2 attempts decided"
    assert [line.split() for line in lines if "\\x1b" in line] == [
        ["\\x1b[31mweb", "1", "of", "1", "100.0", "20.7", "to", "100.0"]
    ]
    assert ["all", "0", "of", "0", "-", "-"] in [line.split() for line in lines]
    assert lines[-1] == "0.0 s, 5 tokens"
