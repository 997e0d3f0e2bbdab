"""Masks: what is learnt from frames that differ, what is refused, and what a file may hold."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.errors import BadRecording
from agent.protocol.toolcall import parse_tool_call
from agent.recording.reading import load_recording
from agent.recording.trajectory import RecordedAction
from agent.replay.live.ignored import IgnoredRegion, ignored_file, learnt, load_ignored, store_ignored
from tests.agent.fakes import DONE, call, click, make_task
from tests.agent.recording.test_recording import record
from tools.action import Action, Click, Drag, Type
from tools.geometry import Box, Point
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.recording.reading import Recording

CLOCK = Box(520, 8, 40, 16)
CARET = Box(40, 150, 2, 18)
FIELD = Click(point=Point(60, 160))


def frame(*painted: Box) -> Frame:
    """A grey screen of 640x320 with black boxes on it."""
    rgb = np.full((320, 640, 3), 200, np.uint8)
    for box in painted:
        rgb[box.slices] = 0
    return Frame.from_rgb(rgb)


def trajectory(*actions: Action) -> list[RecordedAction]:
    """Steps 2, 4, 6... on an empty screen; 1, 3, 5 were waits."""
    went = parse_tool_call(click())
    blank = frame()
    return [
        RecordedAction(2 * number, went, action, "", blank, blank, None)
        for number, action in enumerate(actions, start=1)
    ]


def test_what_differs_at_several_steps_counts_at_every_step():
    masks, said = learnt(trajectory(FIELD, Type(text="a")), [{2: frame(CLOCK), 4: frame(CLOCK)}])
    assert (masks[0].box, masks[0].step, len(masks), said) == (CLOCK.grow(4), None, 1, ())


def test_what_differs_at_one_step_counts_at_that_step():
    masks, _ = learnt(trajectory(FIELD, Type(text="a")), [{2: frame(), 4: frame(CLOCK)}])
    assert [mask.step for mask in masks] == [4]


def test_each_run_adds_what_it_shows():
    wider = Box(550, 8, 30, 16)
    runs = [{2: frame(CLOCK)}, {2: frame(wider)}, {2: frame()}]
    assert [mask.box for mask in learnt(trajectory(FIELD), runs)[0]] == [CLOCK.union(wider).grow(4)]


def test_no_two_masks_overlap():
    tall, wide, inside = Box(20, 8, 10, 60), Box(20, 8, 200, 10), Box(120, 50, 10, 10)
    runs = [{2: frame(tall, inside)}, {2: frame(wide)}]
    assert [mask.box for mask in learnt(trajectory(FIELD), runs)[0]] == [Box(16, 4, 208, 68)]


def test_a_mask_ends_at_the_edge_of_the_screen():
    [mask] = learnt(trajectory(FIELD), [{2: frame(Box(620, 0, 20, 12))}])[0]
    assert mask.box == Box(616, 0, 24, 16)


def test_a_caret_is_no_news():
    assert learnt(trajectory(FIELD), [{2: frame(CARET)}]) == ((), ())


@pytest.mark.parametrize("action", [FIELD, Drag(point=FIELD.point)])
def test_a_target_is_never_masked(action: Action):
    under = Box(45, 152, 30, 16)
    masks, [said] = learnt(trajectory(action), [{2: frame(under, CLOCK)}])
    assert [mask.box for mask in masks] == [CLOCK.grow(4)]
    assert said == "(41, 148) to (79, 172) differs, but step 2 takes hold in it: a target is never masked"


def test_a_large_area_is_no_clock():
    masks, [said] = learnt(trajectory(FIELD), [{2: frame(Box(200, 100, 200, 100), CLOCK)}])
    assert "too large for a mask: that is another state of the program" in said
    assert [mask.box for mask in masks] == [CLOCK.grow(4)]


def test_many_small_ones_are_another_theme_and_no_clocks():
    words = [Box(left, top, 64, 28) for left in (64, 256, 448) for top in (32, 128, 224)]
    masks, [said] = learnt(trajectory(Type(text="a")), [{2: frame(*words)}])
    assert (masks, said.startswith("9 places differ, together too much of the screen")) == ((), True)


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    record(tmp_path / "rec", [click(100), call("type", text="a"), DONE])
    return load_recording(tmp_path / "rec")


def test_what_was_stored_is_loaded_after_what_the_task_says(recording: Recording):
    mask = IgnoredRegion(box=Box(4, 4, 20, 10), step=2, why="a clock")
    before = {path: path.read_bytes() for path in recording.folder.rglob("*") if path.is_file()}
    assert store_ignored(recording, [mask]) == ignored_file(recording)
    by_hand = make_task(masks=[{"box": [100, 50, 30, 20], "why": "an id"}])
    assert load_ignored(recording, by_hand) == (IgnoredRegion(box=Box(100, 50, 30, 20), why="an id"), mask)
    assert {path: path.read_bytes() for path in recording.folder.rglob("*") if path.is_file()} == before


def test_without_a_file_there_are_those_of_the_task(recording: Recording):
    assert load_ignored(recording, make_task()) == ()


def test_learning_again_forgets_what_was_learnt(recording: Recording):
    store_ignored(recording, [IgnoredRegion(box=Box(4, 4, 20, 10))])
    store_ignored(recording, [])
    assert load_ignored(recording, make_task()) == ()


def test_another_recordings_masks_are_refused(recording: Recording, tmp_path: Path):
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
    "inside out": (lambda file: file.update(masks=[{"box": [9, 9, -5, -5]}]), "is no area of the screen"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_told(recording: Recording, damage: str):
    change, said = DAMAGE[damage]
    file = json.loads(store_ignored(recording, []).read_text())
    change(file)
    ignored_file(recording).write_text(json.dumps(file))
    with pytest.raises(
        BadRecording, match=f"rec.masks.json: .*{said}.*; learn the masks again, or remove it"
    ):
        load_ignored(recording, make_task())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"format": 1, "rec'])
def test_what_is_no_such_file_is_told(recording: Recording, content: bytes):
    ignored_file(recording).write_bytes(content)
    with pytest.raises(BadRecording, match="can't be read"):
        load_ignored(recording, make_task())
