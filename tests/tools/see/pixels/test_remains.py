"""A text is still there when a frame crosses it or an edge cuts it; another text in its place is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.pixels.remains import remains

if TYPE_CHECKING:
    from collections.abc import Callable

    Paint = Callable[[ImageDraw.ImageDraw], None]

FONT = ImageFont.truetype("DejaVuSans.ttf", 13)
LEFT, TOP = 40, 40
NAME = "Katherine Johnson"
GRID, FRAME, WAVE = (192, 192, 192), (53, 132, 228), (255, 0, 0)
WHITE = (255, 255, 255)


def width_of(text: str) -> int:
    return round(FONT.getlength(text))


def frame_of(text: str, down: int = 0, paint: Paint = lambda _: None) -> Frame:
    picture = Image.new("RGB", (400, 120), WHITE)
    draw = ImageDraw.Draw(picture)
    draw.text((LEFT, TOP + down), text, (0, 0, 0), FONT)
    paint(draw)
    return Frame.from_rgb(np.asarray(picture))


def is_there(text: str, now: Frame, was: Frame | None = None) -> bool:
    box = Box(LEFT - 3, TOP - 2, width_of(text) + 6, 20)
    return remains(was or frame_of(text), box, now)


def cell_at(right: int) -> Paint:
    """A cell that ends there: white beyond, and a line of the grid."""

    def paint(draw: ImageDraw.ImageDraw) -> None:
        draw.rectangle((right, 0, 400, 120), WHITE)
        draw.line((right, 0, right, 120), GRID)

    return paint


def edited_at(right: int) -> Paint:
    """The next cell is being edited, so that the grid's line is not seen in this row."""

    def paint(draw: ImageDraw.ImageDraw) -> None:
        draw.line((right, 0, right, 120), GRID)
        draw.rectangle((right, TOP - 1, 400, TOP + 17), WHITE)
        draw.text((right + 60, TOP), "85670", (0, 0, 0), FONT)

    return paint


def chosen_at(left: int, width: int = 80) -> Paint:
    """The thick frame of a chosen cell."""
    return lambda draw: draw.rectangle((left, TOP - 2, left + width, TOP + 18), outline=FRAME, width=3)


def marked_at(right: int) -> Paint:
    """A cell with the mark of a text that is too long for it, and the tops of the next row's letters."""

    def paint(draw: ImageDraw.ImageDraw) -> None:
        cell_at(right)(draw)
        draw.polygon(
            [(right - 5, TOP + 5), (right - 1, TOP + 9), (right - 5, TOP + 13)], (255, 0, 0), (0, 0, 0)
        )
        draw.text((LEFT + 30, TOP + 17), "Total", (0, 0, 0), FONT)

    return paint


def waved(draw: ImageDraw.ImageDraw) -> None:
    for x in range(LEFT, LEFT + 60, 4):
        draw.line((x, TOP + 15, x + 2, TOP + 17), WAVE)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        pytest.param(NAME, frame_of(NAME), id="as it was"),
        pytest.param(NAME, frame_of(NAME, down=1), id="a row lower"),
        pytest.param(NAME, frame_of(NAME, paint=waved), id="with a wave below it"),
        pytest.param(NAME, frame_of(NAME, paint=chosen_at(LEFT + 81)), id="under the next cell's frame"),
        pytest.param(NAME, frame_of(NAME, paint=chosen_at(LEFT + 40, 60)), id="under both its sides"),
        *(
            pytest.param(NAME, frame_of(NAME, paint=paint(LEFT + at)), id=f"cut at {at} by {paint.__name__}")
            for paint in (cell_at, edited_at, marked_at)
            for at in range(60, 110, 3)
        ),
    ],
)
def test_it_is_there(text: str, now: Frame) -> None:
    assert is_there(text, now)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        pytest.param("/srv/forms/cases", "/srv/forms/case", id="a letter less"),
        pytest.param("/srv/forms/case", "/srv/forms/cases", id="a letter more"),
        pytest.param("/srv/forms/cases", "/srv/forms/cares", id="another letter"),
        pytest.param("/srv/forms/cases", "/srv/forms/casea", id="another last letter"),
        pytest.param("/srv/forms/cases", "/srv/forms/eases", id="a letter much like it"),
        pytest.param("Phase I", "Phase II", id="a thin letter more"),
        pytest.param("Phase II", "Phase I", id="a thin letter less"),
        pytest.param("Invoice 1041", "Invoice 1047", id="another digit"),
        pytest.param("Invoice 10", "Invoice 100", id="a digit more"),
        pytest.param("Mary", "Marv", id="without its tail"),
        pytest.param("file,txt", "file.txt", id="a point for a comma"),
        pytest.param("Katherine Johnson", "Katherine Jo", id="shortened by the program"),
        pytest.param("Katherine Johnson", "Katherine", id="without the second word"),
        pytest.param("Katherine Johnson", "", id="gone"),
        pytest.param("Katherine Johnson", "Johnson Katherine", id="words swapped"),
    ],
)
@pytest.mark.parametrize("down", [0, 1])
def test_another_text_is_not_it(text: str, now: str, down: int) -> None:
    assert not is_there(text, frame_of(now, down))


@pytest.mark.parametrize("paint", [cell_at, edited_at, chosen_at, marked_at])
@pytest.mark.parametrize(("text", "now"), [(NAME, "Katharine Johnson"), (NAME, "Katherime Johnson")])
def test_nor_under_a_frame_or_cut(text: str, now: str, paint: Callable[[int], Paint]) -> None:
    right = LEFT + width_of("Katherine Jo") - 3
    assert is_there(text, frame_of(text, paint=paint(right)))
    assert not is_there(text, frame_of(now, paint=paint(right)))


@pytest.mark.parametrize("pair", ["DI", "EF", "hl", "QO", "RP", "BP", "dc", "nr", "mn", "wv", "83", "81"])
@pytest.mark.parametrize("paint", [cell_at, edited_at, chosen_at])
@pytest.mark.parametrize("gap", [0, 1, 2, 4])
def test_a_letter_that_is_a_part_of_another_is_no_cut_one(
    pair: str, paint: Callable[[int], Paint], gap: int
) -> None:
    """The last letter is another, and the cell ends right behind it."""
    was, now = f"Room No. {pair[0]}", f"Room No. {pair[1]}"
    right = LEFT + width_of(was) + gap
    assert not is_there(was, frame_of(now, paint=paint(right)), frame_of(was))


def test_a_caret_behind_it_is_no_letter() -> None:
    def with_caret(draw: ImageDraw.ImageDraw) -> None:
        right = LEFT + width_of(NAME) + 1
        draw.line((right, TOP - 1, right, TOP + 16), (0, 0, 0))

    assert is_there(NAME, frame_of(NAME), frame_of(NAME, paint=with_caret))
    assert not is_there(NAME, frame_of(NAME[:-1]), frame_of(NAME, paint=with_caret))


def test_light_letters_on_dark_ground() -> None:
    def turned(frame: Frame) -> Frame:
        return Frame.from_rgb(255 - frame.rgb)

    assert is_there(NAME, turned(frame_of(NAME, paint=cell_at(LEFT + 90))), turned(frame_of(NAME)))
    assert not is_there(NAME, turned(frame_of(NAME[:-3])), turned(frame_of(NAME)))
    assert not is_there(NAME, frame_of(NAME), turned(frame_of(NAME))), "the other way round is no proof"


def test_at_the_edge_of_the_frame_nothing_is_known() -> None:
    frame = frame_of(NAME)
    assert not remains(frame, Box(0, 0, 40, 20), frame)
    assert not remains(frame, Box(390, 100, 40, 20), frame)
