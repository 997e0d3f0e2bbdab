"""Recorded desktop: the recorded frames in order, and what the recorded screen did to an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.recording.reading import load_recording
from agent.replay.recorded_desktop import EndOfRecording, ReplayDesktop
from tests.agent.fakes import DONE, FakeDesktop, click
from tests.agent.recordings import record
from tools.action import Click
from tools.errors import Refused, ScreenChanged
from tools.geometry import Box, Point
from tools.guard import Guard

if TYPE_CHECKING:
    from pathlib import Path


def test_it_shows_what_was_recorded_and_then_nothing_more(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    recording = load_recording(tmp_path / "rec")
    desktop = ReplayDesktop(recording, Guard())
    shown = [desktop.observe().frame for _ in recording.steps]
    assert shown == [recording.frames[line.frame] for line in recording.steps]
    with pytest.raises(EndOfRecording):
        desktop.observe()


def test_what_the_screen_dropped_it_drops_again(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE], FakeDesktop({1: ScreenChanged("it moved")}))
    desktop = ReplayDesktop(load_recording(tmp_path / "rec"), Guard())
    with pytest.raises(ScreenChanged, match="it moved"):
        desktop.execute(Click(point=Point(100, 50)), desktop.observe())


def test_todays_guard_judges_before_it(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    desktop = ReplayDesktop(load_recording(tmp_path / "rec"), Guard(forbidden=(Box(0, 0, 200, 100),)))
    with pytest.raises(Refused):
        desktop.execute(Click(point=Point(100, 50)), desktop.observe())
