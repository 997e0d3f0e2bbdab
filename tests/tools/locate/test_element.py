"""What lies under a point: of which kind, how large, and which text it is called after."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.tools.locate.pages import columns
from tests.tools.scenes import SIZE, line, scene, widget
from tools.geometry import Box, Point
from tools.locate.element import ICON, element_at, element_of, elements, line_at, place_at
from tools.observation import Frame

TICK = widget("checkbox", 20, 220, 14, 14, checked=False)
SAVE = widget("button", 20, 260, 80)
LIST = widget("field", 400, 100, 200, 120)
PAGE = scene(
    *columns(("Full name:", 20)),
    line("Ada", 166, 24),
    TICK,
    line("I accept", 40, 219),
    SAVE,
    line("Save", 44, 264),
    LIST,
    line("Austria", 406, 104),
    line("Belgium", 406, 124),
    line("General", 600, 20),
)


@pytest.mark.parametrize(
    ("point", "kind", "label"),
    [
        (Point(250, 32), "field", "Full name"),
        (Point(170, 30), "field", "Full name"),
        (Point(24, 224), "checkbox", "I accept"),
        (Point(60, 226), "checkbox", "I accept"),
        (Point(24, 264), "button", "Save"),
        (Point(60, 270), "button", "Save"),
        (Point(430, 130), "text", "Belgium"),
        (Point(610, 26), "text", "General"),
        (Point(610, 38), "text", "General"),
        (Point(610, 40), "picture", ""),
        (Point(700, 500), "picture", ""),
        (Point(500, 200), "field", ""),
    ],
)
def test_what_lies_under_a_point(point: Point, kind: str, label: str) -> None:
    found = element_at(PAGE, point)
    assert (found.kind, found.label) == (kind, label)


def test_an_element_has_its_box_its_texts_and_its_widget() -> None:
    field = element_at(PAGE, Point(250, 32))
    assert (field.box, field.widget, field.field) == (PAGE.widgets[0].box, PAGE.widgets[0], PAGE.widgets[0])
    assert [one.text for one in field.texts] == ["Full name:", "Ada"]
    tick = element_at(PAGE, Point(60, 226))
    assert (tick.box, tick.lines, [one.text for one in tick.texts]) == (TICK.box, (), ["I accept"])
    assert element_at(PAGE, Point(700, 500)).box == Box(700 - ICON, 500 - ICON, 2 * ICON, 2 * ICON)


def test_an_entry_of_a_list_is_a_choice_and_not_the_list() -> None:
    entry = element_at(PAGE, Point(430, 130))
    assert entry.is_choice
    assert entry.field is None
    assert entry.box == PAGE.lines[5].box
    assert not element_at(PAGE, Point(610, 26)).is_choice


def test_of_a_list_without_a_label_only_the_place_is_known() -> None:
    assert place_at(PAGE, Point(500, 200)).kind == "picture"
    labelled = scene(LIST, line("Country", 400, 80))
    assert place_at(labelled, Point(500, 200)).label == "Country"
    assert place_at(PAGE, Point(250, 32)).kind == "field"


def test_where_the_caption_is_pointed_at_it_is_a_text_of_its_own() -> None:
    by_caption, by_box = (element_at(PAGE, point) for point in (Point(60, 226), Point(24, 224)))
    assert by_caption == by_box
    caption = by_caption.caption_at(Point(60, 226))
    assert caption is not None
    assert (caption.kind, caption.label) == ("text", "I accept")
    assert by_box.caption_at(Point(24, 224)) is None


def test_a_text_far_behind_a_check_box_is_no_part_of_it() -> None:
    page = scene(TICK, line("report.txt", 60, 219))
    assert element_at(page, Point(70, 226)).kind == "text"


def test_a_button_with_several_texts_is_called_after_the_one_that_is_pointed_at() -> None:
    page = scene(widget("button", 20, 20, 120, 60), line("Save", 30, 26), line("Ctrl+S", 30, 50))
    assert element_at(page, Point(40, 34)).label == "Save"
    assert element_of(page, page.widgets[0]).label == "Save Ctrl+S"
    assert element_of(page, page.widgets[0]).labelled_by is None


def test_a_chosen_row_that_looks_like_a_field_is_its_text() -> None:
    rows = [line(text, 105, 102 + 20 * row) for row, text in enumerate(("Austria", "Belgium", "Canada"))]
    page = scene(*rows, widget("field", 100, 120, 200, 20))
    row = element_at(page, Point(280, 130))
    assert (row.kind, row.label) == ("text", "Belgium")
    rgb = np.full((SIZE.height, SIZE.width, 3), 255, np.uint8)
    rgb[120:140, 100:300] = (60, 90, 160)
    lit = replace(scene(*rows), frame=Frame.from_rgb(rgb))
    assert element_at(lit, Point(280, 130)).label == "Belgium"


def test_the_slack_around_a_text_grows_with_it() -> None:
    small = line("Save", 100, 100)
    large = replace(small, box=Box(100, 100, 160, 48))
    assert line_at(scene(small), Point(110, 118)) == small
    assert line_at(scene(small), Point(110, 120)) is None
    assert line_at(scene(large), Point(110, 153)) == large


def test_of_two_texts_the_one_that_the_point_lies_in() -> None:
    above, below = line("Spain", 100, 100), line("Sweden", 100, 116)
    assert line_at(scene(above, below), Point(110, 115)) == above
    assert line_at(scene(above, below), Point(110, 116)) == below


def test_all_elements_of_a_kind() -> None:
    assert [one.label for one in elements(PAGE, "button")] == ["Save"]
    assert [one.label for one in elements(PAGE, "text")] == ["Full name", "General"]
    assert elements(PAGE, "picture") == []
