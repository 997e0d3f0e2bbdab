"""Where text stands: one box a line, and none where there is no text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.tools.see.canvas import EDGE, INK, WHITE, Canvas
from tests.tools.see.text.drawn import ARIAL, BOLD, SANS, SERIF, line_of, picture_of
from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.pixels.regions import find_regions
from tools.see.shapes.widgets import find_widgets
from tools.see.text.lines import LOWEST, MARGIN, find_text


def texts(canvas: Canvas) -> list[Box]:
    frame = canvas.frame
    regions = find_regions(frame)
    return find_text(frame, regions, find_widgets(frame, regions))


def is_around(box: Box, text: Box) -> bool:
    """Whether a box holds a text, with little more around it."""
    return box.overlap(text) == text.overlap(box) and text.grow(2 * MARGIN).overlap(box) == box


def test_each_line_has_its_box_from_top_to_bottom() -> None:
    canvas = Canvas()
    wanted = [canvas.text(text, 20, 20 + 30 * row) for row, text in enumerate(("Full name", "E-mail"))]
    found = texts(canvas)
    assert len(found) == 2
    assert all(is_around(box, text) for box, text in zip(found, wanted, strict=True))


def test_words_of_one_caption_are_one_line_and_a_menu_bar_is_several() -> None:
    canvas = Canvas()
    canvas.text("Save customer now", 20, 20)
    for left, name in ((20, "File"), (70, "Edit"), (120, "View")):
        canvas.text(name, left, 60)
    assert [box.top < 50 for box in texts(canvas)] == [True, False, False, False]


def test_text_in_a_field_keeps_clear_of_its_border() -> None:
    canvas = Canvas()
    field = canvas.box(Box(20, 20, 120, 24))
    canvas.text("Ada", 24, 26)
    (box,) = texts(canvas)
    assert field.grow(-1).overlap(box) == box


def test_a_mark_and_an_indicator_are_no_text() -> None:
    canvas = Canvas()
    canvas.box(Box(20, 20, 120, 24))
    canvas.text("Euro", 26, 26)
    canvas.triangle(Box(122, 29, 9, 6))
    canvas.box(Box(20, 60, 13, 13))
    canvas.text("Terms", 41, 60)
    assert [box.left // 10 for box in texts(canvas)] == [2, 3]  # the two captions


def test_a_rule_and_an_open_frame_are_no_text() -> None:
    canvas = Canvas()
    canvas.fill(Box(20, 20, 200, 1), EDGE)
    canvas.fill(Box(20, 40, 200, 1), EDGE)
    canvas.fill(Box(20, 40, 1, 50), EDGE)
    assert texts(canvas) == []


def test_a_full_stop_is_shown_with_the_height_of_a_line() -> None:
    canvas = Canvas()
    canvas.fill(Box(60, 40, 2, 2), INK)
    (box,) = texts(canvas)
    assert box.height >= LOWEST


def test_text_is_found_on_a_button_of_any_shade() -> None:
    for inside, ink in ((225, INK), (60, WHITE)):
        canvas = Canvas()
        canvas.box(Box(20, 20, 100, 24), inside)
        text = canvas.text("Save", 50, 26, ink)
        (box,) = texts(canvas)
        assert is_around(box, text)


def test_a_caption_that_interrupts_a_border_is_found() -> None:
    canvas = Canvas()
    canvas.box(Box(20, 26, 200, 80), inside=220)
    canvas.fill(Box(36, 20, 52, 14), 220)
    text = canvas.text("General", 38, 20)
    boxes = texts(canvas)
    assert [is_around(box, text) for box in boxes] == [True]


def test_an_l_that_touches_the_border_of_a_low_cell_is_a_letter_and_the_caret_behind_it_is_none() -> None:
    """It is as narrow as a rounded corner of the border."""
    picture = Image.open(Path(__file__).parent / "pictures" / "low_cell.png").convert("RGB")
    read = shared_reader().read(Frame.from_rgb(np.asarray(picture)))
    assert "Total" in [line.text for line in read.lines]


def test_a_letter_at_an_upright_border_keeps_its_bar_where_a_border_ends_on_its_row() -> None:
    """The frame of a group behind an open list: of Tk, whose entries begin at the list's edge."""
    picture = Image.open(Path(__file__).parent / "pictures" / "bar_beside_border.png").convert("RGB")
    read = shared_reader().read(Frame.from_rgb(np.asarray(picture)))
    assert {"A4", "A5", "Letter"} <= {line.text for line in read.lines}


def test_bold_letters_that_run_into_one_another_above_a_field_are_no_border() -> None:
    """Swing's, drawn for the parts of a pixel; the tail of its g touches the field."""
    picture = Image.open(Path(__file__).parent / "pictures" / "spinner_below_word.png").convert("RGB")
    read = shared_reader().read(Frame.from_rgb(np.asarray(picture)))
    assert "Passengers" in [line.text for line in read.lines]


def test_sentences_in_a_font_of_one_width_are_not_read_word_by_word() -> None:
    picture = Image.new("RGB", (900, 120), (238, 238, 238))
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype("DejaVuSansMono.ttf", 15)
    draw.text((30, 40), "Please send 1024 boxes of dates. The dates are for Monday.", (0, 0, 0), font)
    draw.text((600, 40), "Yours", (0, 0, 0), font)
    lines = shared_reader().read(Frame.from_rgb(np.asarray(picture))).lines
    assert (
        " ".join(line.text for line in lines[:-1])
        == "Please send 1024 boxes of dates. The dates are for Monday."
    )
    assert len(lines) <= 3


@pytest.mark.parametrize("size", [11, 16, 24, 40])
@pytest.mark.parametrize("font", [SANS, BOLD, SERIF, ARIAL])
@pytest.mark.parametrize("text", ["era@mann.com", "3 pcs @ 5.00 EUR", "Rate (%) of Q@x", "a@v w@m"])
def test_a_large_sign_between_small_letters_parts_no_line(text: str, font: str, size: int) -> None:
    frame = Frame.from_rgb(picture_of(text, font, size))
    regions = find_regions(frame)
    widest = max(find_text(frame, regions, ()), key=lambda box: box.width)
    assert widest.width >= frame.size.width - 60 - size // 4


def test_a_digit_on_each_of_some_small_buttons_side_by_side() -> None:
    """Pages of a table: the outlines are as small as letters, and the chosen one is filled."""
    face, purple = ImageFont.truetype(BOLD, 12), (121, 80, 242)
    picture = Image.new("RGB", (400, 160), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((20, 20), "Orders of today", purple, face)
    draw.text((20, 50), "Customers and invoices", purple, face)
    for at in range(4):
        left, chosen = 20 + 26 * at, at == 1
        draw.rounded_rectangle((left, 100, left + 23, 121), 4, purple if chosen else "white", purple)
        draw.text((left + 8, 104), str(at + 1), "white" if chosen else purple, face)
    lines = shared_reader().read(Frame.from_rgb(np.asarray(picture))).lines
    assert [line.text for line in sorted(lines, key=lambda line: line.box.left) if line.box.top > 90] == [
        "1",
        "2",
        "3",
        "4",
    ]


@pytest.mark.parametrize("size", [15, 20, 30])
@pytest.mark.parametrize("text", ["À propos", "A new message"])
def test_a_word_of_one_capital_is_read_with_its_text(text: str, size: int) -> None:
    assert line_of(text, SANS, size).text == text


def test_a_filled_buttons_caption_is_one_line() -> None:
    """What its round corners leave of its outline is none."""
    face, picture = ImageFont.truetype(SANS, 11), Image.new("RGB", (300, 120), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((20, 10), "New invoice of today", (33, 37, 41), face)
    draw.rounded_rectangle((20, 60, 61, 85), 4, (25, 135, 84))
    draw.text((28, 66), "Next", "white", face)
    frame = Frame.from_rgb(np.asarray(picture))
    assert [line.text for line in shared_reader().read(frame).lines] == ["New invoice of today", "Next"]


def test_a_letter_that_touches_the_border_of_its_list_is_read_and_what_touches_its_corner_is_not() -> None:
    """As the units of a drop-down: kg, g, t."""
    canvas = Canvas()
    place = canvas.box(Box(20, 20, 100, 60))
    letters = [canvas.fill(Box(place.left + 1, place.top + 8 + 20 * row, 7, 10), INK) for row in range(2)]
    assert all(box.overlap(one) == one for box, one in zip(texts(canvas), letters, strict=True))
    canvas.box(place)
    canvas.fill(Box(place.left + 1, place.top + 1, 7, 10), INK)
    assert not texts(canvas)


@pytest.mark.parametrize(
    ("picture", "entries"),
    [
        ("short_entries", {"kg", "g", "lb", "t"}),  # ttk: at the list's side, one on a ground of its own
        ("joined_feet", {"Standard", "Express", "Abholung"}),  # Swing: bold, with a tail at the list's edge
    ],
)
def test_the_entries_of_an_open_list_that_touch_its_border_are_read(picture: str, entries: set[str]) -> None:
    shown = Image.open(Path(__file__).parent / "pictures" / f"{picture}.png").convert("RGB")
    read = {line.text for line in shared_reader().read(Frame.from_rgb(np.asarray(shown))).lines}
    assert entries <= read


def test_the_last_l_of_large_letters_is_no_separator() -> None:
    """It is as thin, and as high as a line of smaller text."""
    shown = Image.open(Path(__file__).parent / "pictures" / "large_l.png").convert("RGB")
    read = {line.text for line in shared_reader().read(Frame.from_rgb(np.asarray(shown))).lines}
    assert {"General", "Dirección", "Historial"} <= read


def test_an_accent_far_above_a_large_capital_is_read_with_it() -> None:
    shown = Image.open(Path(__file__).parent / "pictures" / "large_accents.png").convert("RGB")
    read = {line.text for line in shared_reader().read(Frame.from_rgb(np.asarray(shown))).lines}
    assert {"ÉDITION", "FENÊTRE"} <= read


def test_a_bar_between_two_large_words_is_a_separator() -> None:
    picture = Image.new("RGB", (420, 80), (255, 255, 255))
    font = ImageFont.truetype("DejaVuSans.ttf", 26)
    ImageDraw.Draw(picture).text((12, 20), "Calendar | Help", (20, 20, 20), font)
    read = {line.text for line in shared_reader().read(Frame.from_rgb(np.asarray(picture))).lines}
    assert "|" not in "".join(read), read
