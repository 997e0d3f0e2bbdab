"""What shapes, model and truth say of an element, side by side."""

from __future__ import annotations

from typing import Any

import pytest

from tools.geometry import Box
from tools.see.elements.element import Element
from tools.see.scene import Widget
from training.detector.shapes import case

AT = Box(10, 10, 14, 14)
TICKED = {"kind": "checkbox", "box": list(AT), "state": "on"}
FIELD = {"kind": "number", "box": [10, 40, 80, 20], "state": None}


@pytest.mark.parametrize(
    ("element", "widgets", "proposals", "told"),
    [
        (TICKED, (), (), ("checkbox", "on", "-", "-")),
        (
            TICKED,
            (Widget("checkbox", AT, checked=False),),
            (Element("checkbox", AT, 0.9, "on", 0.99),),
            ("checkbox", "on", "off", "on"),
        ),
        (
            TICKED,
            (Widget("checkbox", AT),),
            (Element("checkbox", AT, 0.9, "on", 0.6),),
            ("checkbox", "on", "unsure", "unsure"),
        ),
        (TICKED, (), (Element("button", AT, 0.9),), ("checkbox", "on", "-", "-")),
        (FIELD, (Widget("dropdown", Box(10, 40, 80, 20)),), (), ("number", "field", "dropdown", "-")),
        (FIELD, (), (Element("field", Box(10, 40, 80, 20), 0.9),), ("number", "field", "-", "field")),
    ],
)
def test_the_three_are_told_side_by_side(
    element: dict[str, Any],
    widgets: tuple[Widget, ...],
    proposals: tuple[Element, ...],
    told: tuple[str, str, str, str],
) -> None:
    assert case(element, widgets, proposals) == told
