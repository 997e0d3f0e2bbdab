"""A text that came up right above an empty field is in it; not one that was there, or is set off from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import FakeParser
from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.locate.areas.grown import grown_up
from tools.locate.contents import content
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Line, Scene, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

FOOT = Box(100, 120, 300, 1)
SEEN = Widget("field", Box(100, 84, 300, 37))
"""What is seen of the area, down to the line at its foot."""


def page(*, text: str = "", left: int = 102, top: int = 62) -> Canvas:
    canvas = Canvas(Size(460, 180), ground=250)
    canvas.fill(FOOT, 120)
    canvas.text("Notes", 20, 90, scale=0.5)
    if text:
        canvas.text(text, left, top, scale=0.5)
    return canvas


def look(canvas: Canvas) -> Look:
    return Look(canvas.frame, shared_reader())


@pytest.mark.parametrize(
    ("text", "top"),
    [("Call first", 62), ("Joy, gypsy", 72)],  # the feet of the second reach into what is seen of it
)
def test_a_text_that_came_up_above_it_is_in_it(text: str, top: int) -> None:
    field = grown_up(look(page(text=text, top=top)), SEEN, page().frame)
    assert field is not None
    assert field.box.bottom == SEEN.box.bottom
    assert content(look(page(text=text, top=top)), field) == text


def test_the_unused_byte_of_a_pixel_is_no_drawing() -> None:
    pixels = page().frame.bgrx.copy()
    pixels[70, 150:200, 3] = 255
    assert grown_up(look(page(text="Call first")), SEEN, Frame(pixels)) is not None


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.fill(Box(100, 80, 300, 1), 120),  # the foot of another field
        lambda canvas: canvas.fill(Box(100, 80, 300, 1), 230),  # a faint one
        lambda canvas: canvas.fill(Box(100, 54, 300, 26), 245),  # a field that has only a ground of its own
        lambda canvas: canvas.text("Remarks", 102, 88, scale=0.5),  # something stands in it
        lambda canvas: canvas.fill(Box(380, 40, 20, 40), 120),
        lambda canvas: canvas.text("Due", 320, 62, scale=0.5),
    ],
)
def test_what_is_drawn_between_or_beside_them_sets_it_off(draw: Callable[[Canvas], Box]) -> None:
    before, after = page(), page()
    for canvas in (before, after):
        draw(canvas)
    after.text("Call first", 102, 62, scale=0.5)
    assert grown_up(look(after), SEEN, before.frame) is None


@pytest.mark.parametrize(("left", "top"), [(130, 62), (60, 62), (102, 30)])
def test_one_that_begins_elsewhere_or_ends_further_up_is_none_of_it(left: int, top: int) -> None:
    assert grown_up(look(page(text="Call first", left=left, top=top)), SEEN, page().frame) is None


def test_a_text_that_was_there_is_none_of_it() -> None:
    for before in ("Call first", "Ring twice"):
        assert grown_up(look(page(text="Call first")), SEEN, page(text=before).frame) is None
    assert grown_up(look(page()), SEEN, page().frame) is None


def test_frames_of_two_sizes_tell_nothing() -> None:
    smaller = Canvas(Size(200, 100), ground=250).frame
    assert grown_up(look(page(text="Call first")), SEEN, smaller) is None


def test_a_text_in_another_field_is_none_of_it() -> None:
    other = Widget("field", Box(100, 54, 300, 26))
    after = page(text="Call first").frame
    parser = FakeParser(Scene(after, (Line("Call first", Box(100, 60, 90, 16), 1.0),), (other,)))
    assert grown_up(Look(after, parser), SEEN, page().frame) is None
