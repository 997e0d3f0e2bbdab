"""Events of a trace: what stands in them, whatever a recording holds."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.recording.reading import load_lines
from agent.report.traces.events import START, VERSION, Events
from agent.report.traces.looks import Looks, loaded, picture_file
from tests.agent.report.runs import TREE, record
from tools.geometry import Size

if TYPE_CHECKING:
    from pathlib import Path


def test_times_go_on_from_the_start_and_every_call_ends() -> None:
    events = Events(load_lines(TREE / "fill_form")).all()
    assert events[0]["version"] == VERSION
    begun = {event["callId"]: event["startTime"] for event in events if event["type"] == "before"}
    ended = {event["callId"]: event["endTime"] for event in events if event["type"] == "after"}
    assert begun.keys() == ended.keys()
    assert len(begun) == 30 + 4
    assert list(begun.values()) == sorted(begun.values())
    assert min(begun.values()) == START
    assert all(begun[call] <= ended[call] for call in begun)


def test_only_a_step_with_a_place_has_an_input_and_a_look_at_it() -> None:
    recording = load_lines(TREE / "wrong_email")
    events = Events(recording).all()
    pointed = [event for event in events if event["type"] == "input"]
    looks = [event for event in events if event["type"] == "screenshot" and event["phase"] == "action"]
    assert [event["callId"] for event in pointed] == [event["callId"] for event in looks]
    assert pointed[0]["point"] == {"x": 691, "y": 203}


def test_every_picture_that_is_named_is_a_frame_of_the_recording() -> None:
    recording = load_lines(TREE / "zenity_form")
    named = {event["file"] for event in Events(recording).all() if "file" in event}
    assert named == {picture_file(digest) for digest in recording.digests}


@pytest.mark.parametrize("started", ["yesterday", "0001-01-01T00:00:00+23:00", "9" * 400, ""])
def test_a_time_that_is_none_is_no_fault(tmp_path: Path, started: str) -> None:
    recording = load_lines(record(tmp_path / "rec"))
    header = recording.header.model_copy(update={"started": started})
    assert json.dumps(Events(replace(recording, header=header)).all())


def test_a_look_has_its_picture_by_three_names() -> None:
    events = list(Looks(Size(320, 200)).at("step@1", "before", "ab", 5.0))
    assert [event["type"] for event in events] == ["screencast-frame", "screenshot", "frame-snapshot"]
    shown = events[2]["snapshot"]["html"][3][2][1]["src"]
    assert shown == loaded("ab")["snapshot"]["request"]["url"]
    assert loaded("ab")["snapshot"]["response"]["content"]["_file"] == events[0]["file"] == picture_file("ab")
