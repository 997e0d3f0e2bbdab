"""An honest results folder holds; whatever is altered in one is found."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from agent.bench.receipts.verifying import verify
from agent.bench.results.reading import LINES, SUMMARY, read_config, read_lines
from agent.bench.results.reading import latest as latest_of
from agent.bench.sets import ITEM_SETS
from agent.bench.summary import summary
from agent.errors import BadInput
from tests.agent.bench.episodes import episodes_in
from tests.agent.bench.receipts.altering import PLAIN, SIGNED, mixed, signed

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.receipts.receipt import Receipt


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ITEM_SETS, "episodes", "tests.agent.bench.episodes:episode_items")


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return episodes_in(tmp_path_factory.mktemp("run") / "results")


@pytest.fixture
def results(honest: Path, tmp_path: Path) -> Path:
    shutil.copytree(honest, tmp_path / "results")
    return tmp_path / "results"


def verified(folder: Path) -> Receipt:
    return verify(folder, None, lambda _done, _of: None)


def test_an_honest_run_holds_wherever_it_lies(results: Path) -> None:
    receipt = verified(results)
    assert receipt.findings == ()
    assert receipt.judged == 6
    assert receipt.summary is not None
    assert receipt.summary.sections[0].passed.passed == 3
    assert list(receipt.disclosure) == ["identity", "harness", "inference", "cost", "failures"]
    assert receipt.disclosure["failures"] == {"failed": "3 (model)"}
    assert receipt.checklist["intervals"].startswith("95 %, ")


def test_there_are_a_hundred_ways_and_more() -> None:
    assert len(PLAIN) > 130


@pytest.mark.parametrize("name", PLAIN)
def test_what_was_altered_is_found(results: Path, name: str) -> None:
    PLAIN[name](results)
    assert verified(results).findings


@pytest.mark.parametrize("name", SIGNED)
def test_it_is_found_by_what_it_says_even_where_every_digest_was_made_anew(results: Path, name: str) -> None:
    SIGNED[name](results)
    signed(results)
    _summed_up(results)
    assert verified(results).findings


def test_two_runs_do_not_mix(results: Path, tmp_path: Path) -> None:
    mixed(episodes_in(tmp_path / "other"), 2, results)
    assert "does not follow the line before" in verified(results).findings[0].what


def test_an_unfinished_run_is_told_and_what_was_cut_off_counts_nowhere(results: Path) -> None:
    lines = (results / LINES).read_bytes().splitlines(keepends=True)
    (results / LINES).write_bytes(b"".join(lines[:-1]))
    _summed_up(results)
    receipt = verified(results)
    assert [finding.what for finding in receipt.findings] == ["1 of 6 attempts lack a result"]
    assert receipt.notes[0].startswith("1 recordings are of attempts that were cut off")


def test_what_is_no_results_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"is no results folder: it has no config\.json"):
        verified(tmp_path)


def _summed_up(folder: Path) -> None:
    """The summary as it would be of what stands there now, where that can still be read."""
    config = read_config(folder)
    attempts, last = read_lines(folder / LINES, config.digest())
    made = summary(config, latest_of(attempts), attempts, last)
    (folder / SUMMARY).write_text(json.dumps(made.model_dump(mode="json"), indent=1))
