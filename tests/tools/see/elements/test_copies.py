"""A drop-down that is drawn pixel by pixel as one that is known is one too."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.elements.copies import with_copies
from tools.see.ocr import shared_reader
from tools.see.scene import Widget

KNOWN, WIDER = Box(40, 30, 100, 24), Box(40, 80, 160, 24)
LETTER = 9.0


def drawn(canvas: Canvas, box: Box, *, edge: int = 60, arrow: int = 5) -> None:
    """A drop-down with a border and an arrow so many rows high."""
    canvas.box(box, inside=230)
    canvas.fill(Box(box.left, box.top, 1, box.height), edge)
    for row in range(arrow):
        canvas.fill(Box(box.right - 17 + row, box.top + 10 + row, 2 * (arrow - row) - 1, 1), 20)


@pytest.fixture
def page() -> Canvas:
    """A window with a drop-down."""
    canvas = Canvas(Size(320, 160), ground=200)
    drawn(canvas, KNOWN)
    return canvas


def found(canvas: Canvas, *others: Widget) -> list[Box]:
    known = Widget("dropdown", KNOWN)
    return [one.box for one in with_copies(canvas.frame, [known, *others], LETTER) if one != known]


def test_one_of_another_width_is_a_copy_whatever_it_holds(page: Canvas) -> None:
    drawn(page, WIDER)
    page.text("Letter", 50, 85)
    assert found(page) == [WIDER]


def test_nothing_is_found_where_only_the_known_one_is(page: Canvas) -> None:
    assert found(page) == []


def test_one_with_another_arrow_is_none(page: Canvas) -> None:
    drawn(page, WIDER, arrow=4)
    assert found(page) == []


def test_one_with_another_left_edge_is_none(page: Canvas) -> None:
    drawn(page, WIDER, edge=90)
    assert found(page) == []


def test_a_place_that_is_known_to_be_another_stays_what_it_is(page: Canvas) -> None:
    drawn(page, WIDER)
    other = Widget("button", Box(60, 84, 50, 12))
    assert found(page, other) == [other.box]


def test_arrows_without_a_border_around_their_texts_have_no_copies() -> None:
    """A table's headers have them, to be sorted by."""
    canvas = Canvas(Size(320, 160), ground=200)
    for box in (KNOWN, WIDER):
        drawn(canvas, box)
        canvas.fill(box._replace(width=box.width - 24), 200)
    assert found(canvas) == []


def test_one_much_wider_than_the_known_one_is_none() -> None:
    """What stands before a button with an arrow may be another field."""
    narrow, wide = Box(20, 30, 50, 24), Box(20, 80, 260, 24)
    canvas = Canvas(Size(320, 160), ground=200)
    for box in (narrow, wide):
        drawn(canvas, box)
    known = Widget("dropdown", narrow)
    assert with_copies(canvas.frame, [known], LETTER) == [known]


def test_a_field_without_an_arrow_has_no_copies() -> None:
    canvas = Canvas(Size(320, 160), ground=200)
    for box in (KNOWN, WIDER):
        drawn(canvas, box, arrow=0)
    assert found(canvas) == []


def test_one_at_the_edge_of_the_screen_is_found_no_further_than_that(page: Canvas) -> None:
    drawn(page, Box(-60, 80, 160, 24))
    assert found(page) == []


def test_a_shaded_choice_is_found_by_its_like() -> None:
    """A form of FLTK with its gtk+ scheme: the detector sees "Idioma" there, and of "Estado" a number."""
    picture = Image.open(Path(__file__).parent / "pictures" / "fltk_choices.png").convert("RGB")
    scene = shared_reader().read(Frame.from_rgb(np.asarray(picture)))
    field = find_field(scene, Locator(text="Estado")).box
    assert field == Box(393, 355, 139, 28)
