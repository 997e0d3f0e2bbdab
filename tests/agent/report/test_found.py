"""Recordings found in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.report.found import found_in
from tests.agent.report.runs import TREE

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "session.jsonl").touch()
    return folder


def test_a_recording_and_folders_at_any_depth_each_once_in_order(tmp_path: Path) -> None:
    two, one, three = (put(tmp_path / name) for name in ("job/b", "job/a/recording", "rec"))
    assert found_in([three, tmp_path / "job", tmp_path / "rec"]) == [three, one, two]


def test_within_a_recording_nothing_is_looked_for(tmp_path: Path) -> None:
    put(tmp_path / "rec")
    put(tmp_path / "rec" / "frames" / "x")
    assert found_in([tmp_path]) == [tmp_path / "rec"]


def test_links_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    put(tmp_path / "a" / "rec")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert found_in([tmp_path]) == [tmp_path / "a" / "rec"]


def test_the_recordings_of_the_tree_are_found() -> None:
    assert len(found_in([TREE])) == 6


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no recording"):
        found_in([tmp_path])
