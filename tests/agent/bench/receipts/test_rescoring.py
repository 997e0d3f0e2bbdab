"""Figures by today's parser, beside those that were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.receipts.rescoring import rescore
from agent.bench.results.folder import ResultsFolder
from agent.bench.sets import ITEM_SETS
from agent.errors import BadInput
from tests.agent.bench.episodes import episodes_in
from tests.agent.bench.sets import configured, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ITEM_SETS, "told", "tests.agent.bench.sets:told_items")
    monkeypatch.setitem(ITEM_SETS, "episodes", "tests.agent.bench.episodes:episode_items")


def test_what_is_judged_otherwise_now_is_told_and_the_folder_stays(tmp_path: Path) -> None:
    with ResultsFolder(tmp_path / "r", configured(items=2)) as folder:
        folder.append(made("a", "failed", reply="passed"))
        folder.append(made("b", "passed", reply="passed"))
    before = {path: path.read_bytes() for path in (tmp_path / "r").iterdir() if path.is_file()}
    rescored = rescore(tmp_path / "r", None, lambda _done, _of: None)
    assert [section.passed.passed for section in (*rescored.was.sections, *rescored.now.sections)] == [1, 2]
    assert [(change.where, change.what.partition(":")[0]) for change in rescored.changes][:2] == [
        ("a", "outcome"),
        ("a", "score"),
    ]
    assert before == {path: path.read_bytes() for path in before}


def test_what_can_not_be_judged_counts_as_it_was_written(tmp_path: Path) -> None:
    folder = episodes_in(tmp_path / "r")
    (folder / "recordings" / "click-button-s0-r0" / "session.jsonl").unlink()
    rescored = rescore(folder, None, lambda _done, _of: None)
    assert [finding.where for finding in rescored.findings] == ["click-button"]
    assert rescored.now.sections[0].passed == rescored.was.sections[0].passed


def test_an_altered_folder_is_refused(tmp_path: Path) -> None:
    folder = episodes_in(tmp_path / "r")
    lines = (folder / "results.jsonl").read_bytes()
    (folder / "results.jsonl").write_bytes(lines.replace(b'"failed"', b'"passed"', 1))
    with pytest.raises(
        BadInput, match=r"results\.jsonl:2: does not follow|results\.jsonl:3: does not follow"
    ):
        rescore(folder, None, lambda _done, _of: None)
