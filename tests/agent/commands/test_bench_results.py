"""`agent bench verify` and `rescore` as a user gives them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.sets import ITEM_SETS
from agent.cli import main
from agent.commands import bench_results
from tests.agent.bench.episodes import episodes_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(ITEM_SETS, "episodes", "tests.agent.bench.episodes:episode_items")
    return episodes_in(tmp_path / "results")


def test_an_honest_run_holds_and_discloses_itself(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "verify", str(results)]) == 0
    said = capsys.readouterr().out
    for words in ("identity", "harness", "inference", "cost", "failures", "checklist", "HOLDS"):
        assert words in said


def test_an_altered_one_ends_with_1_and_says_where(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = results / "results.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"failed"', b'"passed"', 1))
    assert main(["bench", "verify", str(results), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert "results.jsonl:" in answer["receipt"]["findings"][0]["what"]
    assert main(["bench", "verify", str(results)]) == 1
    assert "DOES NOT HOLD" in capsys.readouterr().out


def test_rescoring_tells_both_figures(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "rescore", str(results)]) == 0
    said = capsys.readouterr().out
    assert bench_results.main.__doc__
    assert "3 of 6 passed as written, 3 of 6 by today's parser and checks" in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["verify"], "bench verify: takes a results folder, and 0 are named"),
        (["verify", "a", "b"], "bench verify: takes a results folder, and 2 are named"),
        (["verfy", "a"], 'bench "verfy": there is no such set; did you mean "verify"'),
        (["verify", "no-such-folder"], "no-such-folder: is no results folder"),
    ],
)
def test_what_is_wrong_is_said(given: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", *given]) == 2
    assert said in capsys.readouterr().err
