"""What belongs to a heading."""

from __future__ import annotations

from tests.tools.locate.pages import TWO_GROUPS, columns
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.layout.groups import in_group, nearest_in_group

BILLING, DELIVERY = TWO_GROUPS[0].box, TWO_GROUPS[5].box


def test_a_group_ends_at_the_next_heading() -> None:
    page = scene(*TWO_GROUPS)
    boxes = [part.box for part in page.widgets]
    assert in_group(page, boxes, BILLING) == [0, 1]
    assert in_group(page, boxes, DELIVERY) == [2, 3]


def test_a_remark_among_the_fields_or_above_the_button_ends_no_group() -> None:
    save = Box(16, 180, 80, 24)
    page = scene(
        TWO_GROUPS[0], line("All in capitals.", 16, 44), *columns(("Street", 70), ("City", 100)),
        line("Saved at noon", 16, 140), widget("button", *save),
    )  # fmt: skip
    boxes = [part.box for part in page.widgets]
    assert in_group(page, boxes, BILLING) == [0, 1, 2]


def test_what_is_above_a_heading_or_is_it_does_not_belong_to_it() -> None:
    page = scene(*TWO_GROUPS)
    assert in_group(page, [Box(16, 0, 40, 16), BILLING], BILLING) == []
    assert in_group(page, [Box(20, 22, 20, 10), Box(20, 60, 20, 10)], BILLING) == [0], "inside of it"


def test_of_equal_ones_in_a_group_a_text_that_may_be_a_heading_parts_the_first() -> None:
    rows = [line("Apples", 20, 20), line("Pears", 20, 60)]
    edits = [Box(200, 20, 40, 16), Box(200, 60, 40, 16)]
    assert nearest_in_group(scene(*rows), edits, [0, 1], rows[0].box) == [0]
    assert nearest_in_group(scene(rows[0]), edits, [0, 1], rows[0].box) == [0, 1]
    assert nearest_in_group(scene(rows[0]), edits, [], rows[0].box) == []


def test_what_stands_in_a_list_that_a_text_labels_at_its_left_is_in_it() -> None:
    names = [line("Red", 110, 44), line("Blue", 110, 64), line("Green", 110, 84), line("Blue", 20, 200)]
    towns = widget("field", 100, 40, 200, 120)
    page = scene(line("Tag", 20, 44), *names, towns)
    assert in_group(page, [one.box for one in names], page.lines[0].box) == [0, 1, 2]
