"""Which label a field has and which caption an indicator: asked from either side, the answer is one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.tools.locate.layout.screens import screen
from tests.tools.locate.pages import TWO_GROUPS, columns
from tests.tools.scenes import line, painted, scene, widget
from tools.geometry import Box
from tools.locate.layout.labels import captions_of, field_of, indicator_of, labels_of

if TYPE_CHECKING:
    from tools.see.scene import Scene

PAGES = {
    "groups": scene(*TWO_GROUPS),
    "above": scene(
        line("City", 20, 30),
        widget("field", 20, 48, 200),
        line("Postcode", 260, 30),
        widget("field", 260, 48, 200),
    ),
    "beside a column of labels above": scene(
        line("Credit limit", 20, 54),
        widget("field", 20, 72, 180),
        line("Phone", 260, 30),
        widget("field", 260, 50, 180),
    ),
    "radio buttons": scene(
        line("Type", 20, 22),
        widget("radio", 140, 22, 14, 14, checked=True),
        line("Private", 160, 22),
        widget("radio", 240, 22, 14, 14, checked=False),
        line("Business", 260, 22),
        line("Currency", 20, 48),
        widget("dropdown", 140, 44, 300),
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_label_and_its_field_find_each_other(page: Scene) -> None:
    for label, one in product(page.lines, page.widgets):
        if one.is_field:
            assert (label in labels_of(page, one)) is (field_of(page, label) == one)
        if one.is_indicator:
            assert (label in captions_of(page, one)) is (indicator_of(page, label) == one)


def test_each_field_of_a_form_has_its_own_label() -> None:
    page = PAGES["groups"]
    assert [labels_of(page, field)[0].text for field in page.widgets] == ["Street", "City", "City", "Street"]
    assert field_of(page, page.lines[0]) is None, "a heading"


def test_the_label_on_the_row_has_a_better_claim_than_the_one_above() -> None:
    page = scene(line("Billing", 160, 20), *columns(("Street", 50)))
    assert [label.text for label in labels_of(page, page.widgets[0])] == ["Street"]


def test_what_is_entered_in_a_field_is_the_label_of_none() -> None:
    page = scene(widget("field", 20, 50, 100), line("Ada", 26, 54), widget("field", 130, 50, 100))
    assert field_of(page, page.lines[0]) is None
    assert labels_of(page, page.widgets[1]) == ()


def test_a_doubtful_reading_is_no_label_but_keeps_its_field() -> None:
    page = scene(line("Strxxt", 20, 54, score=0.7), widget("field", 160, 50, 200), line("Heading", 160, 20))
    assert labels_of(page, page.widgets[0]) == ()


def test_the_caption_of_a_button_is_a_label_where_nothing_else_is() -> None:
    button = (widget("button", 100, 50, 60), line("Find", 110, 54))
    field = widget("field", 166, 50, 200)
    assert [label.text for label in labels_of(scene(*button, field), field)] == ["Find"]
    with_label = scene(*button, field, line("Address", 166, 30))
    assert labels_of(with_label, field)[0].text == "Address"


def test_a_caption_stands_behind_its_indicator_or_before_one_that_has_none_behind() -> None:
    page = PAGES["radio buttons"]
    assert [captions_of(page, one)[0].text for one in page.widgets if one.is_indicator] == [
        "Private",
        "Business",
    ]
    assert indicator_of(page, page.lines[0]) is None, "before a box that has its caption behind it"
    before = scene(line("Subscribe", 30, 20), widget("checkbox", 120, 20, 14, 14, checked=False))
    assert captions_of(before, before.widgets[0]) == before.lines


def test_a_text_nearer_to_the_field_above_does_not_name_the_one_below() -> None:
    fields = [widget("field", 20, 20 + 50 * row, 240) for row in range(3)]
    labels = [line(text, 21, 46 + 50 * row) for row, text in enumerate(("First name", "Last name", "Town"))]
    page = scene(*fields, *labels)
    assert [field_of(page, label) for label in labels] == [fields[0], None, None]


def test_a_caption_that_was_read_with_its_indicator_is_the_indicator_s() -> None:
    read, caption, switch = line("ONight", 18, 20), line("Night", 54, 20), widget("checkbox", 20, 22, 27, 14)
    whole = replace(read, box=Box(18, 18, 80, 20))
    assert indicator_of(scene(whole, switch), caption) == switch


def test_a_caption_that_was_read_with_the_one_before_it_is_not_of_that_ones_button() -> None:
    """Its own is not seen, for a ripple around it hides it."""
    whole, button = line("SE NOK", 40, 20), widget("radio", 18, 20, 14, 14)
    caption = replace(whole, text="NOK", box=whole.box._replace(left=whole.box.right - 24, width=24))
    first = replace(whole, text="SE", box=whole.box._replace(width=18))
    page = painted(button, whole)
    assert indicator_of(page, caption) is None
    assert indicator_of(page, first) == button
    assert indicator_of(scene(button, whole), caption) == button, "where nothing stands between"
    behind = widget("radio", whole.box.right + 6, 20, 14, 14)
    assert indicator_of(painted(behind, whole), first) is None
    assert indicator_of(painted(behind, whole), caption) == behind


def test_a_label_close_behind_a_field_is_of_its_own_where_its_column_stands_before_fields() -> None:
    """A field named by its placeholder, which is gone, ends right before the label of the next one."""
    filled, own = widget("field", 100, 20, 260), widget("dropdown", 440, 20, 70)
    label = line("Colour", 364, 24)
    front = (line("Quantity", 20, 54), widget("field", 100, 50, 60))
    beside = (line("Due date", 364, 84), widget("dropdown", 440, 80, 110))
    assert field_of(scene(filled, own, label, *front, *beside), label) == own
    assert field_of(scene(filled, own, label, *front), label) is None, "of two there is no telling"
    assert field_of(scene(filled, own, label), label) == filled, "where labels stand behind"


def test_a_text_beyond_an_upright_line_takes_no_field_from_a_label_and_names_it_where_none_else_does() -> (
    None
):
    entry, label, field = line("Billing", 20, 124), line("Height", 120, 98), widget("field", 120, 120, 200)
    edge = (Box(100, 40, 2, 180), 90)
    assert field_of(screen(entry, label, field), label) is None
    assert field_of(screen(entry, label, field, bands=(edge,)), label) == field
    assert field_of(screen(entry, field, bands=(edge,)), entry) == field
