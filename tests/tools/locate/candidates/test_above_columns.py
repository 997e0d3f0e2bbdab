"""Labels of two columns that were read as one."""

from __future__ import annotations

import pytest

from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import widget
from tools.geometry import Box
from tools.locate.candidates.above_columns import above_columns
from tools.see.text.gaps import Gap, Spacing

LINE, SPACING = Box(18, 40, 244, 18), Spacing((Gap(70, 74), Gap(190, 200)), 12, 20, 260)
FIRST, SECOND = widget("field", 20, 62, 140), widget("field", 200, 62, 140)


def test_above_two_fields_a_label_begins_where_the_second_one_does() -> None:
    assert above_columns(screen(FIRST, SECOND), LINE, SPACING) == (Gap(190, 200),)


@pytest.mark.parametrize(
    "widgets",
    [
        (SECOND,),  # the line begins above nothing
        (FIRST,),
        (FIRST, widget("button", 200, 62, 140)),  # no label stands above one
        (FIRST, widget("field", 207, 62, 140)),  # in the middle of a word
        (widget("field", 20, 80, 140), widget("field", 200, 80, 140)),  # too far below
    ],
)
def test_elsewhere_none_is_known_to_begin(widgets: tuple[object, ...]) -> None:
    assert above_columns(screen(*widgets), LINE, SPACING) == ()
