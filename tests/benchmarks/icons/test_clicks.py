"""Clicks on icons: judged by where they landed, and only where the window looks as it was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from benchmarks.icons.clicks.__main__ import table
from benchmarks.icons.clicks.programs import MarkedIcon, looks, programs
from benchmarks.icons.clicks.trial import outcome_of
from tools.geometry import Box, Point, Size
from tools.observation import Frame

if TYPE_CHECKING:
    from pathlib import Path

SCREEN = Size(1280, 800)
BOX = Box(10, 10, 20, 20)


def drawn(part: Box | None, ground: int = 200) -> Frame:
    """A window with an icon of one piece."""
    rgb = np.full((100, 100, 3), ground, np.uint8)
    if part is not None:
        rgb[part.slices] = ground - 150
    return Frame.from_rgb(rgb)


FRAME, OTHER = drawn(Box(14, 12, 8, 14)), drawn(Box(12, 18, 16, 4))
SAVE = MarkedIcon("Save", BOX, looks(FRAME, BOX))


@pytest.mark.parametrize(
    ("clicks", "verdict", "outcome"),
    [
        ([Point(20, 20)], "passed", "right"),
        ([Point(40, 20)], "passed", "wrong"),
        ([Point(20, 20), Point(40, 20)], "passed", "wrong"),
        ([Point(40, 20)], "gave_up", "wrong"),
        ([], "gave_up", "not found"),
        ([], "stopped", "not found"),
        ([], "passed", "wrong"),
    ],
)
def test_a_click_is_right_on_the_icon_alone(clicks: list[Point], verdict: str, outcome: str) -> None:
    assert outcome_of(SAVE, clicks, [FRAME], verdict) == outcome


def test_what_looks_otherwise_than_it_was_marked_is_not_counted() -> None:
    assert outcome_of(SAVE, [Point(40, 20)], [OTHER], "passed") == "changed"
    assert outcome_of(SAVE, [], [], "environment_error") == "not started"
    assert outcome_of(SAVE, [Point(20, 20)], [FRAME, OTHER], "passed") == "right", "it may light up"


@pytest.mark.parametrize(
    ("frame", "is_it"),
    [(FRAME, True), (drawn(Box(14, 12, 8, 14), 190), True), (OTHER, False), (drawn(None), False)],
)
def test_an_icon_is_as_it_was_marked_where_its_shape_is(frame: Frame, *, is_it: bool) -> None:
    """Another release of a toolkit may draw it in levels a little different."""
    assert SAVE.is_on(frame) is is_it


def test_the_marks_lie_on_the_screen_apart_and_have_their_looks() -> None:
    for program in programs().values():
        boxes = [icon.box for icon in program.icons]
        assert all(icon.looks for icon in program.icons), program.name
        assert all(box.clip(SCREEN) == box for box in boxes), program.name
        apart = [not one.meets(other) for at, one in enumerate(boxes) for other in boxes[:at]]
        assert all(apart), program.name


def test_a_hundred_icons_in_ten_programs_are_asked_for() -> None:
    told = programs().values()
    assert len({program.needs for program in told}) >= 10
    assert sum(len(program.icons) for program in told) >= 100


def test_a_program_is_started_in_a_home_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "programs.yaml"
    file.write_text(
        "note:\n  needs: note\n  run: exec note\n  shows: Ada\n  icons:\n    Save: [1, 2, 3, 4, ab12]\n",
        encoding="utf-8",
    )
    (note,) = programs(file).values()
    assert note.icons == (MarkedIcon("Save", Box(1, 2, 3, 4), "ab12"),)
    assert note.command[-3:] == ("sh", "-c", "exec note")
    assert "HOME=${workdir}" in note.command


def test_the_table_counts_by_program_and_leaves_out_what_changed() -> None:
    told = [
        {"program": name, "outcome": outcome, "seconds": 2.0, "rests": 1}
        for name, outcome in (("a", "right"), ("a", "changed"), ("b", "wrong"), ("b", "not found"))
    ]
    lines = [line.split() for line in table(told).splitlines()]
    assert lines[1][:5] == ["a", "1", "1", "0", "0"]
    assert lines[1][-2:] == ["1", "changed"]
    assert lines[3][:5] == ["all", "3", "1", "1", "1"]
