"""A point that may miss its element: which one is meant, and where it is clicked."""

from __future__ import annotations

import pytest

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box, Point
from tools.locate.aim import middle_of, named_beside, nearest_element, nearest_in

SAVE, CANCEL = widget("button", 100, 100, 80, 30), widget("button", 200, 100, 80, 30)
TICK = widget("checkbox", 100, 200, 14, 14, checked=False)
PAGE = scene(SAVE, line("Save", 120, 106), CANCEL, TICK, line("I accept", 120, 199))


@pytest.mark.parametrize(
    ("point", "label", "why"),
    [
        (Point(110, 105), "Save", "in the button"),
        (Point(121, 108), "Save", "on its caption"),
        (Point(110, 90), "Save", "just above it"),
        (Point(190, 115), None, "between two, equally near"),
        (Point(600, 500), None, "beside nothing"),
    ],
)
def test_the_element_that_is_meant(point: Point, label: str | None, why: str) -> None:
    found = nearest_element(PAGE, point, 20)
    assert (found and found.label) == label, why


LIST = widget("field", 100, 300, 200, 90)
ROWS = [line(name, 104, 300 + 30 * at) for at, name in enumerate(("Germany", "Ireland", "Italy"))]
COUNTRY = scene(
    line("Country", 100, 270), LIST, *ROWS, SAVE, line("Save", 120, 106), CANCEL, line("No", 220, 106)
)


@pytest.mark.parametrize(
    ("point", "names", "label", "why"),
    [
        (Point(130, 340), ("Germany",), "Germany", "a row off"),
        (Point(130, 340), ("Ireland",), "Ireland", "right as it is"),
        (Point(130, 340), ("Germany", "Ireland"), "Ireland", "both are named: what is pointed at"),
        (Point(130, 340), ("Germany", "Italy"), "Ireland", "two are named, neither is pointed at"),
        (Point(130, 340), ("Spain",), "Ireland", "named is what is not there"),
        (Point(130, 310), ("Italy",), "Germany", "too far"),
        (Point(130, 305), ("Country",), "Germany", "the label above is no entry"),
        (Point(175, 115), ("No",), "No", "a button off"),
        (Point(250, 115), ("Save",), "No", "the other button is too far"),
    ],
)
def test_an_entry_or_a_button_gives_way_to_the_one_that_is_named(
    point: Point, names: tuple[str, ...], label: str, why: str
) -> None:
    found = nearest_element(COUNTRY, point, 25)
    assert found is not None
    assert named_beside(COUNTRY, found, point, 25, names).label == label, why


def test_a_field_never_gives_way_to_what_it_is_called_after() -> None:
    field = widget("field", 100, 300, 200, 26)
    page = scene(line("Country", 100, 275), field, line("Ireland", 104, 304))
    found = nearest_element(page, Point(130, 310), 40)
    assert found is not None
    assert named_beside(page, found, Point(130, 310), 40, ("Country", "Ireland")) == found


def test_of_a_check_box_the_caption_is_clicked_where_that_was_pointed_at() -> None:
    by_caption, by_box = (nearest_element(PAGE, point, 20) for point in (Point(150, 205), Point(104, 205)))
    assert by_caption is not None
    assert by_box is not None
    assert (by_caption.kind, by_box.kind) == ("text", "checkbox")


@pytest.mark.parametrize(
    ("box", "clicked"),
    [
        (Box(90, 90, 30, 30), Point(105, 105)),
        (Box(90, 90, 300, 30), Point(100, 100)),
        (Box(102, 90, 300, 30), Point(104, 100)),
        (Box(150, 150, 30, 30), Point(100, 100)),
    ],
)
def test_the_middle_if_it_is_near_or_else_just_inside_the_edge(box: Box, clicked: Point) -> None:
    assert middle_of(box, Point(100, 100), 20) == clicked


def test_the_pixel_of_a_box_that_is_nearest_to_a_point() -> None:
    assert nearest_in(Box(10, 10, 20, 20), Point(50, 15)) == Point(29, 15)
    assert nearest_in(Box(10, 10, 20, 20), Point(50, 15), 2) == Point(27, 15)
    assert nearest_in(Box(10, 10, 3, 3), Point(50, 15), 2) == Point(11, 11), "as far inside as there is room"
