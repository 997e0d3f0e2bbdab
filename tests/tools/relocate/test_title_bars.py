"""A button of a title bar is found again only on the window of that title."""

from __future__ import annotations

import cv2
import pytest

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.geometry import Box, Point
from tools.relocate.ladder import relocate
from tools.relocate.result import Located, NotLocated
from tools.relocate.snapshot import snapshot_of
from tools.relocate.title_bars import of_another_window

HIGH, WIDE = 26, 420


def window(drawing: Drawing, title: str, left: int, top: int) -> Point:
    """A bar with a title, and the middle of its cross."""
    cv2.rectangle(drawing.pixels, (left, top), (left + WIDE - 1, top + HIGH - 1), (150,) * 3, -1)
    cv2.rectangle(drawing.pixels, (left, top + HIGH), (left + WIDE - 1, top + 150), (250,) * 3, -1)
    drawing.text(title, (left + 30, top + 7))
    for at, mark in enumerate("XO-"):  # read as texts, as such marks are
        drawing.text(mark, (left + WIDE - 28 - 22 * at, top + 7))
    return Point(left + WIDE - 23, top + HIGH // 2)


def found(before: tuple[str, int, int], *after: tuple[str, int, int]) -> Located | NotLocated:
    """Where the cross of the first window is, once there are others."""
    drawings = (Drawing(), Drawing())
    cross = window(drawings[0], *before)
    for one in after:
        window(drawings[1], *one)
    wanted = snapshot_of(drawings[0].shot(), cross, PARSER)
    return relocate(wanted, drawings[1].shot(), PARSER)


def test_the_cross_of_a_window_that_was_moved_is_found() -> None:
    answer = found(("Question", 40, 60), ("Question", 200, 260))
    assert isinstance(answer, Located)
    assert answer.point == Point(200 + WIDE - 23, 260 + HIGH // 2)


@pytest.mark.parametrize("at", [(200, 260), (40, 60)])
def test_another_windows_cross_is_not_clicked_in_its_place(at: tuple[int, int]) -> None:
    answer = found(("Question", 40, 60), ("Another", *at))
    assert isinstance(answer, NotLocated)
    assert answer.why == "absent"
    assert "Question" in answer.message


def test_at_its_own_place_the_name_of_the_program_is_enough() -> None:
    before = ("Draft - Editor", 40, 60)
    assert isinstance(found(before, ("Letter - Editor", 40, 60)), Located)
    assert isinstance(found(before, ("Letter - Editor", 200, 260)), NotLocated)


def test_of_two_windows_with_one_title_neither_is_clicked() -> None:
    answer = found(("Question", 40, 60), ("Question", 40, 60), ("Question", 200, 260))
    assert isinstance(answer, NotLocated)
    assert answer.why == "several"


def test_the_title_itself_is_told_by_its_text() -> None:
    drawing = Drawing()
    cross = window(drawing, "Question", 40, 60)
    frame = drawing.shot()
    on_title = snapshot_of(frame, Point(80, 73), PARSER)
    there = Located(cross, Box(cross.x - 8, cross.y - 8, 16, 16), "near", 1.0)
    other = Drawing()
    window(other, "Another", 40, 60)
    scene = PARSER.read(other.shot())
    assert of_another_window(on_title, there, scene) is None
    assert of_another_window(snapshot_of(frame, cross, PARSER), there, scene) is not None


def test_what_is_in_no_title_bar_is_looked_for_as_ever() -> None:
    before, after = Drawing(), Drawing()
    window(before, "Question", 40, 60)
    window(after, "Another", 40, 60)
    boxes: list[Box] = [drawing.button("Save", (80, 120)) for drawing in (before, after)]
    answer = relocate(snapshot_of(before.shot(), boxes[0].center, PARSER), after.shot(), PARSER)
    assert isinstance(answer, Located)
