"""Progress bars are no fields, and a field whose text is selected is one."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import WHITE, Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.shapes.bars import is_partly_filled
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.widgets import find_widgets

BLUE = (40, 110, 200)
FRAME = Box(20, 40, 200, 24)


def kinds(canvas: Canvas) -> list[str]:
    """What is seen."""
    return [widget.kind for widget in find_widgets(canvas.frame)]


@pytest.mark.parametrize("ground", [WHITE, 220])
@pytest.mark.parametrize("filled", [40, 100, 150])
@pytest.mark.parametrize("bevel", [False, True])
def test_a_box_that_is_filled_from_its_left_end_is_no_field(ground: int, filled: int, *, bevel: bool) -> None:
    canvas = Canvas(ground=ground)
    canvas.box(FRAME)
    part = canvas.fill(Box(21, 41, filled, 22), BLUE)
    if bevel:
        canvas.fill(part._replace(height=2), (120, 170, 240))
        canvas.fill(Box(part.right - 1, 41, 1, 22), (20, 60, 120))
    assert kinds(canvas) == []
    frame = canvas.frame
    assert any(is_partly_filled(frame, one) for one in find_boxes(find_regions(frame), 10))


def test_a_field_whose_text_is_selected_is_one() -> None:
    canvas = Canvas()
    canvas.box(FRAME)
    canvas.fill(Box(24, 44, 84, 16), BLUE)
    canvas.text("Ada Lovelace", 25, 47, ink=WHITE)
    assert kinds(canvas) == ["field"]
    canvas.fill(Box(21, 41, 100, 22), BLUE)
    canvas.text("Ada Lovelace", 25, 47, ink=WHITE)
    assert kinds(canvas) == ["field"]
