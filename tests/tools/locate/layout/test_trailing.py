"""Labels that stand elsewhere than before or above their field: found where they tell, else doubted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.locate.pages import Looking
from tests.tools.scenes import line, painted, scene, widget
from tools.geometry import Box
from tools.locate.layout.labels import field_of, labels_of
from tools.locate.layout.trailing import led_by, past_help, trailed_by
from tools.see.scene import Widget

if TYPE_CHECKING:
    from tools.see.scene import Line


def test_a_label_behind_its_field_where_nothing_else_names_it() -> None:
    page = scene(
        widget("field", 20, 50, 200),
        line("Name", 230, 54),
        widget("field", 20, 90, 200),
        line("Town", 230, 94),
    )
    assert [labels_of(page, field)[0].text for field in page.widgets] == ["Name", "Town"]
    assert [field_of(page, label) for label in page.lines] == list(page.widgets)


def test_a_text_behind_the_second_of_two_fields_side_by_side_is_the_label_of_neither() -> None:
    page = scene(
        line("Zip, town", 20, 24),
        widget("field", 100, 20, 60),
        widget("field", 164, 20, 180),
        line("Shipped", 368, 24),
        line("no", 440, 24),
    )
    assert field_of(page, page.lines[0]) == page.widgets[0]
    assert field_of(page, page.lines[1]) is None


def test_a_unit_behind_a_field_with_a_label_names_none_and_not_the_next_field_either() -> None:
    page = scene(
        line("Height", 20, 28),
        widget("field", 20, 50, 60),
        line("cm", 86, 54),
        line("Weight", 150, 28),
        widget("field", 150, 50, 60),
        line("kg", 216, 54),
    )
    names = {text.text: field_of(page, text) for text in page.lines}
    assert names == {"Height": page.widgets[0], "cm": None, "Weight": page.widgets[1], "kg": None}


@pytest.mark.parametrize(("high", "close", "between"), [(24, 0, None), (80, None, 1)])
def test_between_an_unnamed_field_and_the_next_a_text_belongs_to_the_nearer_one(
    high: int, close: int | None, between: int | None
) -> None:
    """But not at the foot of a list, whose label hardly stands there."""
    for gap, of in ((4, close), (10, between), (16, 1)):
        page = scene(
            widget("field", 20, 130 - high, 300, high),
            line("Notes", 20, 130 + gap),
            widget("field", 20, 170, 300, high),
        )
        text = page.lines[0]
        down = 170 - text.box.bottom
        assert (gap, down) in {(4, 20), (10, 14), (16, 8)}
        assert field_of(page, text) == (None if of is None else page.widgets[of])


def test_a_label_above_a_text_of_help_where_every_field_of_the_form_has_both() -> None:
    def row(top: int, label: str) -> tuple[Line | Widget, ...]:
        return (
            line(label, 20, top),
            line("Please give it in full", 20, top + 20),
            widget("field", 20, top + 40, 200),
        )

    page = scene(*row(20, "Name"), *row(120, "Town"))
    assert [past_help(page, label) for label in page.lines[::2]] == list(page.widgets)
    assert field_of(page, page.lines[2]) == page.widgets[1]


def test_a_heading_above_the_first_of_several_labels_is_no_label() -> None:
    page = scene(
        line("Address", 20, 20),
        line("Street", 20, 40),
        widget("field", 20, 60, 200),
        line("City", 20, 100),
        widget("field", 20, 120, 200),
    )
    assert field_of(page, page.lines[0]) is None
    assert trailed_by(page, page.lines[0]) is None


def test_a_far_label_counts_only_where_another_row_is_laid_out_so() -> None:
    def row(top: int, label: str) -> tuple[Line | Widget, ...]:
        return line(label, 20, top + 4), widget("field", 700, top, 200)

    one, two = scene(*row(20, "Name")), scene(*row(20, "Name"), *row(60, "Town"))
    assert led_by(one, one.lines[0]) is None
    assert [led_by(two, label) for label in two.lines] == list(two.widgets)


def test_a_text_at_the_foot_of_a_field_is_the_label_of_what_is_drawn_behind_it() -> None:
    """As of a slider, which is not made out as a widget."""
    field, label, track = widget("field", 20, 106, 300), line("Amount", 30, 134), Box(120, 140, 90, 5)
    assert trailed_by(painted(field, label), label) == field
    assert trailed_by(painted(field, label, marks=(track,)), label) is None
    border = Box(120, 130, 4, 60)
    assert trailed_by(painted(field, label, marks=(border,)), label) == field


def test_a_text_at_the_foot_of_a_list_is_not_its_label() -> None:
    label = line("Amount", 20, 134)
    assert trailed_by(scene(widget("field", 20, 106, 300), label), label) is not None
    assert trailed_by(scene(widget("field", 20, 50, 300, 80), label), label) is None


def test_labels_that_stand_above_their_fields_alike_name_those_however_near_the_upper_field_is() -> None:
    rows = [
        (line(text, 20, 55 * at + 20), widget("field", 20, 55 * at + 45, 200, 28))
        for at, text in enumerate("ABC")
    ]
    page = scene(*(part for row in rows for part in row))
    assert [field_of(page, label) for label in page.lines] == list(page.widgets)


def test_a_label_at_a_foot_names_nothing_below_it_where_the_upper_field_is_named_otherwise_or_not() -> None:
    fields = [widget("field", 20, top, 200, 28) for top in (45, 100, 155)]
    below = [line("A", 20, 75), line("B", 20, 130)]
    assert field_of(scene(*fields, *below), below[1]) is None
    caption = line("Options", 16, 8)
    assert field_of(scene(*fields, caption, *below), below[1]) is None


def test_labels_with_accents_and_tails_stand_alike_above_their_fields() -> None:
    """Each stands nearer to the foot of the upper field than to its own."""
    fields = [widget("field", 20, top, 200, 28) for top in (40, 90, 140)]
    accent = line("\u00c9tat", 20, 15)
    accent = replace(accent, box=Box(18, 14, 30, 21))
    tail = replace(line("Pays", 20, 70), box=Box(18, 70, 32, 18))
    plain = replace(line("Devise", 20, 120), box=Box(20, 120, 44, 15))
    page = scene(*fields, accent, tail, plain)
    assert [field_of(page, label) for label in (tail, plain)] == fields[1:]


def test_a_label_may_be_much_wider_than_the_short_field_whose_edge_it_stands_on() -> None:
    label, field = line("Postcode of the place", 20, 20), widget("field", 20, 44, 60)
    assert field_of(scene(label, field), label) == field
    assert field_of(scene(label, replace(field, box=Box(60, 44, 60, 24))), label) is None


def test_a_label_before_a_field_that_is_not_made_out_names_none_below_it() -> None:
    page = scene(
        line("Delivery", 20, 24),
        widget("field", 120, 20, 160),
        line("Name", 20, 54),
        line("Alan Turing", 124, 54),
        widget("dropdown", 20, 84, 100),
    )
    assert field_of(page, page.lines[1]) is None
    above = scene(line("Name", 20, 54), line("optional", 80, 54), widget("field", 20, 74, 200))
    assert field_of(above, above.lines[0]) == above.widgets[0]


def test_a_text_between_a_list_and_what_seems_a_button_is_not_the_lists_label() -> None:
    rows = (line("Road 4", 26, 44), line("Road 5", 26, 64), line("Road 6", 26, 84))
    page = scene(
        widget("field", 20, 40, 200, 80), *rows, line("Notes", 20, 124), widget("button", 20, 146, 200, 60)
    )
    assert field_of(page, page.lines[-1]) is None


def test_a_ring_around_a_caption_is_no_field_that_a_label_stands_behind() -> None:
    """As the focus draws it around a check box and its caption, nearer to the next label than its field."""
    ring, caption = widget("field", 20, 50, 150), line("Check for updates", 26, 53)
    label, field = line("Paper size", 176, 54), widget("dropdown", 266, 50, 120)
    caption = replace(caption, box=Box(22, 52, 146, 20))
    page = scene(ring, caption, label, field)
    assert trailed_by(page, label) is None
    assert field_of(page, label) == field


@pytest.mark.parametrize(("high", "named"), [(26, True), (110, False)])
def test_a_text_behind_an_area_is_not_its_label(high: int, *, named: bool) -> None:
    page = scene(widget("field", 20, 20, 300, high), line("Unit", 326, 24))
    assert (field_of(page, page.lines[0]) is not None) is named


@pytest.mark.parametrize(
    ("box", "is_led"),
    [
        (Widget("checkbox", Box(180, 18, 16, 16), checked=False), True),
        (Widget("checkbox", Box(180, 18, 16, 16), is_mixed=True), False),  # as which an E is seen
        (None, False),
    ],
)
def test_a_caption_above_a_field_whose_box_no_shape_shows_is_no_rival_of_the_label_before_it(
    box: Widget | None, *, is_led: bool
) -> None:
    label, caption = line("Price", 20, 40), line("Newsletter", 200, 18)
    field = widget("field", 198, 38, 200, 24)
    look = Looking(unshown={} if box is None else {"Newsletter": box})
    seen = replace(scene(label, caption, field), second_look=look)
    assert led_by(seen, label) == (field if is_led else None)
