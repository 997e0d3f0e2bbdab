"""What seems a low field right at another is a remark on it, or a label between two."""

from __future__ import annotations

import pytest

from tools.geometry import Box
from tools.see.elements.element import Element, ElementKind
from tools.see.elements.mistaken import without_asterisks, without_mistaken
from tools.see.scene import Line

UPPER, LOWER = Box(40, 20, 168, 40), Box(40, 86, 170, 40)


def test_a_field_that_begins_where_an_underlined_one_ends_is_a_remark_on_it() -> None:
    field = Box(40, 52, 240, 29)
    remark, aside, below = (
        Element("field", box, 0.6)
        for box in (Box(42, 79, 120, 20), Box(90, 79, 120, 20), Box(42, 100, 120, 20))
    )
    button, joined = (
        Element(kind, Box(42, 79, 120, high), 0.6) for kind, high in (("button", 20), ("field", 29))
    )
    others = [aside, below, button, joined]
    assert without_mistaken([remark, *others], [field], [], []) == others
    assert without_mistaken([remark], [], [field], []) == [remark]


@pytest.mark.parametrize(
    ("box", "drawn", "stays"),
    [
        (Box(38, 59, 177, 29), (UPPER, LOWER), False),
        (Box(58, 59, 150, 29), (UPPER, LOWER), False),  # in the border of the lower one, behind its corner
        (Box(38, 59, 177, 29), (UPPER,), True),  # nothing ends it
        (Box(70, 59, 120, 29), (UPPER, LOWER), True),  # it begins elsewhere
        (Box(38, 59, 177, 29), (UPPER, LOWER._replace(left=80)), True),  # of another column
        (Box(38, 59, 177, 40), (UPPER, Box(40, 98, 170, 40)), True),  # as high as they are: three that touch
    ],
)
def test_what_lies_between_two_fields_of_a_column_is_the_label_of_the_lower_one(
    box: Box, drawn: tuple[Box, ...], *, stays: bool
) -> None:
    seen = Element("field", box, 0.6)
    assert without_mistaken([seen], [], drawn, []) == ([seen] if stays else [])


@pytest.mark.parametrize(
    ("kind", "text", "stays"),
    [
        ("progress", Box(57, 518, 73, 21), False),  # the label in a field's border
        ("slider", Box(57, 518, 73, 21), False),
        ("progress", Box(90, 510, 40, 18), True),  # how far it has come
        ("progress", Box(57, 528, 73, 21), True),  # below it
        ("progress", Box(300, 518, 73, 21), True),  # behind it
        ("button", Box(57, 518, 73, 21), True),
    ],
)
def test_a_bar_does_not_end_in_the_middle_of_a_text(kind: ElementKind, text: Box, *, stays: bool) -> None:
    seen = Element(kind, Box(63, 512, 190, 15), 0.6)
    assert without_mistaken([seen], [], [], [text]) == ([seen] if stays else [])


def test_the_asterisk_of_a_label_is_no_radio_button() -> None:
    """MUI's in the dark, in red, is seen as one with a likelihood of .8."""
    label, caption = Line("Valuta *", Box(356, 208, 95, 25)), Line("Valuta", Box(452, 308, 90, 25))
    asterisk, radio = (
        Element("radio", Box(435, 210, 14, 15), 0.8),
        Element("radio", Box(435, 310, 14, 15), 0.8),
    )
    field = Element("field", Box(360, 208, 80, 24), 0.8)
    assert without_asterisks([asterisk, radio, field], [label, caption]) == [radio, field]


@pytest.mark.parametrize(
    ("text", "box", "drawn", "stays"),
    [
        (Box(38, 64, 71, 20), Box(40, 59, 157, 28), (UPPER, LOWER), False),  # flush, as a label
        (Box(47, 64, 71, 20), Box(40, 59, 157, 28), (UPPER, LOWER), True),  # set in, as a value
        (Box(38, 64, 71, 20), Box(40, 59, 157, 28), (UPPER,), True),
        (Box(38, 64, 71, 20), Box(50, 59, 147, 28), (UPPER, LOWER), True),
    ],
)
def test_what_holds_a_text_that_begins_with_the_fields_above_and_below_is_a_label(
    text: Box, box: Box, drawn: tuple[Box, ...], *, stays: bool
) -> None:
    high = [one._replace(height=30, top=one.top + (10 if one == UPPER else 0)) for one in drawn]
    seen = Element("field", box, 0.5)
    assert without_mistaken([seen], [], high, [text]) == ([seen] if stays else [])
