"""A look at a frame: what is written in a box, and what has changed since the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.scenes import FakeParser, line, scene
from tools.geometry import Box
from tools.locate.look import Look, difference_box
from tools.observation import Frame

if TYPE_CHECKING:
    from tools.see.scene import Scene

FIELD = Box(20, 20, 200, 24)


def frame(*marks: Box) -> Frame:
    """An even frame with black marks on it."""
    rgb = np.full((60, 260, 3), 255, np.uint8)
    for mark in marks:
        rgb[mark.slices] = 0
    return Frame.from_rgb(rgb)


@pytest.mark.parametrize(("width", "ink"), [(1, False), (2, False), (3, True), (30, True)])
def test_a_caret_is_no_ink_and_a_thin_letter_is(width: int, *, ink: bool) -> None:
    look = Look(frame(Box(30, 24, width, 16)), FakeParser())
    assert look.has_ink(FIELD) is ink
    assert look.ink(FIELD) == (Box(30, 24, width, 16) if ink else None)
    assert not look.has_ink(Box(400, 400, 10, 10)), "outside of the frame"


def test_what_has_no_ink_is_not_read() -> None:
    parser = FakeParser(anywhere=scene(), text=" Ada ")
    assert Look(frame(), parser).read(FIELD) == ""
    assert Look(frame(Box(30, 24, 30, 16)), parser).read(FIELD) == "Ada"


def test_the_scene_is_read_when_it_is_asked_for_and_once() -> None:
    parser = FakeParser(anywhere=scene())
    look = Look(frame(), parser)
    assert parser.looks == 0
    assert look.scene is look.scene
    assert parser.looks == 1


def test_a_part_is_read_alone_and_told_in_pixels_of_the_frame() -> None:
    read: list[Frame] = []

    class Parser(FakeParser):
        def read(self, frame: Frame) -> Scene:
            read.append(frame)
            return replace(scene(line("Save", 3, 2)), frame=frame)

    look = Look(frame(), Parser())
    (tip,) = look.lines_in(Box(200, 30, 100, 100))
    assert [one.size for one in read] == [(60, 30)], "no more than the frame holds"
    assert (tip.text, tip.box) == ("Save", Box(203, 32, 32, 16))


@pytest.mark.parametrize(
    ("mark", "differs"),
    [(Box(30, 10, 4, 40), False), (Box(30, 10, 5, 16), True), (Box(30, 10, 2, 41), True)],
)
def test_a_caret_is_no_change(mark: Box, *, differs: bool) -> None:
    assert difference_box(frame(), frame(mark)) == (mark if differs else None)
    assert Look(frame(mark), FakeParser(), before=frame()).changed == (mark if differs else None)
    assert Look(frame(mark), FakeParser()).changed is None, "at the start"


def test_another_size_is_another_screen() -> None:
    other = Frame.from_rgb(np.zeros((10, 20, 3), np.uint8))
    assert difference_box(frame(), other) == Box(0, 0, 20, 10)
