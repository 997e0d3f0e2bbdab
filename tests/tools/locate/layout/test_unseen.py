"""What is drawn beside a label and isn't made out may be its field: then no other one is."""

from __future__ import annotations

import pytest

from tests.tools.locate.layout.screens import GROUND, screen
from tests.tools.scenes import line, widget
from tools.geometry import Box
from tools.locate.layout.labels import field_of
from tools.locate.layout.unseen import is_read_with_box
from tools.see.scene import Line, Widget

LABEL = line("Order", 20, 100)
UNSEEN = Box(100, 96, 60, 24)
BEHIND = widget("field", 260, 96, 60)
BELOW = widget("field", 20, 124, 200)


@pytest.mark.parametrize("field", [BEHIND, BELOW])
def test_a_field_is_not_the_labels_where_something_nearer_is_not_made_out(field: Widget) -> None:
    plain = screen(LABEL, field)
    assert field_of(plain, LABEL) == field
    unsure = screen(LABEL, field, panels=(UNSEEN,))
    assert field_of(unsure, LABEL) is None


@pytest.mark.parametrize(
    ("left", "value", "arrow", "names"),
    [
        (20, 62, 100, True),  # two headings of a wide field, which begins with the first
        (120, 162, 220, False),
        (120, 162, 300, True),  # it stands apart: the text may be a unit
        (120, 260, 300, True),
    ],
)
def test_of_a_field_below_that_begins_elsewhere_no_text_is_the_label_with_a_value_and_an_arrow_behind_it(
    left: int, value: int, arrow: int, *, names: bool
) -> None:
    label, wide = line("Unit", left, 100), widget("field", 20, 124, 400)
    page = screen(label, wide, line("kg", value, 100), widget("button", arrow, 96, 24))
    assert (field_of(page, label) == wide) is names


def test_a_slider_may_stand_before_its_number_but_not_above_a_field() -> None:
    trough = (Box(100, 106, 100, 5), 90)
    assert field_of(screen(LABEL, BEHIND, bands=(trough,)), LABEL) == BEHIND
    assert field_of(screen(LABEL, BELOW, bands=(trough,)), LABEL) is None


def test_a_thin_line_or_a_border_behind_a_label_is_nothing_of_its_own() -> None:
    for band in (Box(80, 107, 200, 2), Box(150, 20, 4, 160)):
        assert field_of(screen(LABEL, BELOW, bands=((band, 90),)), LABEL) == BELOW


def test_a_text_between_a_field_and_a_slider_that_is_not_made_out_does_not_name_the_field() -> None:
    above = widget("field", 20, 70, 200)
    assert field_of(screen(LABEL, above), LABEL) == above
    trough = (Box(20, 128, 200, 5), 90)
    assert field_of(screen(LABEL, above, bands=(trough,)), LABEL) is None
    misread = Line("-T", Box(20, 118, 200, 24))
    assert field_of(screen(LABEL, misread, above, bands=(trough,)), LABEL) is None


def test_a_label_that_was_read_with_the_box_behind_it_names_no_other_field() -> None:
    page = screen(LABEL, BELOW, panels=(UNSEEN,))
    around = Line("Order", LABEL.box.union(UNSEEN))
    assert is_read_with_box(page, around)
    assert not is_read_with_box(page, LABEL)
    assert field_of(page, around) is None


def test_letters_that_touch_are_no_box() -> None:
    """As the first five of "Langue", which are higher than the last and drawn on none of their sides."""
    bands = ((Box(20, 109, 27, 1), 60), (Box(30, 100, 3, 14), 60), (Box(52, 106, 8, 6), 60))
    page = screen(bands=bands)
    assert not is_read_with_box(page, LABEL)
    framed = screen(panels=(Box(20, 100, 27, 14),), bands=bands[2:])
    assert is_read_with_box(framed, LABEL)


def test_a_text_at_the_foot_of_a_narrow_field_may_be_the_label_of_what_is_drawn_far_behind_it() -> None:
    narrow, far = widget("field", 20, 70, 90), Box(180, 96, 100, 24)
    assert field_of(screen(LABEL, narrow), LABEL) == narrow
    assert field_of(screen(LABEL, narrow, panels=(far,)), LABEL) is None


def test_a_label_that_is_far_wider_than_its_letters_was_read_with_its_slider() -> None:
    read, below = (
        (Line("Order", Box(20, 98, width, 24)) for width in (220, 60)),
        widget("field", 20, 124, 250),
    )
    assert [field_of(screen(one, below), one) for one in read] == [None, below]


def test_a_slider_with_the_faint_edges_of_a_dark_theme_is_drawn_behind_its_label() -> None:
    narrow, slider = widget("field", 20, 70, 90), Box(180, 98, 100, 22)
    for edge, named in ((GROUND - 20, None), (GROUND - 8, narrow)):
        page = screen(LABEL, narrow, panels=(slider,), border=edge)
        assert field_of(page, LABEL) == named


def test_the_lines_between_the_rows_of_a_table_are_nothing_behind_a_label() -> None:
    narrow, lines = widget("field", 20, 70, 90), ((Box(0, 97, 800, 1), 170), (Box(0, 119, 800, 1), 170))
    assert field_of(screen(LABEL, narrow, bands=lines), LABEL) == narrow
    part = tuple((box._replace(left=180, width=100), level) for box, level in lines)
    assert field_of(screen(LABEL, narrow, bands=part), LABEL) is None
