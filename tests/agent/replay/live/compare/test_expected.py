"""Whether a screen is the recorded one that comes next, without reading."""

from __future__ import annotations

from agent.replay.live.compare.expected import Expected
from tests.tools.scenes import painted
from tools.geometry import Box
from tools.observation import Frame

CHANGE, CLOCK, PICTURE = Box(100, 200, 60, 20), Box(600, 10, 60, 16), Box(600, 500, 50, 50)
CARET = Box(300, 200, 2, 18)


def screen(*marks: Box) -> Frame:
    return painted(marks=marks).frame


BEFORE, AFTER = screen(), screen(CHANGE)


def test_what_the_action_changed_tells_that_it_is_done() -> None:
    expected = Expected(AFTER, BEFORE)
    assert expected.is_reached(screen(CHANGE, CARET))
    assert expected.is_certain(screen(CHANGE, CARET))
    assert not expected.is_reached(BEFORE)
    assert not expected.is_certain(BEFORE)


def test_anything_else_has_to_be_read() -> None:
    assert not Expected(AFTER, BEFORE).is_certain(screen(CHANGE, PICTURE))


def test_another_size_is_another_screen() -> None:
    small = Frame(BEFORE.bgrx[:300].copy())
    assert not Expected(BEFORE).is_reached(small)


def test_the_first_screen_has_no_change_to_show() -> None:
    assert Expected(BEFORE).is_reached(screen())
    assert not Expected(BEFORE).is_certain(AFTER)


def test_a_screen_that_was_to_stay_as_it_is_tells_nothing_about_the_program() -> None:
    still = Expected(BEFORE, screen(CARET))
    assert not still.is_reached(screen())
    assert still.is_certain(screen())
    assert not Expected(BEFORE, BEFORE, ignored=[CLOCK]).is_certain(screen(CLOCK))


def test_an_ignored_region_may_differ_and_tells_nothing() -> None:
    assert Expected(AFTER, BEFORE, ignored=[CLOCK]).is_reached(screen(CHANGE, CLOCK))
    assert not Expected(screen(CLOCK), BEFORE, ignored=[CLOCK]).is_reached(screen(CLOCK))


def test_what_differed_before_may_go_on_to_differ_unless_the_change_lies_there() -> None:
    assert Expected(AFTER, BEFORE, allowed=[PICTURE]).is_certain(screen(CHANGE, PICTURE))
    assert not Expected(AFTER, BEFORE, allowed=[CHANGE.grow(9)]).is_certain(AFTER)


def test_what_differed_before_may_not_change_once_more() -> None:
    """Another record is shown where one was read and found to be well."""
    read = screen(PICTURE)
    expected = Expected(AFTER, BEFORE, read=read, allowed=[PICTURE])
    assert expected.is_certain(screen(CHANGE, PICTURE))
    assert not expected.is_certain(screen(CHANGE, Box(600, 500, 50, 20)))
