"""What a scene says of its texts and widgets, at the usual size of fonts and at twice that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box, Point
from tools.see.scene import Scene


def scaled(page: Scene, factor: float) -> Scene:
    """The same at another number of dots an inch."""

    def grown(box: Box) -> Box:
        return Box(*(round(factor * side) for side in box))

    lines = tuple(replace(one, box=grown(one.box)) for one in page.lines)
    return Scene(page.frame, lines, tuple(replace(one, box=grown(one.box)) for one in page.widgets))


ENTRY, DISPLAY, AREA = (
    widget("field", 100, 20, 200, 34),
    widget("field", 100, 60, 200, 54),
    widget("field", 100, 140, 200, 80),
)


@pytest.mark.parametrize("factor", [1.0, 1.25, 2.0])
def test_a_field_holds_several_lines_by_the_height_of_the_texts(factor: float) -> None:
    page = scaled(scene(ENTRY, DISPLAY, AREA, line("Name", 20, 30), line("Notes", 20, 140)), factor)
    assert [page.holds_several_lines(field) for field in page.widgets] == [False, False, True]


def test_without_a_text_the_usual_height_is_taken() -> None:
    page = scene(ENTRY, AREA)
    assert [page.holds_several_lines(field) for field in page.widgets] == [False, True]


def test_the_smallest_widget_around_a_point() -> None:
    inner = widget("button", 110, 150, 40)
    page = scene(AREA, inner, line("Send", 114, 154))
    assert page.widget_at(Point(112, 152)) == inner
    assert page.widget_at(Point(250, 152)) == AREA
    assert page.widget_at(Point(500, 500)) is None
    assert page.lines_in(inner.box) == page.lines
    assert page.lines_in(ENTRY.box) == ()


def test_kinds_of_widgets() -> None:
    assert [widget("dropdown", 0, 0, 9).is_field, widget("radio", 0, 0, 9).is_field] == [True, False]
    assert [widget("dropdown", 0, 0, 9).is_indicator, widget("radio", 0, 0, 9).is_indicator] == [False, True]
