"""A tip is what is painted anew by an icon while the pointer rests on it, and was never there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import KnownLook, painted
from tools.geometry import Box
from tools.locate.tips.coming import tip_of
from tools.see.icons.icon import Icon
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.see.scene import Scene

ICON, OTHER = Icon(Box(60, 20, 16, 16)), Box(100, 20, 16, 16)
READY, TIP = Line("Ready", Box(60, 40, 40, 14)), Line("Settings", Box(64, 60, 50, 14))


def seen(now: Scene, *earlier: Scene) -> tuple[Line, ...]:
    return tip_of(ICON, [KnownLook(scene) for scene in earlier], KnownLook(now))


def test_a_tip_is_what_came_up_by_the_pointer() -> None:
    far = Line("Saved", Box(300, 60, 40, 14))
    assert seen(painted(READY, TIP, far), painted(READY)) == (TIP,)
    assert seen(painted(READY, TIP), painted(READY, TIP)) == ()


@pytest.mark.parametrize("line", [Line("Q", ICON.box), Line("Settings", TIP.box, 0.7)])
def test_the_icon_itself_or_what_is_read_in_doubt_is_no_tip(line: Line) -> None:
    assert seen(painted(line), painted()) == ()


def test_of_two_texts_that_came_up_the_one_by_the_pointer_is_the_tip() -> None:
    ruler = Line("1 2 3 4 5 6 7 8 9", Box(40, 90, 180, 12))
    assert seen(painted(TIP, ruler), painted()) == (TIP,)


def test_numbers_that_are_drawn_anew_are_no_tip() -> None:
    assert seen(painted(Line("1 2 3 4", Box(60, 60, 60, 12))), painted()) == ()


def test_a_tip_may_stand_a_little_aside() -> None:
    for left, is_one in ((130, True), (220, False)):
        line = Line("Group", Box(left, 60, 40, 14))
        assert seen(painted(line, TIP), painted(TIP)) == ((line,) if is_one else ())


def test_a_tip_has_lines_one_below_the_other_and_rests_of_covered_texts_are_none_of_them() -> None:
    more, rest = Line("of this program", Box(64, 76, 90, 14)), Line("pea", Box(120, 60, 20, 14))
    middle = Line("Ctrl+P", Box(72, 76, 34, 14))
    assert seen(painted(TIP, more, rest), painted()) == (TIP, more)
    assert seen(painted(TIP, middle), painted()) == (TIP, middle)


def test_a_tip_may_reach_into_its_icon() -> None:
    low = Line("Full Screen", Box(70, 30, 70, 14))
    assert seen(painted(low), painted()) == (low,)


def test_what_is_read_anew_in_the_same_pixels_is_no_tip() -> None:
    before = painted(marks=(OTHER,))
    lit = painted(marks=(OTHER, ICON.box))
    now = type(lit)(lit.frame, (Line("Save", OTHER),), ())
    assert seen(now, before) == ()


def test_what_the_tip_before_it_had_covered_is_none() -> None:
    below = Line("Settings", TIP.box)
    covered = painted(Line("Save the file", TIP.box))
    assert seen(painted(below), painted(below), covered) == ()
    assert seen(painted(below), covered) == (below,)


def test_nothing_is_read_where_nothing_has_changed() -> None:
    look = KnownLook(painted(READY))
    tip_of(ICON, [look], look)
    assert look.read_parts == 0
