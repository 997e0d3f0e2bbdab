"""Columns whose fields are named from above, however far, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.scenes import line, scene, widget
from tools.locate.layout.above import far_below, is_in_column_named_from_above, label_above
from tools.locate.layout.labels import field_of

if TYPE_CHECKING:
    from tools.see.scene import Scene

TOPS = (40, 100, 190)
FIELDS = [widget("field", 20, top, 200) for top in TOPS]


def column(*labels: tuple[str, int]) -> Scene:
    """Three fields, the last with much room above it, and texts at their tops."""
    return scene(*FIELDS, *(line(text, 20, top) for text, top in labels))


ABOVE = column(("Subject", 20), ("Amount", 68), ("Due date", 130))


def test_the_label_above_is_the_nearest_with_nothing_between() -> None:
    assert [label_above(ABOVE, one.box) for one in FIELDS] == list(ABOVE.lines)
    assert label_above(column(("Due date", 100)), FIELDS[2].box) is None
    aside = scene(FIELDS[0], line("Subject", 40, 20))
    assert label_above(aside, FIELDS[0].box) is None


def test_a_field_far_below_is_named_where_the_whole_column_is_named_from_above() -> None:
    assert far_below(ABOVE, ABOVE.lines[2]) == FIELDS[2]
    assert [field_of(ABOVE, label) for label in ABOVE.lines] == FIELDS


def test_labels_at_the_feet_and_a_heading_far_above_name_nothing_below() -> None:
    feet = column(("Subject", 20), ("Amount", 68), ("Due date", 130), ("Remark", 216))
    heading = column(("Options", 4), ("Amount", 68), ("Due date", 130))
    for page in (feet, heading, column(("Amount", 68), ("Due date", 130))):
        assert not is_in_column_named_from_above(page, page.lines[0], FIELDS[1].box)
        assert far_below(page, page.lines[-1]) is None


def test_the_caption_of_a_box_at_the_foot_of_the_last_field_is_no_label_of_it() -> None:
    parts = (*FIELDS, *ABOVE.lines)
    box, caption = widget("checkbox", 20, 220, 14, 14, checked=False), line("Send a copy", 40, 218)
    plain, boxed = scene(*parts, caption), scene(*parts, box, caption)
    label, field = ABOVE.lines[1], FIELDS[1].box
    assert not is_in_column_named_from_above(plain, label, field)
    assert is_in_column_named_from_above(boxed, label, field)
