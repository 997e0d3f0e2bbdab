"""A drop-down that the detector is not sure of is one where an arrow stands halfway down its right end."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.elements.arrowed import with_arrowed_fields
from tools.see.elements.element import Element, ElementKind
from tools.see.scene import Widget

BOX = Box(40, 60, 200, 40)


def page(*arrows: tuple[int, bool]) -> Canvas:
    """A window with arrows, by their tops, and whether they point down."""
    canvas = Canvas(Size(320, 160), ground=255)
    canvas.text("Letter", 50, 74)
    for top, is_down in arrows:
        for row in range(5):
            inset = row if is_down else 4 - row
            canvas.fill(Box(215 + inset, top + row, 10 - 2 * inset, 1), 80)
    return canvas


DOWN, BELOW, ABOVE = (78, True), (82, True), (73, False)


@pytest.mark.parametrize(
    ("kind", "arrows", "is_found"),
    [
        ("area", [DOWN], True),
        ("dropdown", [DOWN], True),
        ("dropdown", [ABOVE, BELOW], True),
        ("area", [ABOVE, BELOW], False),  # a number field's
        ("number", [DOWN], False),
        ("row", [DOWN], False),
        ("area", [(90, True)], False),  # a scroll bar's, at the foot
        ("dropdown", [ABOVE], False),
        ("dropdown", [], False),
    ],
)
def test_detector_and_arrow_have_to_agree(
    kind: ElementKind, arrows: list[tuple[int, bool]], *, is_found: bool
) -> None:
    found = with_arrowed_fields(page(*arrows).frame, [], [Element(kind, BOX, 0.35)])
    assert found == ([Widget("dropdown", BOX)] if is_found else [])


def test_what_the_detector_hardly_sees_is_none() -> None:
    assert with_arrowed_fields(page(DOWN).frame, [], [Element("dropdown", BOX, 0.2)]) == []


def test_nothing_is_added_on_what_is_known() -> None:
    known = Widget("button", Box(40, 70, 80, 21))
    assert with_arrowed_fields(page(DOWN).frame, [known], [Element("dropdown", BOX, 0.4)]) == [known]
