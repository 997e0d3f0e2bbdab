"""Spots: what a text stands in, and which of several equal ones is clicked."""

from __future__ import annotations

from tests.tools.scenes import line, scene, widget
from tools.locate.spots import most_to_click, spot_of

SAVE = line("Save", 310, 204)
BUTTON = widget("button", 300, 200, 100)


def test_the_box_of_a_spot_is_its_widget_but_an_entry_is_its_own() -> None:
    row = line("Save", 50, 120)
    area = widget("field", 40, 100, 200, 160)
    page = scene(SAVE, BUTTON, row, area)
    assert spot_of(page, SAVE).box == BUTTON.box
    assert (spot_of(page, row).widget, spot_of(page, row).box) == (area, row.box)


def test_a_button_is_clicked_before_a_text_and_that_before_what_a_field_holds() -> None:
    text, held = line("Save", 310, 300), line("Save", 310, 404)
    page = scene(SAVE, BUTTON, text, held, widget("field", 300, 400, 100))
    spots = [spot_of(page, one) for one in (held, text, SAVE)]
    assert [spot.line for spot in most_to_click(page, spots)] == [SAVE]
    assert [spot.line for spot in most_to_click(page, spots[:2])] == [text]
