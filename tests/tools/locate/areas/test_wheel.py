"""Where the wheel may be turned: nowhere near what would take it for a change of its value."""

from __future__ import annotations

import pytest

from tests.tools.scenes import line, scene, widget
from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.locate.areas.wheel import Way, find_area, wheel_places
from tools.locate.errors import NotFound
from tools.locate.locator import Locator
from tools.see.scene import Line, Scene

SIZE = Size(600, 400)
WAYS: tuple[Way, ...] = ("down", "up", "right", "left")


def form(*, label: int = 80, fields: range = range(10)) -> tuple[Canvas, Scene]:
    """A page of labelled spin boxes that reach almost to its right edge; the eye sees none of them."""
    canvas, lines = Canvas(SIZE), []
    for row in fields:
        lines.append(Line(f"Mode {row}", canvas.text(f"Mode {row}", 12, 20 + 38 * row)))
        canvas.box(Box(label, 14 + 38 * row, 508, 24))
    return canvas, Scene(canvas.frame, tuple(lines), ())


def two_lists(first: int = 4) -> Scene:
    canvas, lines = Canvas(SIZE), []
    for left in (20, 320):
        canvas.box(Box(left, 40, 240, 300))
        rows = range(10 if left == 320 else first)
        lines += [Line("Row", canvas.text(f"Row {row}", left + 8, 50 + 20 * row)) for row in rows]
    return Scene(canvas.frame, tuple(lines), ())


@pytest.mark.parametrize("way", ["down", "up"])
def test_nothing_but_bare_ground_comes_under_the_pointer(way: Way) -> None:
    canvas, page = form()
    place = wheel_places(page, way)[0]
    top = place.point.y - (place.ahead - 1 if way == "up" else 0)
    strip = canvas.pixels[top : top + place.ahead, place.point.x - 2 : place.point.x + 3]
    assert place.ahead > 300
    assert (strip == 220).all()


def test_where_fields_fill_the_page_there_is_no_place() -> None:
    canvas = Canvas(SIZE)
    for row in range(10):
        canvas.box(Box(1, 2 + 40 * row, 598, 36))
    assert wheel_places(Scene(canvas.frame, (), ()), "down") == []


def test_one_places_the_pointer_where_the_way_ahead_begins() -> None:
    _, page = form()
    down, up = wheel_places(page, "down")[0], wheel_places(page, "up")[0]
    assert down.point.y < 60
    assert up.point.y > 340


def test_the_pane_with_the_most_texts_comes_first() -> None:
    first, *others = wheel_places(two_lists(), "down")
    assert first.pane.left > 300
    assert any(other.pane.right < 300 for other in others)


def test_two_panes_may_be_alike() -> None:
    assert {place.pane.left for place in wheel_places(two_lists(10), "down")[:4]} == {21, 321}


@pytest.mark.parametrize("way", WAYS)
def test_in_an_area_only_its_own_places_count(way: Way) -> None:
    area = Box(20, 40, 240, 300)
    places = wheel_places(two_lists(), way, area)
    assert places
    assert all(area.contains(place.point) for place in places)


def test_an_area_is_the_list_that_is_named_or_what_stands_below_its_heading() -> None:
    page = scene(line("Country", 20, 24), widget("field", 160, 20, 200, 120), line("Notes", 20, 300))
    assert find_area(page, Locator("Country")) == Box(160, 20, 200, 120)
    below = find_area(page, Locator("Notes"))
    assert (below.left, below.top, below.bottom) == (20, 316, 600)
    with pytest.raises(NotFound, match='no "Total"'):
        find_area(page, Locator("Total"))
