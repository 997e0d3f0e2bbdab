"""Which changes between look and act take a decision's ground away."""

from __future__ import annotations

import pytest

from tools.action import Action, Click, Drag, Key, Scroll, Type, Wait
from tools.geometry import Box, Point, Size
from tools.settling.recheck import Grounds, objection

SCREEN = Size(1280, 800)
AT = Point(400, 400)
CARET, CURSOR = Box(410, 390, 2, 18), Box(900, 600, 10, 18)
TICK, DIALOG, TOOLTIP = Box(395, 395, 12, 12), Box(800, 500, 320, 140), Box(900, 600, 150, 20)


def told(
    action: Action, *changes: Box, windows: tuple[Box, ...] = (), pointer: Point | None = None
) -> str | None:
    return objection(action, pointer, SCREEN, changes, windows)


@pytest.mark.parametrize(
    "action", [Click(point=AT), Key(keys=("enter",)), Type(text="x"), Scroll(vertical=1)]
)
def test_nothing_changed(action: Action) -> None:
    assert told(action) is None


def test_click_objects_to_a_change_at_its_target() -> None:
    message = told(Click(point=AT), TICK)
    assert message is not None
    assert "(400, 400)" in message
    assert "(395, 395)" in message


def test_click_passes_over_a_caret_and_small_changes_elsewhere() -> None:
    assert told(Click(point=AT), CARET, TOOLTIP) is None


def test_click_objects_to_a_large_change_elsewhere() -> None:
    assert "large part" in str(told(Click(point=AT), DIALOG))


def test_click_objects_to_a_window_that_shows_nothing_yet() -> None:
    assert told(Click(point=AT), windows=(Box(300, 300, 200, 200),))


@pytest.mark.parametrize("action", [Key(keys=("enter",)), Type(text="x")])
def test_keys_object_to_more_than_a_cursor_anywhere(action: Action) -> None:
    assert told(action, CARET, CURSOR) is None
    assert told(action, TOOLTIP)
    assert told(action, windows=(TOOLTIP,))


def test_drag_looks_at_both_ends() -> None:
    assert told(Drag(point=Point(10, 10)), TICK, pointer=AT)
    assert told(Drag(point=AT), TICK, pointer=Point(10, 10))


def test_scroll_without_a_point_happens_at_the_pointer() -> None:
    assert told(Scroll(vertical=-3), TICK, pointer=AT)
    assert told(Scroll(vertical=-3), TICK, pointer=Point(900, 100)) is None


def test_wait_is_never_objected_to() -> None:
    assert told(Wait(seconds=1), DIALOG) is None


def test_what_a_rule_was_held_against_must_be_as_it_was_seen_too() -> None:
    caption = Box(880, 590, 200, 40)
    assert objection(Click(point=AT), None, SCREEN, [TOOLTIP], ()) is None
    told = objection(Click(point=AT), None, SCREEN, [TOOLTIP], (), [caption])
    assert told is not None
    assert told.startswith("what was read there changed after the screenshot was taken, at (900, 600)")
    assert objection(Click(point=AT), None, SCREEN, [CARET], (), [Box(400, 380, 50, 50)]) is None
    assert Grounds() == Grounds((), None)
