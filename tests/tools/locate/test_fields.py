"""The field, check box or area that a step names: and no answer where a person would ask back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from agent.models.reader.step_parser import parse_step
from tests.tools.locate.pages import TWO_GROUPS, Looking, columns
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.locate.fields import find_field, headers_of, is_cell, plain_field
from tools.locate.locator import Locator
from tools.observation import Frame


def target(words: str) -> Locator:
    """The target of `Click` and these words."""
    return parse_step(f"Click {words}").target  # type: ignore[union-attr]  # it is a Click


@pytest.mark.parametrize(
    ("label", "left", "top"),
    [
        ((20, 54), 160, 50),  # left of it
        ((160, 30), 160, 50),  # above it
        ((166, 54), 160, 50),  # inside: a placeholder
    ],
)
def test_the_field_of_a_label(label: tuple[int, int], left: int, top: int) -> None:
    page = scene(line("Phone", *label), widget("field", left, top, 200), widget("field", 160, 200, 200))
    assert find_field(page, Locator("Phone")).box == Box(left, top, 200, 24)


def test_a_label_with_a_colon_is_as_good_as_a_heading_without() -> None:
    page = scene(*columns(("Name:", 50)), line("Name", 20, 160), line("notes.txt", 20, 190))
    assert find_field(page, Locator("Name")).box.top == 50


def test_a_field_that_is_supposed_around_a_label_above_a_field_is_none() -> None:
    """Its foot is the upper border of the true one."""
    rgb = np.full((200, 400, 3), 60, np.uint8)
    rgb[124:150, 20:140] = 40
    page = replace(scene(line("Due", 22, 104), widget("field", 20, 124, 120, 26)), frame=Frame.from_rgb(rgb))
    supposed = widget("field", 20, 102, 100, 22)
    found = replace(page, widgets=(*page.widgets, supposed))
    with pytest.raises(NotFound):
        plain_field(found, Locator("Due"))


def test_a_second_look_takes_only_a_field_right_of_its_label_or_below_it() -> None:
    label = line("Note", 20, 100)
    below = widget("field", 20, 124, 200, 60)
    for shown, is_found in (
        (below, True),
        (widget("field", 120, 124, 200, 60), False),  # below, and aside
        (widget("field", 20, 60, 200), False),  # above: the label may be at its foot, or of what isn't seen
    ):
        page = replace(scene(label), second_look=Looking(shown))
        if is_found:
            assert find_field(page, Locator("Note")) == shown
            continue
        with pytest.raises(NotFound, match="no field right of it"):
            find_field(page, Locator("Note"))
    slider = widget("button", 56, 98, 120, 20)  # which was read with its label as one text
    page = replace(scene(replace(label, box=Box(20, 100, 160, 16))), second_look=Looking(below, slider))
    with pytest.raises(NotFound, match="no field right of it"):
        find_field(page, Locator("Note"))


def test_labels_above_in_two_columns() -> None:
    page = scene(
        line("City", 20, 30),
        widget("field", 20, 48, 200),
        line("Postcode", 260, 30),
        widget("field", 260, 48, 200),
        line("Country", 20, 90),
        widget("dropdown", 20, 108, 200),
    )
    assert find_field(page, Locator("Postcode")).box.left == 260
    assert find_field(page, Locator("City")).box == Box(20, 48, 200, 24)
    assert find_field(page, Locator("Country")).kind == "dropdown"


def test_a_row_beside_a_column_of_labels_above() -> None:
    """A label of the left column stands at the height of a field of the right one."""
    page = scene(
        line("Credit limit", 20, 54),
        widget("field", 20, 72, 180),
        line("Phone", 260, 30),
        widget("field", 260, 50, 180),
    )
    assert find_field(page, Locator("Credit limit")).box.left == 20
    assert find_field(page, Locator("Phone")).box.left == 260


def test_captions_of_radio_buttons_own_no_field() -> None:
    page = scene(
        line("Type", 20, 22),
        widget("radio", 140, 22, 14, 14, checked=True),
        line("Private", 160, 22),
        widget("radio", 240, 22, 14, 14, checked=False),
        line("Business", 260, 22),
        line("Currency", 20, 48),
        widget("dropdown", 140, 44, 300),
    )
    assert find_field(page, Locator("Currency")).box.left == 140
    with pytest.raises(NotFound, match="but no field"):
        find_field(page, Locator("Business"))


def test_nothing_may_lie_between_label_and_field() -> None:
    page = scene(line("Name", 20, 54), widget("button", 100, 50, 60), widget("field", 200, 50, 200))
    with pytest.raises(NotFound, match='"Name" is on the screen, but no field'):
        find_field(page, Locator("Name"))


@pytest.mark.parametrize(
    ("words", "top"),
    [
        ('"Street" in "Billing address"', 50),
        ('"Street" in "Delivery address"', 180),
        ('the second "City"', 150),
        ('"City" below "Delivery address"', 150),
        ('"City" above "Delivery address"', 80),
    ],
)
def test_equal_labels_are_told_apart(words: str, top: int) -> None:
    assert find_field(scene(*TWO_GROUPS), target(words)).box.top == top


def test_groups_side_by_side() -> None:
    left = columns(("City", 50), ("Street", 80))
    right = [line("Street", 420, 54), widget("field", 560, 50, 200)]
    page = scene(line("Billing", 16, 20), *left, line("Delivery", 416, 20), *right)
    assert find_field(page, target('"Street" in "Billing"')).box == Box(160, 80, 200, 24)
    assert find_field(page, target('"Street" in "Delivery"')).box == Box(560, 50, 200, 24)


def test_equal_labels_without_a_word_are_refused() -> None:
    with pytest.raises(NotFound, match='2 places are equally good for "Street"'):
        find_field(scene(*TWO_GROUPS), Locator("Street"))


def test_a_table_is_read_by_column_and_row() -> None:
    cells = [widget("field", x, y, 90) for x in (120, 220) for y in (40, 70)]
    page = scene(
        line("Price", 130, 16),
        line("Amount", 230, 16),
        line("Apples", 20, 44),
        line("Pears", 20, 74),
        *cells,
    )
    assert find_field(page, target('"Amount" next to "Pears"')).box == Box(220, 70, 90, 24)
    assert find_field(page, target('"Price" in "Apples"')).box == Box(120, 40, 90, 24)


def test_a_header_above_a_table_is_no_label_of_the_table() -> None:
    headers = [line("Article", 60, 160), line("Quantity", 220, 160)]
    cells = [line("Bolt", 26, 186), line("200", 220, 186), line("Washer", 26, 206), line("500", 220, 206)]
    table = widget("field", 20, 180, 400, 200)
    page = scene(*columns(("Article", 50)), *headers, *cells, table)
    assert find_field(page, Locator("Article")).box.top == 50


def test_a_text_area_below_two_texts_keeps_its_label() -> None:
    area = widget("field", 20, 180, 400, 200)
    page = scene(line("Notes", 20, 160), line("2 of 200", 340, 160), line("Ring the bell", 26, 186), area)
    assert find_field(page, Locator("Notes")) == area


def test_headers_are_the_texts_above_a_field_in_its_column() -> None:
    page = scene(
        line("Price", 130, 16), line("Amount", 230, 16), line("Prices", 130, 0), widget("field", 120, 40, 90)
    )
    assert [header.text for header in headers_of(page, page.widgets[0])] == ["Price", "Prices"]


def test_a_label_that_a_second_look_takes_for_a_field_is_no_placeholder_where_a_field_stands_below() -> None:
    own, seen = widget("field", 20, 78, 130, 34), widget("field", 20, 54, 118, 22)
    with pytest.raises(NotFound):
        plain_field(scene(line("Born", 22, 56), own, seen), Locator("Born"))
    assert plain_field(scene(line("Born", 22, 56), seen), Locator("Born")) == seen


def test_a_hint_within_a_drawn_border_is_one_although_another_field_is_below_it() -> None:
    hint, below = line("Order no.", 108, 54), widget("field", 100, 76, 200)
    page = scene(hint, below)
    pixels = page.frame.rgb.copy()
    pixels[48:76, 100:190] = 90
    pixels[49:75, 101:189] = 230
    bordered = replace(page, frame=Frame.from_rgb(np.ascontiguousarray(pixels)))
    found = widget("field", 100, 48, 90, 28)
    assert plain_field(replace(bordered, widgets=(found, below)), Locator("Order no.")) == found


def test_a_hint_without_a_border_is_one_where_another_text_names_the_next_field() -> None:
    hint, other = line("Born", 108, 54), line("Shipping", 330, 54)
    found, next_ = widget("field", 100, 48, 200, 28), widget("field", 420, 48, 200, 28)
    assert plain_field(scene(hint, other, found, next_), Locator("Born")) == found
    with pytest.raises(NotFound):
        plain_field(scene(hint, found, next_), Locator("Born"))


def test_a_text_beside_or_below_another_in_a_large_field_is_no_placeholder_of_it() -> None:
    card = widget("field", 20, 20, 500, 110)
    page = scene(card, line("Phone", 40, 40), line("+34 262", 200, 40), line("Notes", 40, 90))
    for name in ("Phone", "Notes"):  # and nothing is written above a placeholder
        with pytest.raises(NotFound, match="no field right of it"):
            find_field(page, Locator(name))
    assert find_field(scene(card, line("Notes", 40, 30)), Locator("Notes")) == card
    labelled = scene(card, line("E-mail", 40, 26), line("name@example.com", 40, 60))
    assert find_field(labelled, Locator("name@example.com")) == card  # its label floats above it


@pytest.mark.parametrize(
    ("behind", "is_found"),
    [("\u767d)", True), ("\u767d", True), ("kg", False), ("\u00c5l", False), ("12 Kg)", False)],
)
def test_an_icon_behind_a_placeholder_is_no_text_beside_it(behind: str, *, is_found: bool) -> None:
    """A date's calendar is read as one sign or as two."""
    field = widget("field", 20, 20, 180, 26)
    page = scene(field, line("Date of birth", 26, 24), line(behind, 172, 24))
    if is_found:
        assert find_field(page, Locator("Date of birth")) == field
    else:
        with pytest.raises(NotFound):
            find_field(page, Locator("Date of birth"))


def test_a_cell_that_is_no_field_yet_is_told_from_a_field() -> None:
    field = widget("field", 120, 40, 90)
    page = scene(line("Amount", 120, 20), field)
    assert not is_cell(page, field)
    assert is_cell(page, widget("field", 120, 70, 90))
