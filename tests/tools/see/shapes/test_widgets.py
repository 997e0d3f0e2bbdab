"""A rectangle on the screen is a widget by its shape alone."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import EDGE, INK, WHITE, Canvas
from tools.geometry import Box, Size
from tools.see.pixels.regions import find_regions
from tools.see.scene import Widget
from tools.see.shapes.widgets import find_widgets

PLACE = Box(20, 20, 120, 24)


def test_a_white_box_on_a_panel_is_a_field_with_or_without_text() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)
    canvas.text("Ada", PLACE.left + 6, PLACE.top + 6)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_a_caption_in_the_middle_makes_a_button() -> None:
    canvas = Canvas()
    canvas.box(PLACE, inside=225)
    canvas.text("Save", PLACE.left + 46, PLACE.top + 6)
    assert find_widgets(canvas.frame) == (Widget("button", PLACE),)


def test_a_button_at_twice_the_size_of_fonts_is_one_as_well() -> None:
    canvas = Canvas(Size(640, 400))
    place = Box(40, 40, 260, 68)
    canvas.box(place, inside=225)
    canvas.text("Save", place.left + 92, place.top + 20, scale=1.0)
    assert [widget.kind for widget in find_widgets(canvas.frame)] != ["button"], (
        "among texts of the usual size"
    )
    for top in (140, 190, 240):
        canvas.text("Texts as large as its caption", 40, top, scale=1.0)
    assert find_widgets(canvas.frame) == (Widget("button", place),)


def test_a_mark_that_points_down_makes_a_dropdown() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.text("Euro", PLACE.left + 6, PLACE.top + 6)
    canvas.triangle(Box(PLACE.right - 18, PLACE.top + 9, 9, 6))
    assert find_widgets(canvas.frame) == (Widget("dropdown", PLACE),)


def test_a_number_field_with_its_two_marks_is_a_field() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.text("25", PLACE.left + 6, PLACE.top + 6)
    canvas.triangle(Box(PLACE.right - 12, PLACE.top + 4, 7, 4), up=True)
    canvas.triangle(Box(PLACE.right - 12, PLACE.top + 15, 7, 4))
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_text_alone_is_no_widget() -> None:
    canvas = Canvas()
    canvas.text("Full name", 20, 20)
    assert find_widgets(canvas.frame) == ()


def test_a_panel_is_no_widget_but_what_lies_on_it_is() -> None:
    canvas = Canvas()
    canvas.box(Box(10, 10, 200, 100), inside=210)
    canvas.box(PLACE)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_selected_text_is_not_a_field_within_its_field() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.fill(Box(PLACE.left + 5, PLACE.top + 4, 24, 16), (60, 110, 200))
    canvas.text("Ada", PLACE.left + 6, PLACE.top + 6, ink=WHITE)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_pale_selected_text_whose_first_letter_touches_its_edge_is_none_either() -> None:
    canvas = Canvas(ground=53)
    canvas.box(PLACE, inside=45, edge=27)
    selected = canvas.fill(Box(PLACE.left + 8, PLACE.top + 5, 61, 14), 67)
    for left in (selected.left, *range(selected.left + 9, selected.right - 6, 9)):
        canvas.fill(Box(left, selected.top + 3, 5, 9), 160)
    canvas.fill(Box(selected.right - 5, selected.top + 3, 5, 9), 160)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_a_white_page_with_boxes_to_tick_is_no_field() -> None:
    """What else stands on it may be hidden by a list."""
    canvas = Canvas(Size(420, 320))
    page = canvas.fill(Box(20, 20, 380, 280), 255)
    assert Widget("field", page) in find_widgets(canvas.frame)
    for top in (60, 90):
        canvas.box(Box(40, top, 13, 13))
        canvas.text("Newsletter", 62, top + 2)
    assert [one.kind for one in find_widgets(canvas.frame)] == ["checkbox", "checkbox"]
    wide = Canvas(Size(1200, 800))
    wide.pixels[:320, :420] = canvas.pixels
    assert Widget("field", page) in find_widgets(wide.frame), "a text area may have signs of a list in it"
    wide.box(Box(200, 60, 13, 13))
    wide.text("Urgent", 222, 62)
    assert Widget("field", page) not in find_widgets(wide.frame), "two in a row are a form's"


def test_a_pair_of_arrows_on_a_ground_of_their_own_is_a_part_of_its_field() -> None:
    canvas = Canvas(ground=36)
    place = canvas.box(Box(20, 20, 240, 40), inside=36, edge=100)
    canvas.text("278", place.left + 12, place.top + 14, ink=230)
    arrows = canvas.fill(Box(place.right - 60, place.top + 8, 15, 24), 44)
    for top, up in ((arrows.top + 4, True), (arrows.top + 15, False)):
        canvas.triangle(Box(arrows.left + 3, top, 9, 5), up=up, ink=200)
    assert Widget("field", place) in find_widgets(canvas.frame)
    canvas.fill(arrows, 44)
    canvas.triangle(Box(arrows.left + 3, arrows.top + 15, 9, 5), ink=200)
    assert Widget("field", place) not in find_widgets(canvas.frame), "what holds a button is a panel"


@pytest.mark.parametrize(
    ("ground", "inside", "kind"),
    [
        (240, 255, "field"),
        (255, 255, "button"),  # an icon and a caption, linked
        (240, 240, "button"),  # both of another ground than the page
    ],
)
def test_a_sign_on_a_ground_of_its_own_before_a_box_makes_a_field_of_it(
    ground: int, inside: int, kind: str
) -> None:
    """However full it is: a caption in its middle would else make a button of it."""
    canvas = Canvas(ground=255)
    canvas.box(Box(30, 40, 32, 32), inside=ground)
    canvas.text("#", 41, 49)
    place = canvas.box(Box(61, 40, 110, 32), inside=inside)
    canvas.text("hopper@example", place.left + 8, place.top + 10)
    found = find_widgets(canvas.frame)
    assert [one.kind for one in found if one.box.contains(place.center)] == [kind]


def test_all_the_text_of_a_field_selected_is_not_the_field_whose_arrow_part_is_the_rest_of_it() -> None:
    canvas = Canvas()
    place = canvas.box(Box(20, 20, 114, 27), thickness=1)
    selected = canvas.fill(Box(place.left + 6, place.top + 6, 82, 15), (240, 84, 76))
    for left in range(selected.left + 4, selected.right - 8, 8):
        canvas.fill(Box(left, selected.top + 3, 5, 9), WHITE)
    assert find_widgets(canvas.frame) == (Widget("field", place),)


@pytest.mark.parametrize(
    ("width", "height"),
    [
        (20, 20),  # narrower than a field
        (120, 8),  # lower than one
    ],
)
def test_what_is_too_small_to_write_in_is_no_field(width: int, height: int) -> None:
    canvas = Canvas()
    canvas.box(Box(20, 20, width, height))
    assert find_widgets(canvas.frame) == ()


def test_on_a_white_page_a_frame_is_a_field_whatever_it_holds_and_a_notice_is_none() -> None:
    canvas = Canvas(ground=WHITE)
    canvas.box(PLACE)
    filled = canvas.box(Box(20, 60, 260, 24))
    canvas.text("3 customers were saved", 26, 66)
    canvas.box(Box(20, 100, 260, 60))
    canvas.text("3 customers were saved", 40, 124)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE), Widget("field", filled))


@pytest.mark.parametrize(("height", "is_field"), [(48, True), (52, False)])
def test_a_frame_as_high_as_five_of_its_letters_is_a_field_and_a_higher_one_a_card(
    height: int, *, is_field: bool
) -> None:
    canvas = Canvas(ground=18)
    field = canvas.box(Box(20, 20, 274, height), 18, edge=72)
    canvas.text("8134 Metz", 32, 14 + height // 2, ink=WHITE)
    canvas.text("8134 Metz", 32, 120, ink=WHITE)
    assert find_widgets(canvas.frame) == ((Widget("field", field),) if is_field else ())


def test_a_date_with_its_calendar_at_the_end_is_a_field() -> None:
    canvas = Canvas(ground=WHITE)
    date = canvas.box(Box(20, 20, 113, 24))
    canvas.text("mm/dd/yyyy", 26, 27)
    canvas.box(Box(114, 26, 12, 12))
    assert find_widgets(canvas.frame) == (Widget("field", date),)


def test_a_text_area_begins_with_its_text_at_its_upper_edge() -> None:
    canvas = Canvas(ground=WHITE)
    area = canvas.box(Box(20, 20, 260, 90))
    canvas.text("Likes tea and milk", 26, 26)
    assert find_widgets(canvas.frame) == (Widget("field", area),)


@pytest.mark.parametrize("text", ["Call first", ""])
def test_a_filled_area_is_told_by_the_grip_in_its_corner(text: str) -> None:
    canvas = Canvas(ground=WHITE)
    area = canvas.fill(Box(20, 20, 260, 60), 244)
    canvas.text(text, 28, 27)
    assert find_widgets(canvas.frame) == ((Widget("field", area),) if not text else ())
    for step in range(0, 8, 2):
        canvas.fill(Box(276 - step, 70 + step, 2, 2), 120)
    assert find_widgets(canvas.frame) == (Widget("field", area),)


def test_a_text_well_below_the_edge_of_an_area_with_a_grip_is_in_it_and_of_a_card_without_is_not() -> None:
    canvas = Canvas(ground=WHITE)
    canvas.box(area := Box(20, 20, 280, 70))
    canvas.text("Call first", 32, 34)
    assert find_widgets(canvas.frame) == ()
    for step in range(0, 8, 2):
        canvas.fill(Box(294 - step, 77 + step, 2, 2), 120)
    assert find_widgets(canvas.frame) == (Widget("field", area),)


def test_a_filled_field_without_a_border_is_one_and_a_row_of_a_list_is_none() -> None:
    canvas = Canvas(ground=WHITE)
    filled = canvas.fill(Box(20, 20, 120, 24), 238)
    canvas.text("Metz", 26, 26)
    canvas.fill(Box(160, 60, 150, 22), 238)
    for row in range(3):
        canvas.text("Lemons", 166, 43 + 22 * row)
    assert find_widgets(canvas.frame) == (Widget("field", filled),)


def test_a_node_of_a_tree_is_a_row_whose_own_lie_further_right_below_it() -> None:
    canvas = Canvas(ground=WHITE)
    band = canvas.fill(Box(160, 60, 150, 22), 238)
    canvas.text("Lemons", 166, 65)
    canvas.text("Bath", 180, 65 + 22)
    assert find_widgets(canvas.frame) == (Widget("field", band),), "a remark may stand below a field"
    canvas.text("Cork", 180, 65 + 44)
    assert find_widgets(canvas.frame) == ()


@pytest.mark.parametrize("inside", [60, 32])
def test_on_a_dark_page_a_field_may_be_lighter_or_like_the_page(inside: int) -> None:
    canvas = Canvas(ground=32)
    canvas.box(PLACE, inside, edge=110)
    canvas.text("Metz", PLACE.left + 6, PLACE.top + 6, ink=WHITE)
    button = canvas.box(Box(20, 60, 80, 24), inside, edge=110)
    canvas.text("Send", 43, 66, ink=WHITE)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE), Widget("button", button))


@pytest.mark.parametrize("inside", [WHITE, 239])
def test_a_small_button_lighter_than_its_panel_is_no_field(inside: int) -> None:
    canvas = Canvas()
    small = canvas.box(Box(20, 20, 40, 22), inside)
    canvas.text("OK", 31, 26)
    assert find_widgets(canvas.frame) == (Widget("button", small),)


def test_a_number_and_its_arrows_are_no_caption() -> None:
    canvas = Canvas(ground=32)
    canvas.box(PLACE, 50, edge=110)
    canvas.text("7", PLACE.left + 4, PLACE.top + 6, ink=WHITE)
    canvas.triangle(Box(PLACE.right - 12, PLACE.top + 4, 7, 4), up=True, ink=160)
    canvas.triangle(Box(PLACE.right - 12, PLACE.top + 15, 7, 4), ink=160)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


@pytest.mark.parametrize("text", ["Norway", ""])
def test_a_raised_box_with_two_arrows_is_a_list_to_choose_from(text: str) -> None:
    canvas = Canvas()
    canvas.box(PLACE, 220)
    canvas.text(text, PLACE.left + 5, PLACE.top + 6)
    canvas.triangle(Box(PLACE.right - 14, PLACE.top + 5, 9, 5), up=True)
    canvas.triangle(Box(PLACE.right - 14, PLACE.top + 12, 9, 5))
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_cells_of_a_table_are_no_fields_but_a_field_in_a_cell_is_one() -> None:
    canvas = Canvas(ground=WHITE)
    for top in (20, 56):
        canvas.box(Box(20, top, 90, 34))
        canvas.text("Town", 26, top + 10)
        canvas.box(Box(112, top, 150, 34))
        canvas.box(Box(117, top + 5, 140, 24))
    found = [widget.box for widget in find_widgets(canvas.frame) if widget.kind == "field"]
    assert [box.center for box in found] == [Box(112, top, 150, 34).center for top in (20, 56)]


def test_a_text_that_touches_a_field_from_below_leaves_it_a_field() -> None:
    canvas = Canvas(ground=WHITE)
    canvas.box(PLACE)
    canvas.fill(Box(30, PLACE.bottom, 2, 9), INK)
    canvas.fill(Box(40, PLACE.bottom, 2, 9), INK)
    canvas.fill(Box(30, PLACE.bottom + 8, 60, 2), INK)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_a_label_whose_last_letter_touches_a_wide_field_is_no_part_of_it() -> None:
    canvas = Canvas()
    place = Box(60, 20, 240, 24)
    canvas.box(place)
    canvas.fill(Box(22, 28, 2, 10), INK)
    canvas.fill(Box(22, 36, 38, 2), INK)
    canvas.fill(Box(40, 28, 10, 2), INK)
    assert find_widgets(canvas.frame) == (Widget("field", place),)


def test_text_selected_from_edge_to_edge_breaks_no_field_up() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.fill(Box(PLACE.left + 1, PLACE.top + 1, 40, PLACE.height - 2), (60, 110, 200))
    canvas.text("Ada", PLACE.left + 4, PLACE.top + 6, ink=WHITE)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_fields_that_touch_are_fields_and_cells_of_a_table_are_none() -> None:
    canvas = Canvas()
    fields = [canvas.box(Box(20, top, 120, 24)) for top in (20, 44, 68)]
    canvas.text("Metz", 26, 50)
    canvas.box(Box(180, 20, 120, 70))
    for top in (43, 66):
        canvas.fill(Box(180, top, 120, 1), EDGE)
    assert [widget.box for widget in find_widgets(canvas.frame)] == fields


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_sizes_grow_with_the_letters(scale: int) -> None:
    """What is found at 100 % is found at 300 % as well, and as the same."""
    canvas = Canvas(Size(320 * scale, 200 * scale))

    def put(text: str, left: int, top: int) -> None:
        canvas.text(text, left * scale, top * scale, scale=0.4 * scale, thickness=scale)

    places = (Box(20, 20, 120, 24), Box(20, 60, 120, 24), Box(20, 100, 13, 13), Box(20, 140, 70, 26))
    field, choice, check, button = (Box(*(scale * side for side in place)) for place in places)
    canvas.box(field, thickness=scale)
    put("Ada Lovelace", 26, 26)
    canvas.box(choice, thickness=scale)
    canvas.triangle(Box(*(scale * side for side in (122, 69, 9, 6))))
    put("Euro", 26, 66)
    canvas.box(check, thickness=scale)
    put("Express", 41, 101)
    canvas.box(button, inside=225, thickness=scale)
    put("Send", 38, 147)
    assert find_widgets(canvas.frame) == (
        Widget("field", field),
        Widget("dropdown", choice),
        Widget("checkbox", check, checked=False),
        Widget("button", button),
    )


def test_a_field_of_a_dark_theme_is_darker_than_its_panel() -> None:
    canvas = Canvas(ground=60)
    canvas.box(PLACE, inside=30, edge=90)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_a_focus_ring_around_the_caption_of_a_check_box_is_no_button() -> None:
    canvas = Canvas()
    box = canvas.box(Box(20, 20, 13, 13))
    canvas.text("I accept", 42, 21)
    canvas.box(Box(38, 17, 60, 20), inside=220)
    canvas.text("I accept", 42, 21)
    assert find_widgets(canvas.frame) == (Widget("checkbox", box, checked=False),)


def test_widgets_are_listed_from_top_to_bottom() -> None:
    canvas = Canvas()
    low, right, left = (canvas.box(Box(*at, 120, 24)) for at in ((20, 120), (160, 20), (20, 20)))
    canvas.fill(Box(0, 60, 320, 1), INK)
    assert [widget.box for widget in find_widgets(canvas.frame)] == [left, right, low]


def test_letters_that_touch_the_left_border_make_no_button_of_a_field() -> None:
    """What is left of the text, without those, may stand in the middle."""
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.fill(Box(PLACE.left + 1, PLACE.top + 8, 26, 9), INK)
    canvas.text("Lovelace", PLACE.left + 32, PLACE.top + 6)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


def test_a_text_from_end_to_end_that_touches_the_left_border_leaves_a_field_one() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.fill(Box(PLACE.left + 1, PLACE.center.y, PLACE.width - 10, 1), INK)
    for left in range(PLACE.left + 2, PLACE.right - 10, 6):
        canvas.fill(Box(left, PLACE.top + 5, 2, 14), INK)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)


@pytest.mark.parametrize("missing", [[(5, 3), (5, 4), (5, 5), (5, 6)], [(0, 0), (0, 1), (0, 2), (0, 3)]])
def test_the_days_of_a_calendar_are_no_fields(missing: list[tuple[int, int]]) -> None:
    """Its first or last row is short, so its outline is no rectangle."""
    canvas = Canvas(Size(600, 260))
    for row, column in ((row, column) for row in range(6) for column in range(7)):
        if (row, column) not in missing:
            day = canvas.box(Box(20 + column * 59, 40 + row * 23, 60, 24))
            if (row + column) % 2:
                canvas.text("Mo", day.left + 8, day.top + 6)
    assert not find_widgets(canvas.frame)


def test_boxes_to_tick_are_looked_for_in_the_areas_that_are_known() -> None:
    """A finer look has finer ones."""
    canvas = Canvas(Size(300, 160), ground=46)
    box = Box(40, 60, 14, 14)
    canvas.fill(box, 52)
    canvas.text("Newsletter", 62, 62, ink=200)
    assert find_widgets(canvas.frame) == ()
    assert [one.box for one in find_widgets(canvas.frame, find_regions(canvas.frame, 2))] == [box]
