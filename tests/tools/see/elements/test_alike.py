"""Fields by their like: of their size, and with a value that begins as far inside."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import widget
from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.alike import with_fields_alike

PAGE = Frame.from_rgb(np.full((200, 600, 3), 250, np.uint8))
COLUMN = (widget("field", 100, 20, 140, 30), widget("dropdown", 100, 60, 140, 30))
VALUE = Box(110, 66, 40, 18)


@pytest.mark.parametrize(
    ("box", "text", "kind"),
    [
        (Box(100, 100, 140, 30), Box(111, 106, 118, 18), "field"),
        (Box(100, 100, 140, 30), Box(130, 106, 80, 18), "button"),  # a caption in the middle
        (Box(100, 100, 120, 30), Box(111, 106, 98, 18), "button"),  # narrower
        (Box(100, 100, 140, 40), Box(111, 110, 118, 18), "button"),  # higher
        (Box(420, 100, 140, 30), Box(431, 106, 118, 18), "field"),  # of another column
        (Box(100, 100, 140, 30), None, "button"),  # empty
    ],
)
def test_a_button_that_is_like_the_fields_of_its_form_is_one(box: Box, text: Box | None, kind: str) -> None:
    button = widget("button", *box)
    texts = [VALUE] if text is None else [VALUE, text]
    assert [one.kind for one in with_fields_alike(PAGE, [*COLUMN, button], texts)] == [
        "field",
        "dropdown",
        kind,
    ]


def test_one_field_is_not_enough() -> None:
    widgets = [COLUMN[1], widget("button", 100, 100, 140, 30)]
    assert [one.kind for one in with_fields_alike(PAGE, widgets, [VALUE, Box(111, 106, 118, 18)])] == [
        "dropdown",
        "button",
    ]


def test_a_button_has_a_ground_of_its_own() -> None:
    button = widget("button", 100, 100, 140, 30)
    rgb = PAGE.rgb.copy()
    rgb[button.box.slices] = 232
    found = with_fields_alike(Frame.from_rgb(rgb), [*COLUMN, button], [VALUE, Box(111, 106, 118, 18)])
    assert found[-1].kind == "button"
