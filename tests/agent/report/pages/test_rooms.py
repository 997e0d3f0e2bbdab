"""Rooms: whose pictures a page of many runs shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from agent.report.found import Found
from agent.report.pages import rooms
from agent.report.pages.rooms import views_of
from agent.report.suites.entry import entry_of
from agent.report.suites.suite import suite_of
from tests.agent.fakes import DONE, click
from tests.agent.report.runs import Painted, check, record

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_went_wrong_gets_its_pictures_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, passed in (("a", True), ("b", False), ("c", True)):
        noisy = Painted(640, 400, noise=True)
        record(tmp_path / name, [click(), DONE], desktop=noisy, checks=[check(passed=passed)])
    monkeypatch.setattr(rooms, "ALL", 700_000)
    monkeypatch.setattr(rooms, "EACH", 600_000)
    suite = suite_of([entry_of(Found(tmp_path / name)) for name in "abc"])
    views, damaged = views_of(suite)
    assert damaged == {}
    taken = {folder.name: view.album.taken for folder, view in views.items()}
    assert list(taken) == ["b", "c", "a"]
    assert 200_000 < taken["b"] <= 600_000
    assert taken["c"] <= 700_000 - taken["b"]
    assert taken["a"] <= 700_000 - taken["b"] - taken["c"]
    assert taken["a"] < taken["b"]
    assert [view.key for view in views.values()] == ["r1-", "r2-", "r3-"]


def test_one_with_an_altered_frame_is_told_and_costs_no_other(tmp_path: Path) -> None:
    for name in "ab":
        record(tmp_path / name)
    Image.new("RGB", (320, 200)).save(next((tmp_path / "a" / "frames").iterdir()), "WEBP", lossless=True)
    views, damaged = views_of(suite_of([entry_of(Found(tmp_path / name)) for name in "ab"]))
    assert [folder.name for folder in views] == ["b"]
    assert "was altered" in damaged[tmp_path / "a"]
