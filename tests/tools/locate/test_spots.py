"""Spots: what a text stands in, and which of several equal ones is clicked."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.scenes import SIZE, line, scene, widget
from tools.locate.spots import most_to_click, spot_of
from tools.observation import Frame

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


def test_of_equal_texts_that_above_the_panel_is_meant() -> None:
    page, panel = line("2", 60, 80), line("2", 200, SIZE.height - 20)
    seen = scene(page, panel)
    spots = [spot_of(seen, one) for one in (page, panel)]
    assert most_to_click(seen, spots) == spots
    rgb = seen.frame.rgb.copy()
    rgb[SIZE.height - 26 :] = 60
    lined = replace(seen, frame=Frame.from_rgb(rgb))
    assert [spot.line for spot in most_to_click(lined, spots)] == [page]
    assert most_to_click(lined, spots[1:]) == spots[1:], "where it is the only one"
    button = widget("button", 190, SIZE.height - 24, 60, 22)
    bar = replace(lined, widgets=(button,))
    spots = [spot_of(bar, one) for one in (page, panel)]
    assert [spot.line for spot in most_to_click(bar, spots)] == [panel], "a page's heading is no button"
    rgb[SIZE.height - 23 : SIZE.height - 3, 194:230] = 160
    boxed = replace(lined, frame=Frame.from_rgb(rgb))
    spots = [spot_of(boxed, one) for one in (page, panel)]
    assert len(most_to_click(boxed, spots)) == 2, "a box there may be anything"
