"""Published results beside a run's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.bench.published import PUBLISHED
from agent.bench.sets import SETS
from agent.cli import main
from agent.commands.bench_published import print_published
from agent.printing.console import stdout_console
from tests.agent.bench.grounding.folders import screenspot

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_model_has_a_row_and_a_part_is_not_compared_with_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    published = PUBLISHED["componentbench"]
    print_published(stdout_console(), published, 912)
    whole = capsys.readouterr().out
    assert [line.split() for line in whole.splitlines() if line.startswith(("Opus", "GPT"))] == [
        ["Opus", "4.6", "65.4"],
        ["GPT-5.4", "mini", "37.7"],
    ]
    assert "pixel mode, 20 steps, all 912 items; by the benchmark's authors" in whole
    assert "parts of a set differ" not in whole
    print_published(stdout_console(), published, 96)
    assert "not of the 96 items above: parts of a set differ" in capsys.readouterr().out


def test_what_is_published_is_of_sets_that_there_are_and_of_shares() -> None:
    assert PUBLISHED.keys() <= SETS.keys()
    shares = [percent for one in PUBLISHED.values() for percent in one.percent.values()]
    assert all(0 < share < 100 for share in shares)


def test_a_set_of_which_nothing_is_told_has_no_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    screenspot(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    command = ["bench", "screenspot", "--data", "data", "--out", "out", "--limit", "1"]
    assert main(command) == 0
    assert "published  " not in capsys.readouterr().out
    assert main([*command, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["published"] is None
