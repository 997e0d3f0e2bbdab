"""Spots: what a text stands in, and which of several equal ones is clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tests.tools.scenes import SIZE, line, scene, widget
from tools.locate.spots import most_to_click, spot_of
from tools.observation import Frame

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget

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


def test_a_box_in_a_strip_at_the_screens_foot_makes_a_text_no_better() -> None:
    page, panel = line("2", 60, 80), line("2", 200, SIZE.height - 20)
    rgb = scene().frame.rgb.copy()
    rgb[SIZE.height - 26 :, 190:240] = 60
    rgb[SIZE.height - 23 : SIZE.height - 3, 194:230] = 160

    def clicked(*buttons: Widget) -> list[Line]:
        seen = replace(scene(page, panel, *buttons), frame=Frame.from_rgb(rgb))
        return [spot.line for spot in most_to_click(seen, [spot_of(seen, one) for one in (page, panel)])]

    assert clicked() == [panel], "in a page"
    rgb[SIZE.height - 26 :] = np.where(rgb[SIZE.height - 26 :] == 200, 60, rgb[SIZE.height - 26 :])
    assert clicked() == [page, panel], "in a panel, or in a bar of the page"
    assert clicked(widget("button", 190, SIZE.height - 24, 60, 22)) == [panel]
    rgb[SIZE.height - 23 : SIZE.height - 3, 190:240] = 60
    assert clicked(widget("field", 40, 74, 80, 28)) == [panel], "not in a box, it is no value"
    rgb[SIZE.height - 23 : SIZE.height - 3, 194:230] = 160
    rgb[SIZE.height - 26 :, :300] = 200
    rgb[SIZE.height - 23 : SIZE.height - 3, :300] = 160
    assert clicked() == [page, panel], "the panel's edge is not seen before what is as light"
