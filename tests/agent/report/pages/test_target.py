"""Targets: what lies under a recorded point."""

from __future__ import annotations

import pytest

from agent.recording.reading import load_recording
from agent.report.pages.target import SURROUNDINGS, target_box
from agent.report.story import steps_of
from tests.agent.fakes import make_frame
from tests.agent.report.runs import TREE
from tools.geometry import Box, Point


@pytest.mark.parametrize("name", ["fill_form", "zenity_form", "galculator_sum", "mousepad_note"])
def test_every_recorded_click_lies_in_the_box_of_something(name: str) -> None:
    recording = load_recording(TREE / name)
    for step in steps_of(recording):
        if step.point:
            box = target_box(recording.frames[step.line.frame], step.point)
            assert box is not None, step.title
            assert box.grow(3).contains(step.point), step.title


def test_a_field_is_found_whole_though_it_is_large() -> None:
    recording = load_recording(TREE / "fill_form")
    step = next(step for step in steps_of(recording) if "Remarks" in step.title)
    assert step.point is not None
    box = target_box(recording.frames[step.line.frame], step.point)
    assert box is not None
    assert box.height > SURROUNDINGS.height


def test_where_nothing_is_there_is_no_box() -> None:
    assert target_box(make_frame(), Point(100, 50)) is None
    assert target_box(make_frame(), Point(100, 5000)) is None


def test_a_box_is_in_the_pixels_of_the_frame() -> None:
    recording = load_recording(TREE / "wrong_email")
    assert target_box(recording.frames[recording.steps[0].frame], Point(691, 203)) == Box(488, 190, 406, 26)
