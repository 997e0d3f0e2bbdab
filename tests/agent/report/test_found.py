"""Recordings found in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.report.found import Found, found_in
from agent.runs.report.kept import kept_path
from tests.agent.report.runs import TREE

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "session.jsonl").touch()
    return folder


def test_a_recording_and_folders_at_any_depth_each_once_in_order(tmp_path: Path) -> None:
    two, one, three = (put(tmp_path / name) for name in ("job/b", "job/a/recording", "rec"))
    found = found_in([three, tmp_path / "job", tmp_path / "rec"])
    assert found == [Found(three), Found(one, "job"), Found(two, "job")]


def test_within_a_recording_nothing_is_looked_for(tmp_path: Path) -> None:
    put(tmp_path / "rec")
    put(tmp_path / "rec" / "frames" / "x")
    assert found_in([tmp_path]) == [Found(tmp_path / "rec")]


def test_links_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    put(tmp_path / "a" / "rec")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert found_in([tmp_path]) == [Found(tmp_path / "a" / "rec")]


def test_folders_of_several_jobs_are_told_apart_by_what_differs_in_their_paths(tmp_path: Path) -> None:
    places = [tmp_path / name / "runs" for name in ("linux", "bsd")]
    for place in places:
        put(place / "1-form" / "recording")
    assert [one.job for one in found_in(places)] == ["linux/runs", "bsd/runs"]


def test_one_folder_may_hold_those_of_several_jobs(tmp_path: Path) -> None:
    for name in ("one/a/recording", "one/b/recording", "two/a/recording", "two/b/recording"):
        put(tmp_path / name)
    assert [one.job for one in found_in([tmp_path])] == ["one", "one", "two", "two"]
    put(tmp_path / "alone")
    assert {one.job for one in found_in([tmp_path])} == {""}


def test_a_run_that_came_to_no_recording_is_found_by_its_result(tmp_path: Path) -> None:
    place = tmp_path / "runs" / "1-form" / "recording"
    place.parent.mkdir(parents=True)
    kept_path(place).touch()
    assert found_in([tmp_path]) == found_in([place]) == [Found(place)]
    put(place)
    assert found_in([tmp_path]) == [Found(place)]


def test_the_recordings_of_the_tree_are_found() -> None:
    assert len(found_in([TREE])) == sum(place.is_dir() for place in TREE.iterdir())


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no recording"):
        found_in([tmp_path])
