"""The marks before the entries of a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.tools.see.canvas import EDGE, INK, WHITE, Canvas
from tools.geometry import Box
from tools.see.shapes.expanders import find_expanders

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.observation import Frame
    from tools.see.shapes.expanders import Expander

    Draw = Callable[[Canvas, int], Box]


def find_expander(frame: Frame, text: Box) -> Expander | None:
    """The first one."""
    return next(iter(find_expanders(frame, text)), None)


def right(canvas: Canvas, left: int) -> Box:
    """A triangle that points to the right."""
    corners = np.array([(left, 58), (left, 68), (left + 5, 63)], np.int32)
    cv2.fillPoly(canvas.pixels, [corners], (INK,) * 3)
    return Box(left, 58, 6, 11)


def down(canvas: Canvas, left: int) -> Box:
    """A triangle that points down."""
    return canvas.triangle(Box(left, 60, 9, 5))


def chevron(canvas: Canvas, left: int) -> Box:
    """Two strokes that meet on the right."""
    for row in range(5):
        canvas.fill(Box(left + row, 58 + row, 2, 1), INK)
        canvas.fill(Box(left + row, 66 - row, 2, 1), INK)
    return Box(left, 58, 6, 9)


def plus(canvas: Canvas, left: int) -> Box:
    """Two strokes that cross."""
    canvas.fill(Box(left + 3, 59, 1, 7), INK)
    canvas.fill(Box(left, 62, 7, 1), INK)
    return Box(left, 59, 7, 7)


def minus(canvas: Canvas, left: int) -> Box:
    """One stroke."""
    return canvas.fill(Box(left, 62, 7, 1), INK)


def framed(sign: Draw, line: int = 0) -> Draw:
    """The sign in a frame, from which a line of the tree may go on."""

    def draw(canvas: Canvas, left: int) -> Box:
        around = canvas.box(Box(left - 3, 56, 13, 13), 220, EDGE)
        canvas.fill(Box(around.right, 62, line, 1), EDGE)
        sign(canvas, left)
        return Box(around.left, around.top, around.width + line, around.height)

    return draw


MARKS = [
    (right, "closed"),
    (chevron, "closed"),
    (down, "open"),
    (plus, "closed"),
    (minus, "open"),
    (framed(plus), "closed"),
    (framed(minus), "open"),
    (framed(plus, line=2), "closed"),
]


@pytest.mark.parametrize("icon", [0, 14])
@pytest.mark.parametrize(("draw", "fold"), MARKS)
def test_a_mark_stands_before_the_entry_an_icon_between(draw: Draw, fold: str, icon: int) -> None:
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    box = draw(canvas, text.left - 15 - icon)
    mark = find_expander(canvas.frame, text.grow(3))
    assert mark is not None
    assert (mark.box, mark.fold) == (box, fold)


def test_what_stands_further_off_is_no_mark_of_it() -> None:
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    right(canvas, text.left - 70)
    assert find_expander(canvas.frame, text.grow(3)) is None


@pytest.mark.parametrize(("draw", "fold"), MARKS)
def test_a_mark_may_have_been_read_with_the_entry(draw: Draw, fold: str) -> None:
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    box = draw(canvas, text.left - 12)
    mark = find_expander(canvas.frame, text.union(box).grow(2))
    assert mark is not None
    assert mark.fold == fold


@pytest.mark.parametrize(
    "text", ["Lyon", "Porto", "Leeds", "Bath", "Farm", "Kent", "Ypres", "Versand", "Turku"]
)
@pytest.mark.parametrize("scale", [0.4, 0.5, 0.8])
def test_a_letter_is_no_mark(text: str, scale: float) -> None:
    canvas = Canvas()
    assert find_expander(canvas.frame, canvas.text(text, 100, 58, scale=scale)) is None


def test_neither_a_corner_nor_an_empty_box_is_a_mark() -> None:
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    canvas.fill(Box(80, 50, 1, 13), EDGE)  # the lines of a tree
    canvas.fill(Box(80, 62, 12, 1), EDGE)
    assert find_expander(canvas.frame, text.grow(3)) is None
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    canvas.box(Box(80, 57, 13, 13))  # a check box
    assert find_expander(canvas.frame, text.grow(3)) is None


HEART = (
    *("..##..##..", ".########.", "##########", "##########"),
    *(".########.", "..######..", "...####...", "....##...."),
)
PIN = (
    *("..####..", ".######.", "########", "########", "########"),
    *(".######.", ".######.", "..####..", "...##..."),
)
FUNNEL = ("###########", ".#########.", "...#####...", *[".....#....."] * 4)
STEM = ("###########", "###########", *[".....#....."] * 4)


BLUNT = (
    "###########",
    "###########",
    ".###...###.",
    "..#######..",
    "...#####...",
    "....###....",
    ".....#.....",
)
DISC = ("..####..", ".######.", "########", "########", "########", "########", ".######.", "..####..")
KNOB = (*DISC, *["...##..."] * 4)


def before_autumn(rows: tuple[str, ...]) -> Expander | None:
    """The mark before an entry, where that is drawn."""
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    for down, row in enumerate(rows):
        for across, sign in enumerate(row):
            if sign == "#":
                canvas.fill(Box(80 + across, 58 + down, 1, 1), INK)
    return find_expander(canvas.frame, text.grow(3))


@pytest.mark.parametrize("rows", [HEART, PIN, FUNNEL, STEM], ids=["heart", "pin", "funnel", "letter"])
def test_an_icon_that_ends_in_a_tip_is_no_mark(rows: tuple[str, ...]) -> None:
    assert before_autumn(rows) is None


@pytest.mark.parametrize(("rows", "fold"), [(BLUNT, "open"), (KNOB, "open")], ids=["chevron", "knob"])
def test_a_chevron_may_be_blunt_and_a_knob_in_one_colour(rows: tuple[str, ...], fold: str) -> None:
    mark = before_autumn(rows)
    assert mark is not None
    assert mark.fold == fold


def test_the_list_may_end_close_before_and_the_entry_be_lit() -> None:
    canvas = Canvas()
    canvas.fill(Box(82, 40, 200, 60), WHITE)
    canvas.fill(Box(97, 55, 60, 17), (40, 90, 160))
    text = canvas.text("Autumn", 100, 58, ink=WHITE)
    box = right(canvas, 86)
    mark = find_expander(canvas.frame, text.grow(3))
    assert mark is not None
    assert (mark.box, mark.fold) == (box, "closed")


def knob(canvas: Canvas, left: int, *, opens: bool) -> None:
    """A ring with a handle, and the tree's own line below it."""
    canvas.circle(Box(left, 58, 9, 9), WHITE, EDGE)
    canvas.fill(Box(left + 4, 67, 1, 8), EDGE)
    canvas.fill(Box(left + 3, 67, 3, 4) if opens else Box(left + 9, 61, 4, 3), EDGE)


@pytest.mark.parametrize(("opens", "fold"), [(True, "open"), (False, "closed")])
def test_the_knob_of_java_tells_by_its_handle(fold: str, *, opens: bool) -> None:
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    knob(canvas, text.left - 22, opens=opens)
    mark = find_expander(canvas.frame, text.grow(3))
    assert mark is not None
    assert mark.fold == fold
    assert Box(text.left - 22, 58, 9, 9).contains(mark.box.center)


def test_a_radio_button_is_no_knob() -> None:
    canvas = Canvas()
    text = canvas.text("Autumn", 100, 58)
    canvas.circle(Box(text.left - 22, 58, 11, 11))
    assert find_expander(canvas.frame, text.grow(3)) is None
