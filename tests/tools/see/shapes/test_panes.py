"""The ground that things stand on: a page is one pane with its texts, and each field is one of its own."""

from __future__ import annotations

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Point, Size
from tools.see.scene import Line, Scene
from tools.see.shapes.panes import find_panes

LIST = Box(20, 20, 200, 150)


def pane_at(canvas: Canvas, *points: Point, texts: tuple[Box, ...] = (), cells: bool = False) -> list[int]:
    panes = find_panes(Scene(canvas.frame, tuple(Line("text", box) for box in texts), ()), cells=cells)
    return [int(panes.numbers[point.y, point.x]) for point in points]


def test_a_text_stands_on_its_page_and_a_fields_text_does_not() -> None:
    canvas = Canvas()
    label = canvas.text("Mode", 30, 40)
    canvas.box(Box(100, 35, 150, 24))
    value = canvas.text("low", 106, 42)
    page, on_label, on_value = pane_at(
        canvas, Point(30, 150), label.center, value.center, texts=(label, value)
    )
    assert on_label == page != 0
    assert on_value not in (0, page)


def test_rows_in_two_shades_are_one_list() -> None:
    canvas = Canvas(Size(320, 200))
    for row in range(6):
        canvas.fill(Box(20, 20 + 20 * row, 200, 20), 255 if row % 2 else 235)
    rows = pane_at(canvas, *(Point(150, 30 + 20 * row) for row in range(6)))
    assert len(set(rows)) == 1
    panes = find_panes(Scene(canvas.frame, (), ()))
    assert panes.boxes[rows[0]].height >= 118


def test_fields_that_touch_are_no_list() -> None:
    canvas = Canvas(Size(320, 200))
    for row in range(3):
        canvas.box(Box(20, 20 + 23 * row, 200, 24))
    assert len(set(pane_at(canvas, *(Point(150, 30 + 23 * row) for row in range(3))))) == 3


def test_the_cells_of_a_table_are_one_pane_if_that_is_asked_for_and_no_arrow_is_in_them() -> None:
    canvas = Canvas(Size(320, 200))
    for row in range(4):
        canvas.box(Box(20, 20 + 23 * row, 120, 24))
        canvas.box(Box(139, 20 + 23 * row, 120, 24))
        canvas.triangle(Box(243, 29 + 23 * row, 9, 5))
    plain = pane_at(canvas, *(Point(80, 30 + 23 * row) for row in range(4)), cells=True)
    arrows = pane_at(canvas, *(Point(180, 30 + 23 * row) for row in range(4)), cells=True)
    assert len(set(plain)) == 1
    assert len(set(arrows)) == 4
