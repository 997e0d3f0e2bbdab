"""Ignored regions: those of the task, those that were learnt, and what their file may hold."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadRecording
from agent.recording.reading import load_recording
from agent.replay.live.ignored import IgnoredRegion, ignored_file, load_ignored, store_ignored
from tests.agent.fakes import DONE, call, click, make_task
from tests.agent.recordings import record
from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.recording.reading import Recording


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    record(tmp_path / "rec", [click(100), call("type", text="a"), DONE])
    return load_recording(tmp_path / "rec")


def test_what_was_stored_is_loaded_after_what_the_task_says(recording: Recording) -> None:
    mask = IgnoredRegion(box=Box(4, 4, 20, 10), step=2, why="a clock")
    before = {path: path.read_bytes() for path in recording.folder.rglob("*") if path.is_file()}
    assert store_ignored(recording, [mask]) == ignored_file(recording)
    by_hand = make_task(masks=[{"box": [100, 50, 30, 20], "why": "an id"}])
    assert load_ignored(recording, by_hand) == (IgnoredRegion(box=Box(100, 50, 30, 20), why="an id"), mask)
    assert {path: path.read_bytes() for path in recording.folder.rglob("*") if path.is_file()} == before


def test_without_a_file_there_are_those_of_the_task(recording: Recording) -> None:
    assert load_ignored(recording, make_task()) == ()


def test_learning_again_forgets_what_was_learnt(recording: Recording) -> None:
    store_ignored(recording, [IgnoredRegion(box=Box(4, 4, 20, 10))])
    store_ignored(recording, [])
    assert load_ignored(recording, make_task()) == ()


def test_another_recordings_masks_are_refused(recording: Recording, tmp_path: Path) -> None:
    record(tmp_path / "other", [click(300), DONE])
    other = load_recording(tmp_path / "other")
    shutil.copy(store_ignored(recording, []), ignored_file(other))
    with pytest.raises(BadRecording, match=r"other\.masks\.json: is of another recording; learn the masks"):
        load_ignored(other, make_task())


DAMAGE: dict[str, tuple[Callable[[dict[str, object]], object], str]] = {
    "format": (lambda file: file.update(format=2), "format: Input should be 1"),
    "unknown key": (lambda file: file.update(more=1), "more: Extra inputs are not permitted"),
    "no box": (lambda file: file.update(masks=[{"step": 1}]), r"masks\.0\.box: Field required"),
    "beyond": (lambda file: file.update(masks=[{"box": [190, 0, 20, 5]}]), "is no area of the screen"),
    "before": (lambda file: file.update(masks=[{"box": [-9, 0, 20, 5]}]), "is no area of the screen"),
    "nothing": (lambda file: file.update(masks=[{"box": [9, 9, 0, 5]}]), "is no area of the screen"),
    "all": (lambda file: file.update(masks=[{"box": [0, 0, 200, 100]}]), "too large for a mask"),
    "a target": (lambda file: file.update(masks=[{"box": [16, 46, 9, 9]}]), "step 1 takes hold in it"),
    "together too much": (
        lambda file: file.update(masks=[{"box": [0, y, 60, 10]} for y in (0, 20, 70, 90)]),
        "4 places differ, together too much",
    ),
    "inside out": (lambda file: file.update(masks=[{"box": [9, 9, -5, -5]}]), "is no area of the screen"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_told(recording: Recording, damage: str) -> None:
    change, said = DAMAGE[damage]
    file = json.loads(store_ignored(recording, []).read_text())
    change(file)
    ignored_file(recording).write_text(json.dumps(file))
    with pytest.raises(
        BadRecording, match=f"rec.masks.json: .*{said}.*; learn the masks again, or remove it"
    ):
        load_ignored(recording, make_task())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"format": 1, "rec'])
def test_what_is_no_such_file_is_told(recording: Recording, content: bytes) -> None:
    ignored_file(recording).write_bytes(content)
    with pytest.raises(BadRecording, match="can't be read"):
        load_ignored(recording, make_task())
