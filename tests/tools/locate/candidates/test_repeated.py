"""Pictures before the entries of a list, which are read as a letter in some of them."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.candidates.repeated import behind_repeated
from tools.observation import Frame
from tools.see.scene import Line, Scene

PICTURE = Box(40, 2, 9, 11)
"""Where the picture stands, from the top of its row."""


def rows(*texts: str, other: int | None = None) -> Scene:
    """Entries with a picture each, of which one may be another one."""
    rgb = np.full((200, 300, 3), 240, np.uint8)
    lines = []
    for row, text in enumerate(texts):
        top = 20 + 24 * row
        rgb[PICTURE.shift(0, top).slices] = 60
        rgb[PICTURE.grow(-2).shift(0, top).slices] = 60 if row == other else 240
        for letter in range(4):
            left = PICTURE.right + 6 + 8 * letter
            rgb[top + 2 : top + 13, left : left + 6] = 60
        lines.append(Line(text, Box(PICTURE.left - 3, top, 60, 16), 0.9))
    return Scene(Frame.from_rgb(rgb), tuple(lines), ())


def test_what_is_read_otherwise_in_another_row_is_a_picture() -> None:
    scene = rows("D Lyon", "Sevilla", "O Turku")
    boxes = [behind_repeated(scene, line) for line in scene.lines]
    assert boxes[0] is not None
    assert boxes[0].left == PICTURE.right + 4
    assert boxes[1] is None, "it was read without"
    assert boxes[2] is not None


@pytest.mark.parametrize(
    "scene",
    [
        rows("D Lyon", "D Turku"),  # a letter, read as one
        rows("D Lyon", "Sevilla", other=1),  # another picture
        rows("D Lyon"),
    ],
)
def test_what_may_be_a_letter_is_none(scene: Scene) -> None:
    assert behind_repeated(scene, scene.lines[0]) is None


def test_rows_of_another_list_say_nothing() -> None:
    scene = rows("D Lyon", "Sevilla")
    first, other = scene.lines
    aside = Line(other.text, other.box.shift(-20, 0), other.score)
    assert behind_repeated(Scene(scene.frame, (first, aside), ()), first) is None
