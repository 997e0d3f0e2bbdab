"""A field of which only a line at the foot is drawn is one where the detector sees a field on that line."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.elements.element import Element
from tools.see.elements.underlined import with_underlined_fields
from tools.see.scene import Widget

LINE = Box(40, 80, 240, 1)


def page() -> Canvas:
    canvas = Canvas(Size(400, 160), ground=255)
    canvas.fill(LINE, 120)
    canvas.text("Cost centre", 42, 62)
    return canvas


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (Element("field", Box(36, 52, 120, 30), 0.34), Widget("field", Box(40, 52, 240, 29))),
        (Element("dropdown", Box(150, 52, 128, 30), 0.34), Widget("dropdown", Box(40, 52, 240, 29))),
        (Element("area", Box(36, 52, 262, 30), 0.34), Widget("field", Box(40, 52, 240, 29))),
        (Element("field", Box(30, 52, 276, 30), 0.34), Widget("field", Box(40, 52, 240, 29))),
        (Element("field", Box(36, 52, 60, 30), 0.34), None),  # too little of the line
        (Element("field", Box(36, 40, 120, 30), 0.34), None),  # above it
        (Element("field", Box(100, 52, 240, 30), 0.34), None),  # beyond its end
        (Element("row", Box(40, 52, 240, 30), 0.34), None),
    ],
)
def test_line_and_detector_have_to_agree(seen: Element, found: Widget | None) -> None:
    assert with_underlined_fields(page().frame, [], [seen]) == ([] if found is None else [found])


@pytest.mark.parametrize("up", [False, True])
def test_an_arrow_down_at_its_end_shows_that_it_drops_down_and_two_that_it_holds_a_number(
    *, up: bool
) -> None:
    canvas = page()
    canvas.triangle(Box(266, 66, 9, 5))
    if up:
        canvas.triangle(Box(266, 58, 9, 5), up=True)
    seen = Element("field", Box(36, 52, 120, 30), 0.34)
    (found,) = with_underlined_fields(canvas.frame, [], [seen])
    assert found.kind == ("field" if up else "dropdown")


def alike(*lines: Box, shade: int = 120) -> Canvas:
    canvas = Canvas(Size(400, 200), ground=255)
    for line in lines:
        canvas.fill(line, shade)
    return canvas


def test_a_line_that_is_drawn_as_two_fields_are_is_a_field_as_high_as_they_are() -> None:
    first, second, third = (Box(40, down, wide, 1) for down, wide in ((60, 100), (110, 240), (160, 160)))
    seen = [Element("field", Box(36, line.top - 29, line.width, 30), 0.34) for line in (first, second)]
    canvas = alike(first, second, third)
    found = with_underlined_fields(canvas.frame, [], seen)
    assert [one.box for one in found][2:] == [Box(40, 131, 160, 30)]
    assert len(with_underlined_fields(canvas.frame, [], seen[:1])) == 1, "one alone is no look of a form"
    on_box = Element("field", Box(40, 130, 150, 20), 0.6)  # whose own border no shape shows
    assert len(with_underlined_fields(canvas.frame, [], [*seen, on_box])) == 2, "its own field is another"
    button = Widget("button", Box(40, 90, 60, 16))
    assert with_underlined_fields(canvas.frame, [button], seen)[1:] == found[1:2], (
        "a known one does not count"
    )
    dots = Box(42, 144, 40, 10)
    masked = with_underlined_fields(canvas.frame, [], seen[:1], [dots], [dots])
    assert {one.box for one in masked} == {Box(40, 31, 100, 30), found[2].box}, "dots are a password"
    canvas.fill(third, 200)
    assert len(with_underlined_fields(canvas.frame, [], seen[:1], [dots], [dots])) == 1
    assert len(with_underlined_fields(canvas.frame, [], seen)) == 2, "a fainter line parts the form"


def test_a_field_ends_below_the_line_above_it() -> None:
    above, line = Box(40, 60, 100, 1), Box(40, 110, 240, 1)
    seen = [
        Element("field", Box(40, 31, 100, 30), 0.34),
        Element("area", Box(40, 20, 240, 91), 0.34),
    ]
    found = with_underlined_fields(alike(above, line).frame, [], seen)
    assert [one.box for one in found] == [Box(40, 61, 240, 50), Box(40, 31, 100, 30)]


@pytest.mark.parametrize(
    ("texts", "top"),
    [
        ([Box(42, 40, 60, 16)], 56),  # its label, above it
        (
            [Box(42, 40, 60, 16), Box(4, 52, 30, 16)],
            40,
        ),  # the first line of what it holds, its label before it
        ([Box(42, 30, 60, 16)], 50),
        ([Box(10, 52, 60, 16)], 68),  # one that crosses its left end stands above it
        ([Box(260, 52, 60, 16)], 68),
        ([Box(4, 52, 38, 16)], 50),  # a label that its left end touches
        ([Box(10, 92, 60, 16)], 50),  # too far down: the box is astray, not the text
    ],
)
def test_a_text_that_its_upper_end_cuts_is_its_own_or_its_label(texts: list[Box], top: int) -> None:
    seen = Element("field", Box(40, 50, 240, 61), 0.34)
    (found,) = with_underlined_fields(alike(Box(40, 110, 240, 1)).frame, [], [seen], texts)
    assert found.box == Box(40, top, 240, 111 - top)


def test_an_area_with_a_grip_reaches_up_to_its_label() -> None:
    line, label = Box(40, 150, 240, 1), Box(38, 40, 60, 16)
    canvas = alike(line)
    seen = Element("field", Box(40, 120, 240, 31), 0.34)
    (bare,) = with_underlined_fields(canvas.frame, [], [seen], [label])
    for step in range(0, 8, 2):
        canvas.fill(Box(274 - step, 139 + step, 2, 2), 100)
    (found,) = with_underlined_fields(canvas.frame, [], [seen], [label])
    assert (bare.box.top, found.box.top) == (120, label.bottom)
    first, beyond, caption = Box(50, 70, 60, 16), Box(50, 50, 60, 16), Box(72, 70, 60, 16)
    before = Box(4, 100, 30, 16)
    (holding,) = with_underlined_fields(canvas.frame, [], [seen], [first, before])
    assert first.top - 8 <= holding.box.top < first.top, "a text in it is further right"
    for texts in ([beyond, before], [caption, before], [first]):
        (found,) = with_underlined_fields(canvas.frame, [], [seen], texts)
        assert found.box.top == 120, "it is further up, or no text of an area, or may be the label"


def test_a_number_is_underlined_too_with_the_arrows_that_stand_on_its_line() -> None:
    canvas = alike(Box(40, 80, 240, 1), Box(250, 52, 1, 29), Box(250, 66, 30, 1))
    seen = Element("number", Box(40, 50, 212, 31), 0.34)
    (found,) = with_underlined_fields(canvas.frame, [], [seen])
    assert found.box == Box(40, 50, 240, 31)


def test_a_drop_down_is_as_high_as_it_is_seen_and_not_as_an_area_around_it_and_its_label() -> None:
    seen = [Element("area", Box(36, 12, 262, 72), 0.5), Element("dropdown", Box(40, 52, 240, 30), 0.4)]
    (found,) = with_underlined_fields(page().frame, [], seen)
    assert found == Widget("dropdown", Box(40, 52, 240, 29))
    unit = Element("dropdown", Box(222, 62, 58, 19), 0.2)
    (found,) = with_underlined_fields(page().frame, [], [Element("field", Box(40, 50, 240, 31), 0.9), unit])
    assert found.box == Box(40, 50, 240, 31), "a part of it is not as high"


@pytest.mark.parametrize(
    ("known", "is_added"),
    [
        (Widget("button", Box(262, 58, 16, 18)), True),  # the arrows of a number
        (Widget("button", Box(200, 58, 16, 18)), False),
        (Widget("button", Box(240, 58, 40, 18)), False),
        (Widget("field", Box(262, 58, 16, 18)), False),
    ],
)
def test_a_button_may_stand_at_the_end_of_a_field(known: Widget, *, is_added: bool) -> None:
    seen = Element("field", Box(40, 52, 240, 30), 0.4)
    own = [Widget("field", Box(40, 52, 240, 29))] if is_added else []
    assert with_underlined_fields(page().frame, [known], [seen]) == [known, *own]


def test_a_button_that_takes_half_of_a_line_is_no_end_of_a_field() -> None:
    button, seen = Widget("button", Box(73, 58, 26, 18)), Element("field", Box(40, 52, 60, 30), 0.4)
    assert with_underlined_fields(alike(Box(40, 80, 60, 1)).frame, [button], [seen]) == [button]
    assert with_underlined_fields(alike(Box(40, 80, 60, 1)).frame, [], [seen]) != []


def test_nothing_is_added_on_what_is_known() -> None:
    known = Widget("button", Box(40, 60, 80, 21))
    seen = Element("field", Box(36, 52, 120, 30), 0.34)
    assert with_underlined_fields(page().frame, [known], [seen]) == [known]


def test_the_foot_of_a_box_is_no_underline() -> None:
    canvas = Canvas(Size(400, 160), ground=255)
    canvas.box(Box(40, 52, 240, 29))
    seen = Element("field", Box(40, 52, 240, 29), 0.4)
    assert with_underlined_fields(canvas.frame, [], [seen]) == []


def test_a_row_between_the_lines_of_a_list_is_no_field() -> None:
    canvas = page()
    seen = [Element("field", Box(36, 52, 120, 30), 0.34)]
    canvas.fill(LINE.shift(0, -29), 120)
    assert with_underlined_fields(canvas.frame, [], seen) != []  # the two sides of a box that is open
    canvas.fill(LINE.shift(0, 29), 120)
    assert with_underlined_fields(canvas.frame, [], seen) == []


def test_the_detectors_field_below_may_reach_a_little_into_the_one_above() -> None:
    first, second, third = (Box(40, down, 100, 1) for down in (60, 110, 160))
    canvas = alike(first, second, third)
    seen = [Element("field", Box(36, line.top - 29, line.width, 30), 0.34) for line in (first, second)]
    below = Element("field", Box(40, 160, 100, 30), 0.6)
    assert len(with_underlined_fields(canvas.frame, [], [*seen, below])) == 3


@pytest.mark.parametrize(
    ("texts", "top"),
    [
        ([Box(41, 60, 60, 16)], 80),  # the label within the area
        ([Box(50, 60, 60, 16)], 50),  # further right: the first line of what the area holds
        ([Box(41, 60, 60, 16), Box(41, 28, 60, 16)], 50),  # the area's own label stands above it
        ([], 50),
    ],
)
def test_an_area_that_is_seen_around_a_field_and_its_label_is_the_field(texts: list[Box], top: int) -> None:
    area = Element("area", Box(40, 50, 240, 61), 0.5)
    field = Element("field", Box(40, 80, 240, 31), 0.4)
    (found,) = with_underlined_fields(alike(Box(40, 110, 240, 1)).frame, [], [area, field], texts)
    assert found.box.top == top


def test_a_value_on_the_line_above_an_area_is_not_its_label() -> None:
    seen = [Element("area", Box(40, 50, 240, 61), 0.5), Element("field", Box(40, 80, 240, 31), 0.4)]
    label, value = Box(41, 60, 60, 16), Box(41, 18, 60, 16)
    line, above = Box(40, 110, 240, 1), Box(40, 44, 240, 1)
    tops = [
        min(one.box.top for one in with_underlined_fields(alike(*lines).frame, [], seen, [label, value]))
        for lines in ((line, above), (line,))
    ]
    assert tops == [80, 50]


@pytest.mark.parametrize(
    ("letters", "is_field"),
    [
        ((48, 60, 74, 90, 104, 118), True),
        ((), False),  # the filled part of a progress bar
        ((70, 80, 90), False),  # a tab, its caption in the middle
    ],
)
def test_a_line_with_a_value_that_is_selected_down_to_it_is_a_field(
    letters: tuple[int, ...], *, is_field: bool
) -> None:
    canvas = page()
    canvas.fill(Box(40, 110, 240, 1), 120)
    canvas.fill(Box(46, 88, 80, 22), 60)
    for left in letters:
        canvas.fill(Box(left, 93, 6, 12), 250)
    found = with_underlined_fields(canvas.frame, [], [])
    assert [one.box for one in found] == ([Box(40, 88, 240, 23)] if is_field else [])
