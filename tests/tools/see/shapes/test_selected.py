"""A field whose text is all selected has the shape of a button, but for its own paper at either end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.see.canvas import WHITE, Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.selected import is_all_selected
from tools.see.shapes.widgets import find_widgets

if TYPE_CHECKING:
    from tools.observation import Frame

PLACE, BLUE = Box(20, 20, 140, 24), (60, 140, 230)
INNER = PLACE.grow(-1)


def drawn(selection: Box, text: int = 34) -> Frame:
    canvas = Canvas(ground=205)
    canvas.box(PLACE)
    canvas.fill(selection, BLUE)
    canvas.text("Two boxes", PLACE.left + text, PLACE.top + 6, ink=WHITE)
    return canvas.frame


def kinds(selection: Box, text: int = 34) -> list[str]:
    return [widget.kind for widget in find_widgets(drawn(selection, text))]


@pytest.mark.parametrize(("text", "expected"), [(10, True), (38, False)])
def test_a_selection_begins_where_its_text_does(text: int, *, expected: bool) -> None:
    frame = drawn(INNER._replace(left=INNER.left + 4, width=INNER.width - 8), text)
    assert any(is_all_selected(one) for one in find_boxes(find_regions(frame), 10)) is expected


def test_what_is_selected_from_end_to_end_but_for_a_strip_makes_no_button() -> None:
    assert kinds(INNER._replace(left=INNER.left + 4, width=INNER.width - 8), text=10) == ["field"]


def test_a_face_that_reaches_to_both_ends_or_has_a_border_all_around_makes_no_field() -> None:
    assert kinds(INNER) == ["button"]
    assert "field" not in kinds(PLACE.grow(-4))


def test_a_button_with_stripes_at_its_ends_makes_no_field() -> None:
    """Its caption stands in the middle; a selection is as wide as its text."""
    assert kinds(INNER._replace(left=INNER.left + 4, width=INNER.width - 8), text=38) == ["button"]
