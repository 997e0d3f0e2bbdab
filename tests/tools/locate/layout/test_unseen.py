"""Unseen fields: what stands behind a label as the fields of its column do."""

from __future__ import annotations

from tests.tools.scenes import line, painted, widget
from tools.geometry import Box
from tools.locate.layout.labels import field_of
from tools.locate.layout.unseen import has_unseen_field

TOWN, NAME = line("Town", 20, 24), line("Name", 20, 64)
SEEN = widget("field", 100, 20, 120)
NEXT = widget("field", 20, 90, 120, 30)


def test_ink_where_the_field_would_be_is_one_that_was_not_made_out() -> None:
    assert has_unseen_field(painted(TOWN, SEEN, NAME, marks=(Box(100, 70, 120, 2),)), NAME.box)
    assert has_unseen_field(painted(TOWN, SEEN, NAME, line("Ada", 104, 64)), NAME.box)


def test_bare_ground_and_a_known_widget_are_none() -> None:
    assert not has_unseen_field(painted(TOWN, SEEN, NAME), NAME.box)
    assert not has_unseen_field(painted(TOWN, SEEN, NAME, widget("button", 104, 60, 60)), NAME.box)
    assert not has_unseen_field(painted(TOWN, NAME, line("Ada", 104, 64)), NAME.box), "no column"


def test_the_field_below_belongs_to_no_label_that_has_one_behind_it() -> None:
    below = painted(TOWN, SEEN, NAME, NEXT)
    assert field_of(below, NAME) == NEXT
    behind = painted(TOWN, SEEN, NAME, NEXT, line("Ada", 104, 64))
    assert field_of(behind, NAME) is None
