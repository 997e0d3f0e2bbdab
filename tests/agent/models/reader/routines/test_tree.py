"""Entries of a tree: the closed one is opened by its mark, the open one and a menu are left alone."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from agent.models.reader.routines.routine import decided
from agent.models.reader.routines.tree import open_entry
from tests.tools.scenes import SIZE, FakeParser, line, scene
from tools.action import Click
from tools.geometry import Point
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene

YEAR, AUTUMN = line("Year 2025", 120, 40), line("Autumn", 140, 60)
RIGHT, DOWN = ((100, 43), (100, 53), (105, 48)), ((97, 45), (107, 45), (102, 50))


def look(mark: tuple[tuple[int, int], ...], *lines: Line) -> Look:
    """A tree's entry with that triangle before it."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 250, np.uint8)
    cv2.fillPoly(rgb, [np.array(mark, np.int32)], (40, 40, 40))
    frame = Frame.from_rgb(rgb)
    return Look(frame, FakeParser(Scene(frame, scene(YEAR, *lines).lines, ())))


def test_a_closed_entry_is_opened_by_its_mark() -> None:
    closed, opened = look(RIGHT), look(DOWN, AUTUMN)
    opening = open_entry(YEAR.box, "Autumn", closed)
    action = decided(next(opening), closed).does  # type: ignore[arg-type]  # it asks for no look
    assert isinstance(action, Click)
    assert abs(action.point.x - 102) <= 2
    assert abs(action.point.y - Point(102, 48).y) <= 2
    with pytest.raises(StopIteration):
        opening.send(opened)


@pytest.mark.parametrize("shown", [look(RIGHT, AUTUMN), look(DOWN)])
def test_what_is_open_is_left_alone(shown: Look) -> None:
    with pytest.raises(StopIteration):
        next(open_entry(YEAR.box, "Autumn", shown))
