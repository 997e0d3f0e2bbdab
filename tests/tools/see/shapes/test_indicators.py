"""Check boxes and radio buttons: what is one, and whether it is ticked."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.tools.see.canvas import EDGE, INK, WHITE, Canvas
from tools.geometry import Box
from tools.observation import Frame
from tools.see.pixels.regions import find_regions
from tools.see.scene import Widget
from tools.see.shapes.indicators import find_indicators
from tools.see.shapes.ticks import has_turned

PLACE = Box(20, 20, 13, 13)


def indicators(canvas: Canvas) -> list[Widget]:
    frame = canvas.frame
    return find_indicators(frame, find_regions(frame))


def square(canvas: Canvas, place: Box = PLACE, inside: int = WHITE) -> Box:
    """A check box with its caption."""
    canvas.text("Terms", place.right + 8, place.top)
    return canvas.box(place, inside)


def test_a_small_square_left_of_a_caption_is_a_check_box() -> None:
    canvas = Canvas()
    square(canvas)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=False)]


def test_check_boxes_without_captions_are_some_where_they_stand_alone_in_a_column() -> None:
    canvas = Canvas()
    boxes = [canvas.box(PLACE.shift(0, 30 * row)) for row in range(3)]
    assert sorted(one.box for one in indicators(canvas)) == boxes
    alone = Canvas()
    alone.box(PLACE)
    assert indicators(alone) == []
    beside = Canvas()
    for row in range(3):
        beside.text("Ada", beside.box(PLACE.shift(0, 30 * row)).left - 16, PLACE.top + 30 * row)
    assert indicators(beside) == [], "as expanders of a tree, or signs within a word"


def test_a_small_circle_left_of_a_caption_is_a_radio_button() -> None:
    canvas = Canvas()
    canvas.circle(PLACE)
    canvas.text("Private", PLACE.right + 8, PLACE.top)
    assert indicators(canvas) == [Widget("radio", PLACE, checked=False)]
    canvas.circle(Box(24, 24, 5, 5), 0, 0)
    assert indicators(canvas) == [Widget("radio", PLACE, checked=True)]


def tick(canvas: Canvas, mark: int | tuple[int, int, int]) -> None:
    """A tick in the box, as most toolkits draw it."""
    for left, top in ((23, 26), (24, 27), (25, 28), (26, 27), (27, 26), (28, 25), (29, 24)):
        canvas.fill(Box(left, top, 2, 2), mark)


@pytest.mark.parametrize(("text", "bold"), [("Is it Grace?", ""), ("O.K.", "-Bold"), ("Q.E.D.", "-Bold")])
def test_letters_are_no_radio_button(text: str, bold: str) -> None:
    """In this font and size the first two touch, and are as wide as high; or a full stop follows an O."""
    font = ImageFont.truetype(f"DejaVuSans{bold}.ttf", 13)
    picture = Image.new("RGB", (160, 60), (246, 245, 244))
    ImageDraw.Draw(picture).text((40, 20), text, (46, 52, 54), font)
    frame = Frame.from_rgb(np.asarray(picture))
    assert find_indicators(frame, find_regions(frame)) == []


def written(texts: dict[int, str], size: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Texts on one base line, in a page's usual font."""
    picture = Image.new("RGB", (260, 40), (255, 255, 255))
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSans.ttf", size)
    for left, text in texts.items():
        pen.text((left, 24), text, (0, 0, 0), font, anchor="ls")
    return picture, pen


def seen(picture: Image.Image) -> list[Widget]:
    frame = Frame.from_rgb(np.asarray(picture))
    return find_indicators(frame, find_regions(frame))


def test_radio_buttons_side_by_side_are_some_however_close_their_captions_stand() -> None:
    """As a page shows them: three pixels to a caption, five to the next one."""
    picture, pen = written({36: "Cash", 92: "Card", 148: "Invoice"}, 14)
    for left in (20, 76, 132):
        pen.ellipse((left, 11, left + 12, 23), (255, 255, 255), (118, 118, 118))
    found = sorted((one.box.left, one.kind, one.checked) for one in seen(picture))
    assert found == [(left, "radio", False) for left in (20, 76, 132)]


@pytest.mark.parametrize(("size", "found"), [(16, [74, 158, 232]), (12, [74, 158])])
def test_a_ring_at_a_rows_end_is_one_as_another_of_it(size: int, found: list[int]) -> None:
    """Where captions stand before their buttons nothing follows the last; it is as large as the others."""
    picture, pen = written({20: "Cash", 106: "Card", 190: "Bill"}, 14)
    for left, wide in ((74, 16), (158, 16), (232, size)):
        pen.ellipse((left, 10, left + wide, 10 + wide), (255, 255, 255), (118, 118, 118))
    assert sorted(one.box.left for one in seen(picture)) == found


def test_a_check_box_is_one_however_close_its_caption_stands() -> None:
    picture, pen = written({36: "Terms"}, 14)
    pen.rectangle((20, 11, 32, 23), (255, 255, 255), (118, 118, 118))
    assert [(one.kind, one.checked) for one in seen(picture)] == [("checkbox", False)]


@pytest.mark.parametrize(("fill", "found"), [((255, 255, 255), 2), ((83, 148, 226), 2), ((192, 192, 192), 0)])
def test_one_that_is_filled_with_a_colour_of_its_own_is_no_letter(
    fill: tuple[int, int, int], found: int
) -> None:
    """As FLTK draws them, three pixels before captions whose letters are as high."""
    picture = Image.new("RGB", (160, 80), (192, 192, 192))
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSans.ttf", 19)
    pen.rectangle((20, 9, 34, 23), fill, (60, 60, 60))
    pen.ellipse((20, 49, 34, 63), fill, (60, 60, 60))
    for bottom in (24, 64):
        pen.text((37, bottom), "Doblado", (0, 0, 0), font, anchor="ls")
    assert len(seen(picture)) == found


@pytest.mark.parametrize("size", [13, 16, 20, 26])
def test_an_o_that_rises_above_small_letters_is_no_radio_button(size: int) -> None:
    picture, _ = written({20: "Our news, Our Oven"}, size)
    assert seen(picture) == []


@pytest.mark.parametrize("mark", [INK, (40, 110, 210)])
def test_a_mark_in_its_middle_ticks_it(mark: int | tuple[int, int, int]) -> None:
    canvas = Canvas()
    square(canvas)
    tick(canvas, mark)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=True)]


@pytest.mark.parametrize(
    ("part", "inside", "ink"),
    [
        (PLACE.grow(-2), WHITE, INK),
        (PLACE.grow(-3), WHITE, INK),
        (Box(23, 25, 7, 3), WHITE, INK),
        (Box(23, 25, 7, 3), 90, WHITE),
    ],
)
def test_a_block_or_a_bar_may_be_a_part_and_is_doubted(part: Box, inside: int, ink: int) -> None:
    canvas = Canvas()
    square(canvas, inside=inside)
    canvas.fill(part, ink)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=None)]


def rounded(canvas: Canvas, place: Box, shade: int | tuple[int, int, int]) -> None:
    """The corners of a box as libraries of web pages round them."""
    for across, down in ((0, 0), (1, 0), (0, 1)):
        for left in (place.left + across, place.right - 1 - across):
            for top in (place.top + down, place.bottom - 1 - down):
                canvas.fill(Box(left, top, 1, 1), shade)


@pytest.mark.parametrize(
    ("inside", "part", "ink"),
    [
        (WHITE, Box(24, 24, 8, 8), (22, 119, 255)),
        (WHITE, Box(22, 22, 12, 12), (22, 119, 255)),
        (100, Box(24, 27, 8, 2), (255, 255, 255)),
        (100, Box(24, 28, 8, 1), (255, 255, 255)),
    ],
)
def test_a_block_or_a_bar_in_a_box_with_rounded_corners_is_doubted(
    inside: int, part: Box, ink: tuple[int, int, int]
) -> None:
    canvas = Canvas()
    place = Box(20, 20, 16, 16)
    square(canvas, place, inside)
    if inside == WHITE:
        rounded(canvas, place.grow(-1), EDGE)
    else:
        canvas.fill(place, (232, 89, 12))
    rounded(canvas, place, 220)
    canvas.fill(part, ink)
    assert indicators(canvas) == [Widget("checkbox", place, checked=None)]


def test_a_bar_that_all_but_reaches_a_shaded_border_is_doubted() -> None:
    """As GTK's Greybird draws one: light below the border above, dark above the one below."""
    canvas = Canvas()
    place = Box(20, 20, 16, 16)
    square(canvas, place, 226)
    canvas.fill(Box(22, 21, 12, 1), WHITE)
    canvas.fill(Box(21, 33, 14, 1), 188)
    canvas.fill(Box(21, 34, 14, 1), EDGE)
    canvas.fill(Box(23, 26, 10, 4), 60)
    assert indicators(canvas) == [Widget("checkbox", place, checked=None)]


@pytest.mark.parametrize(("is_ticked", "checked"), [(True, True), (False, None)])
def test_a_tick_on_shaded_paper_is_one_and_a_bar_is_doubted(*, is_ticked: bool, checked: bool | None) -> None:
    """As FLTK draws its boxes in `gleam`."""
    canvas = Canvas(ground=192)
    place = Box(20, 20, 19, 19)
    square(canvas, place)
    canvas.fill(place, 255)
    canvas.fill(place.grow(-1), 12)
    for row in range(15):
        canvas.fill(Box(22, 22 + row, 15, 1), min(255, 165 + 13 * row) if row < 14 else 210)
    for step in range(11 if is_ticked else 0):
        canvas.fill(Box(24 + step, 28 + min(step, 8 - step), 1, 3), 0)
    if not is_ticked:
        canvas.fill(Box(25, 28, 9, 3), 0)
    assert indicators(canvas) == [Widget("checkbox", place, checked=checked)]


@pytest.mark.parametrize(("is_raised", "checked"), [(True, None), (False, True)])
def test_one_that_is_raised_and_filled_may_be_a_part_and_is_doubted(
    *, is_raised: bool, checked: bool | None
) -> None:
    """As `ttk` draws one in its default theme."""
    canvas = Canvas()
    square(canvas)
    lit, dark = (WHITE, EDGE) if is_raised else (EDGE, WHITE)
    canvas.fill(PLACE, dark)
    canvas.fill(Box(20, 20, 13, 1), lit)
    canvas.fill(Box(20, 20, 1, 13), lit)
    canvas.fill(PLACE.grow(-1), (159, 189, 216))
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=checked)]


@pytest.mark.parametrize(
    ("ground", "upper", "lower", "filled"),
    [(46, 150, 210, (91, 155, 213)), (WHITE, 13, 13, (13, 110, 253)), (220, 100, 100, (70, 90, 120))],
)
def test_one_that_is_flat_and_filled_without_a_mark_is_doubted(
    ground: int, upper: int, lower: int, filled: tuple[int, int, int]
) -> None:
    """As `ttk` draws one of which a part is chosen, in a dark `clam`."""
    canvas = Canvas(ground=ground)
    square(canvas)
    canvas.fill(PLACE, upper)
    canvas.fill(Box(20, 32, 13, 1), lower)
    canvas.fill(Box(32, 20, 1, 13), lower)
    canvas.fill(PLACE.grow(-1), filled)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=None)]


def test_a_dotted_bar_is_doubted() -> None:
    """As Qt's Breeze draws it."""
    canvas = Canvas()
    place = Box(20, 20, 16, 16)
    square(canvas, place)
    for left in (23, 27, 31):
        canvas.fill(Box(left, 27, 2, 2), INK)
    assert indicators(canvas) == [Widget("checkbox", place, checked=None)]


@pytest.mark.parametrize(("ink", "checked"), [(163, None), (INK, True)])
def test_a_faint_mark_in_a_box_of_its_panels_colour_is_doubted(ink: int, *, checked: bool | None) -> None:
    """As Tk draws one of which a part is chosen."""
    canvas = Canvas(ground=217)
    square(canvas, PLACE, 217)
    canvas.fill(PLACE, WHITE)
    canvas.fill(Box(20, 20, 12, 12), 130)
    canvas.fill(PLACE.grow(-1), 217)
    tick(canvas, ink)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=checked)]


def test_a_disc_of_one_colour_without_a_dot_is_doubted() -> None:
    """As a page shows radio buttons that are off and disabled, beside one that is on."""
    canvas = Canvas(ground=WHITE)
    place = canvas.circle(Box(20, 20, 16, 16))
    canvas.pixels[canvas.pixels[:, :, 0] == EDGE] = (143, 180, 217)
    canvas.circle(place, 143, 143)
    canvas.pixels[canvas.pixels[:, :, 0] == 143] = (143, 180, 217)
    canvas.text("Private", place.right + 8, place.top)
    assert [one.checked for one in indicators(canvas)] == [None]


@pytest.mark.parametrize("side", [10, 11, 12, 13, 14, 16, 18])
def test_the_smooth_edge_of_such_a_disc_is_no_ground_of_a_dot(side: int) -> None:
    canvas = Canvas(ground=WHITE)
    place = Box(20, 20, side, side)
    fine = np.full((8 * side, 8 * side, 3), WHITE, np.uint8)
    cv2.circle(fine, (4 * side, 4 * side), 4 * side, (13, 110, 253), -1)
    canvas.pixels[place.slices] = cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA)
    canvas.text("Private", place.right + 8, place.center.y - 6)
    assert [one.checked for one in indicators(canvas)] == [None]


def test_a_dot_may_be_large() -> None:
    canvas = Canvas()
    place = canvas.circle(Box(20, 20, 15, 15))
    canvas.circle(Box(23, 23, 9, 9), 0, 0)
    canvas.text("Private", place.right + 8, place.top)
    assert [one.checked for one in indicators(canvas)] == [True]


def test_a_dot_may_lie_in_a_ring_as_dark_as_it_is() -> None:
    """As FLTK draws one: the ring is where the ground of a dot is looked for elsewhere."""
    canvas = Canvas()
    place = canvas.circle(Box(20, 20, 16, 16))
    across, down = np.meshgrid(np.arange(16) - 7.5, np.arange(16) - 7.5)
    far = np.hypot(across, down)
    for reach, shade in ((8.2, 120), (6.6, 0), (5.2, WHITE), (3.2, 0)):
        canvas.pixels[place.slices][far <= reach] = shade
    canvas.text("Private", place.right + 8, place.top)
    assert [one.checked for one in indicators(canvas)] == [True]


def test_a_dot_that_is_hardly_seen_is_doubted() -> None:
    """As a radio button that is on and disabled, in a dark theme."""
    canvas = Canvas(ground=46)
    place = canvas.circle(Box(20, 20, 16, 16), 56, 56)
    canvas.circle(Box(25, 25, 7, 7), 36, 36)
    canvas.text("Danmark", place.right + 8, place.top, ink=100)
    assert [one.checked for one in indicators(canvas)] == [None]


@pytest.mark.parametrize(("dot", "checked"), [(150, False), (190, False), (220, None), (250, None)])
def test_a_light_dot_on_a_ground_that_is_none_of_a_dark_theme_is_doubted(
    dot: int, *, checked: bool | None
) -> None:
    """A middle a little lighter than what is around it is the shading of an empty one."""
    canvas = Canvas(ground=150)
    place = canvas.circle(Box(20, 20, 16, 16), 150, 60)
    canvas.circle(Box(25, 25, 6, 6), dot, dot)
    canvas.text("Private", place.right + 8, place.top)
    assert [one.checked for one in indicators(canvas)] == [checked]


def test_a_mark_on_a_filling_ticks_it() -> None:
    canvas = Canvas()
    square(canvas)
    canvas.fill(PLACE.grow(-1), (60, 120, 220))
    tick(canvas, 255)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=True)]


def test_a_grey_one_is_not_ticked_for_being_disabled() -> None:
    canvas = Canvas()
    square(canvas, inside=215)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=False)]


def test_on_a_dark_ground_an_empty_one_is_dark_and_a_lit_one_is_doubted() -> None:
    for inside, ticked in ((30, False), (200, None)):
        canvas = Canvas(ground=60)
        canvas.text("Terms", PLACE.right + 8, PLACE.top, ink=WHITE)
        canvas.box(PLACE, inside, edge=150)
        assert indicators(canvas) == [Widget("checkbox", PLACE, checked=ticked)]


def test_the_corners_of_a_large_check_box_may_be_rounded() -> None:
    canvas = Canvas()
    place = canvas.box(Box(20, 20, 24, 24))
    for left in (place.left, place.right - 2):
        for top in (place.top, place.bottom - 2):
            canvas.fill(Box(left, top, 2, 2), 220)
    canvas.text("Terms", place.right + 10, place.top + 5)
    assert [widget.kind for widget in indicators(canvas)] == ["checkbox"]


def test_without_a_caption_a_square_is_no_indicator() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    assert indicators(canvas) == []


def test_buttons_of_a_title_bar_are_squares_in_a_row_and_no_indicators() -> None:
    canvas = Canvas()
    for left in (20, 42, 64):
        canvas.box(Box(left, 20, 13, 13))
    assert indicators(canvas) == []


def test_a_small_button_before_another_is_no_check_box() -> None:
    canvas = Canvas()
    canvas.box(Box(20, 20, 22, 22))
    canvas.text("B", 27, 26)
    canvas.box(Box(50, 20, 60, 22))
    canvas.text("Bold", 62, 26)
    assert indicators(canvas) == []


def test_an_o_within_a_word_is_no_radio_button() -> None:
    canvas = Canvas()
    canvas.fill(Box(14, 20, 2, 13), INK)
    canvas.circle(PLACE, inside=220)
    canvas.text("Private", PLACE.right + 8, PLACE.top)
    assert indicators(canvas) == []


@pytest.mark.parametrize("side", [7, 30])
def test_the_size_tells(side: int) -> None:
    canvas = Canvas()
    square(canvas, Box(20, 20, side, side))
    assert indicators(canvas) == []


def shade(canvas: Canvas, box: Box) -> None:
    """An area that darkens evenly from its first row to its last, as Swing's Metal paints an empty box."""
    for row in range(box.height):
        canvas.fill(Box(box.left, box.top + row, box.width, 1), 250 - 8 * row)


def test_a_shading_is_no_mark() -> None:
    canvas = Canvas()
    square(canvas)
    shade(canvas, PLACE.grow(-1))
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=False)]
    tick(canvas, INK)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=True)]


def test_what_may_be_a_faint_mark_or_a_shading_is_not_guessed() -> None:
    canvas = Canvas()
    square(canvas)
    for step in range(5):
        canvas.fill(Box(22 + step, 22 + step, 9 - 2 * step, 9 - 2 * step), 255 - 16 * step)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=None)]


def test_a_focus_ring_around_the_caption_may_be_near() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.box(Box(PLACE.right + 2, 16, 60, 21), 220, 170)
    canvas.text("Terms", PLACE.right + 5, 20)
    assert indicators(canvas) == [Widget("checkbox", PLACE, checked=False)]


def test_an_indicator_has_turned_when_its_middle_is_another_whatever_is_around_it() -> None:
    before, ringed, ticked = Canvas(), Canvas(), Canvas()
    for canvas in (before, ringed, ticked):
        square(canvas)
    ringed.box(PLACE.grow(1), edge=60)
    ticked.box(PLACE.grow(1), edge=60)
    ticked.fill(PLACE.grow(-4), INK)
    box = Widget("checkbox", PLACE, checked=False)
    assert not has_turned(before.frame, ringed.frame, box)
    assert has_turned(before.frame, ticked.frame, box)


def test_a_radio_button_has_turned_when_its_disc_is_coloured_around_a_dot_of_its_papers_colour() -> None:
    """As in Numix; lit up under the pointer, it has not."""
    before, lit, chosen = Canvas(), Canvas(), Canvas()
    for canvas, disc in ((before, WHITE), (lit, (240, 240, 240)), (chosen, (239, 83, 80))):
        canvas.circle(PLACE)
        for part in (Box(22, 21, 9, 11), Box(21, 22, 11, 9)):
            canvas.fill(part, disc)
    chosen.circle(PLACE.grow(-4), WHITE, WHITE)
    radio = Widget("radio", PLACE, checked=False)
    assert not has_turned(before.frame, lit.frame, radio)
    assert has_turned(before.frame, chosen.frame, radio)


@pytest.mark.parametrize(("disc", "on"), [((53, 132, 228), True), ((225, 224, 223), False)])
def test_a_light_dot_in_a_coloured_disc_says_that_a_radio_button_is_on(
    disc: tuple[int, int, int],
    on: bool,  # noqa: FBT001 (a table)
) -> None:
    canvas = Canvas()
    place = canvas.circle(Box(20, 20, 16, 16))
    for part in (Box(24, 22, 9, 13), Box(22, 24, 13, 9)):
        canvas.fill(part, disc)
    canvas.circle(Box(25, 25, 6, 6), WHITE, WHITE)
    canvas.text("Private", place.right + 8, place.top)
    assert [one.checked for one in indicators(canvas)] == [on]


def test_a_caption_may_stand_close_behind_an_indicator_that_is_higher_than_its_letters() -> None:
    canvas = Canvas()
    place = canvas.box(Box(20, 20, 16, 17))
    canvas.text("Express", place.right + 5, place.top + 4)
    assert [one.box for one in indicators(canvas)] == [place]


def test_letters_of_a_caption_may_touch_one_reaching_up_and_another_down() -> None:
    canvas = Canvas()
    place = canvas.box(Box(20, 20, 16, 17))
    left = place.right + 4
    canvas.fill(Box(left, 28, 60, 2), INK)
    canvas.fill(Box(left, 21, 2, 9), INK)
    canvas.fill(Box(left + 30, 28, 2, 7), INK)
    assert [one.box for one in indicators(canvas)] == [place]


RING = (
    (255, 255, 209, 103, 44, 12, 44, 106, 216, 255, 255),
    (255, 192, 14, 64, 154, 185, 155, 67, 20, 205, 255),
    (233, 21, 72, 249, 255, 255, 255, 250, 75, 33, 239),
    (149, 0, 203, 255, 255, 255, 255, 255, 207, 0, 159),
    (93, 27, 255, 255, 255, 255, 255, 255, 255, 24, 101),
    (71, 55, 255, 255, 255, 255, 255, 255, 255, 54, 76),
    (71, 55, 255, 255, 255, 255, 255, 255, 255, 54, 76),
    (93, 27, 255, 255, 255, 255, 255, 255, 255, 24, 101),
    (149, 0, 209, 255, 255, 255, 255, 255, 209, 0, 159),
    (232, 13, 76, 250, 255, 255, 255, 250, 75, 20, 238),
    (255, 156, 4, 66, 155, 184, 155, 66, 6, 170, 255),
    (255, 255, 206, 103, 44, 12, 45, 106, 214, 255, 255),
)
"""An O as Chromium draws it in Noto Sans of 16 pixels: each of its sides is inked from end to end."""


def test_an_o_whose_sides_look_drawn_is_no_check_box_of_the_letters_behind_it() -> None:
    canvas = Canvas(ground=WHITE)
    canvas.pixels[20:32, 20:31] = np.array(RING, np.uint8)[:, :, None]
    canvas.fill(Box(33, 23, 8, 13), INK)
    assert indicators(canvas) == []
    boxed = Canvas(ground=WHITE)
    place = boxed.box(Box(20, 20, 11, 12))
    boxed.fill(Box(33, 23, 8, 13), INK)
    assert [one.box for one in indicators(boxed)] == [place], "a box with straight sides is one, as close"


def test_a_ring_fainter_than_its_dot_is_no_asterisk() -> None:
    """Its edge is smooth: in parts it is as faint as what lies between the arms of an asterisk."""
    picture = Image.new("RGB", (1280, 960), (240, 240, 240))
    draw = ImageDraw.Draw(picture)
    for size, shade in ((104, 150), (88, 255), (40, 20)):
        draw.ellipse((164 - size / 2, 244 - size / 2, 163 + size / 2, 243 + size / 2), (shade,) * 3)
    canvas = Canvas()
    canvas.pixels[:120, :160] = np.asarray(picture.resize((160, 120), Image.Resampling.BOX))
    canvas.pixels[:, 160:], canvas.pixels[120:] = 240, 240
    canvas.text("Late", 34, 22, scale=0.8)
    frame = canvas.frame
    (found,) = find_indicators(frame, find_regions(frame), 15)
    assert (found.kind, found.checked) == ("radio", True)


def test_a_disc_as_light_as_its_ground_is_no_fault() -> None:
    pixels = np.full((60, 200, 3), 128, np.uint8)
    cv2.circle(pixels, (20, 30), 6, (255, 88, 1), -1)  # of another colour alone
    cv2.putText(pixels, "Late", (32, 36), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0, 0, 0))
    frame = Frame.from_rgb(pixels)
    assert all(one.checked is None for one in find_indicators(frame, find_regions(frame), 16))


@pytest.mark.parametrize("text", ["\u2609Sun", "\u2299Sun", "\u25c9Eye"])
def test_a_sign_with_a_dot_before_a_word_is_no_radio_button(text: str) -> None:
    picture = Image.new("RGB", (200, 60), (255, 255, 255))
    font = ImageFont.truetype("DejaVuSans.ttf", 18)
    ImageDraw.Draw(picture).text((20, 20), text, (0, 0, 0), font)
    frame = Frame.from_rgb(np.asarray(picture))
    assert find_indicators(frame, find_regions(frame)) == []
