"""`agent bench compare A B` as a user gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.comparison import compare
from agent.bench.results.folder import ResultsFolder
from agent.bench.results.reading import read_results
from agent.cli import main
from agent.commands.bench_comparison import print_comparison
from agent.printing.console import stdout_console
from tests.agent.bench.sets import configured, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    for name, outcome in (("a", "failed"), ("b", "passed")):
        with ResultsFolder(tmp_path / name, configured(model=f"model-{name}")) as folder:
            for item in range(12):
                folder.append(made(f"item-{item}", outcome))
    return str(tmp_path / "a"), str(tmp_path / "b")


def test_both_sides_the_test_and_the_items_are_told(
    folders: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "compare", *folders]) == 0
    said = capsys.readouterr().out
    assert "model: model-a in the first, model-b in the second" in said
    assert (
        "+100.0 points (+75.8 to +100.0)\nexact McNemar test: p = 0.000488; 12 of 12 items won, 0 lost"
        in said
    )
    assert "won: item-0, item-1, item-10" in said
    assert "and 2 more (--json has all)" in said


def test_json_has_all_of_it(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "compare", *folders, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["comparison"]["sections"][0]["won"]) == 12


def test_one_folder_is_too_few(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "compare", folders[0]]) == 2
    assert "bench compare: takes 2 results folders, and 1 are named" in capsys.readouterr().err


def test_items_of_one_run_alone_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for name, items in (("a", "xy"), ("b", "x")):
        with ResultsFolder(tmp_path / name, configured()) as folder:
            for item in items:
                folder.append(made(item))
        found.append(read_results(tmp_path / name))
    print_comparison(stdout_console(), compare(*found))
    assert "1 items have results in the first run alone: left out" in capsys.readouterr().out
