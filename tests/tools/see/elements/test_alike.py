"""Fields by their like: of their size, and with a value that begins as far inside."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import widget
from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.alike import with_areas_alike, with_fields_alike

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


@pytest.mark.parametrize(
    ("box", "seen", "kind"),
    [
        (Box(100, 100, 190, 30), Box(102, 100, 140, 29), "field"),  # its value is long
        (Box(100, 100, 190, 30), Box(102, 100, 40, 29), "button"),
        (Box(100, 100, 190, 36), Box(102, 100, 140, 35), "button"),  # higher
        (Box(105, 100, 190, 30), Box(102, 100, 140, 29), "button"),  # beside the column
    ],
)
def test_what_may_be_a_field_is_one_in_a_column_of_them(box: Box, seen: Box, kind: str) -> None:
    button, text = widget("button", *box), Box(box.left + 11, 106, 168, 18)
    assert with_fields_alike(PAGE, [*COLUMN, button], [VALUE, text])[-1].kind == "button"
    assert with_fields_alike(PAGE, [*COLUMN, button], [VALUE, text], [seen])[-1].kind == kind


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


FOOTED = (Box(20, 20, 240, 48), Box(320, 20, 240, 48))
LABELS = [Box(30, 35, 60, 18), Box(330, 35, 60, 18)]


def footed(*boxes: Box, shade: int = 225, foot: int = 90) -> Frame:
    """A page with the two fields and other boxes, each with a line at its foot."""
    rgb = np.full((240, 600, 3), 250, np.uint8)
    for box in (*FOOTED, *boxes):
        rgb[box.slices] = 225 if box in FOOTED else shade
        rgb[box.bottom - 1, box.left : box.right] = 90 if box in FOOTED else foot
    return Frame.from_rgb(rgb)


@pytest.mark.parametrize(
    ("text", "shade", "foot", "found"),
    [
        (Box(30, 115, 80, 18), 225, 90, True),  # begins as in the others
        (None, 225, 90, True),
        (Box(30, 108, 80, 18), 225, 90, True),  # higher than a value does
        (Box(44, 115, 80, 18), 225, 90, False),  # a card's, further inside
        (Box(30, 130, 80, 18), 225, 90, False),  # further down
        (Box(30, 115, 80, 18), 235, 90, False),  # on another ground
        (Box(30, 115, 80, 18), 225, 225, False),  # without a foot
    ],
)
def test_a_box_as_high_as_a_card_is_a_field_where_it_is_drawn_as_the_others(
    text: Box | None, shade: int, foot: int, *, found: bool
) -> None:
    box, fields = Box(20, 100, 540, 120), [widget("field", *one) for one in FOOTED]
    texts = LABELS if text is None else [*LABELS, text]
    widgets = with_areas_alike(footed(box, shade=shade, foot=foot), fields, [box], texts, FOOTED)
    assert (widget("field", *box) in widgets) is found


def test_a_card_around_fields_is_none_and_one_field_is_not_enough() -> None:
    box, fields = Box(10, 10, 580, 200), [widget("field", *one) for one in FOOTED]
    assert with_areas_alike(footed(), fields, [box], LABELS, FOOTED) == tuple(fields)
    below = Box(20, 100, 540, 120)
    assert with_areas_alike(footed(below), fields[:1], [below], LABELS, FOOTED) == (fields[0],)


def test_what_is_only_supposed_in_such_a_box_is_that_field() -> None:
    box, fields = Box(20, 100, 540, 120), [widget("field", *one) for one in FOOTED]
    part = widget("field", 24, 104, 200, 60)
    arguments = (footed(box), [*fields, part], [box], [*LABELS, Box(30, 115, 80, 18)])
    assert with_areas_alike(*arguments, FOOTED) == (*fields, widget("field", *box))
    assert with_areas_alike(*arguments, [*FOOTED, part.box]) == (*fields, part)


@pytest.mark.parametrize(("top", "is_area"), [(216, True), (180, False)])
def test_what_is_supposed_across_its_edge_says_nothing_of_a_box(top: int, *, is_area: bool) -> None:
    """The edge itself, read with the label of the next field, which touches it, as a slider."""
    box, fields = Box(20, 100, 540, 120), [widget("field", *one) for one in FOOTED]
    edge = widget("button", 30, top, 300, 16)
    found = with_areas_alike(footed(box), [*fields, edge], [box], [*LABELS, Box(30, 115, 80, 18)], FOOTED)
    assert (widget("field", *box) in found) is is_area


@pytest.mark.parametrize(
    ("parts", "lined", "is_card"),
    [
        ([Box(24, 104, 200, 40), Box(24, 160, 200, 40)], 0, True),  # two fields
        ([Box(24, 104, 200, 40), Box(24, 108, 200, 60)], 0, False),  # one, seen twice
        ([Box(24, 130, 200, 40)], 1, True),  # its line is drawn above the foot
        ([Box(24, 130, 200, 89)], 1, False),  # it is the one at the foot
    ],
)
def test_a_card_around_what_is_only_supposed_is_no_field(
    parts: list[Box], lined: int, *, is_card: bool
) -> None:
    box, fields = Box(20, 100, 540, 120), [widget("field", *one) for one in FOOTED]
    supposed = [widget("field", *one) for one in parts]
    texts = [*LABELS, Box(30, 115, 80, 18)]
    found = with_areas_alike(footed(box), [*fields, *supposed], [box], texts, FOOTED, parts[:lined])
    assert (widget("field", *box) in found) is not is_card
    assert all((one in found) is is_card for one in supposed)
