"""Switches by their shape: a knob at one end of a track, and on where that is the right one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.scene import Widget
from tools.see.shapes.switches import find_switches, has_shape, shows_twice

if TYPE_CHECKING:
    from collections.abc import Callable

TRACK = Box(60, 60, 50, 26)


def pill(canvas: Canvas, shade: int) -> None:
    """A track with round ends."""
    for x in (TRACK.left + 13, TRACK.right - 13):
        cv2.circle(canvas.pixels, (x, TRACK.center.y), 13, (shade,) * 3, -1)
    canvas.fill(Box(TRACK.left + 13, TRACK.top, TRACK.width - 26, 27), shade)


def round_knob(canvas: Canvas, *, on: bool) -> None:
    """A disc in a pill."""
    pill(canvas, 120 if on else 190)
    canvas.circle(Box(TRACK.right - 24 if on else TRACK.left + 2, TRACK.top + 2, 23, 23), edge=100)


def half(canvas: Canvas, *, on: bool) -> None:
    """Two halves: a knob, and a track with a stroke."""
    canvas.box(TRACK, inside=200 if on else 180)
    left = Box(TRACK.left + 1, TRACK.top + 1, 24, 24)
    knob, track = (left.shift(24, 0), left) if on else (left, left.shift(24, 0))
    canvas.box(knob, inside=250, edge=100)
    canvas.fill(Box(track.center.x - 1, track.center.y - 5, 2, 10), 20)


@pytest.mark.parametrize("draw", [round_knob, half])
@pytest.mark.parametrize("on", [True, False])
def test_a_switch_is_on_where_its_knob_is_at_the_right(draw: Callable[..., None], *, on: bool) -> None:
    canvas = Canvas()
    draw(canvas, on=on)
    (found,) = find_switches(canvas.frame)
    assert found.kind == "checkbox"
    assert found.checked is on
    assert TRACK.grow(2).overlap(found.box) == found.box
    assert has_shape(found.box)


def test_the_track_beside_a_knob_that_shows_its_shadow_alone_is_no_knob() -> None:
    """As Material's switch that is off: white on white."""
    canvas = Canvas(ground=255)
    track = Box(70, 64, 40, 16)
    cv2.circle(canvas.pixels, (102, 72), 8, (150,) * 3, -1)
    canvas.fill(track._replace(width=32), 150)
    cv2.circle(canvas.pixels, (74, 74), 13, (225,) * 3, -1)
    cv2.circle(canvas.pixels, (74, 71), 13, (255,) * 3, -1)
    assert not any(one.checked for one in find_switches(canvas.frame, (Box(61, 58, 49, 28),)))


def test_a_track_without_a_knob_and_letters_are_none() -> None:
    canvas = Canvas()
    pill(canvas, 120)
    canvas.text("On or off: Oo", 40, 120, scale=0.6)
    assert find_switches(canvas.frame) == ()


def test_a_small_one_is_believed_only_where_there_is_supposed_to_be_one() -> None:
    canvas = Canvas()
    small = Box(60, 60, 27, 14)
    for x in (small.left + 7, small.right - 7):
        cv2.circle(canvas.pixels, (x, small.center.y), 7, (120,) * 3, -1)
    canvas.fill(Box(small.left + 7, small.top, 13, 15), 120)
    canvas.circle(Box(small.left + 2, small.top + 2, 11, 11), edge=255)
    assert find_switches(canvas.frame) == ()
    (found,) = find_switches(canvas.frame, (small,))
    assert found == Widget("checkbox", found.box, checked=False)


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("coloured", [True, False])
def test_knob_and_track_of_a_switch_say_the_same_or_not(*, on: bool, coloured: bool) -> None:
    canvas = Canvas()
    canvas.fill(TRACK, (40, 120, 220) if coloured else 190)
    canvas.circle(Box(TRACK.right - 24 if on else TRACK.left + 2, TRACK.top + 2, 23, 23), edge=100)
    (found,) = find_switches(canvas.frame)
    assert found.checked is on
    assert shows_twice(canvas.frame, found) is (on is coloured)
    astray = replace(
        found, box=Box(found.box.left + 2, found.box.top - 1, found.box.width - 2, found.box.height + 4)
    )
    assert shows_twice(canvas.frame, astray) is (on is coloured), "the detector's box is near enough"
    assert not shows_twice(canvas.frame, replace(found, checked=not on))


@pytest.mark.parametrize("on", [True, False])
def test_a_knob_of_the_ground_s_own_colour_is_where_it_bites_into_its_track(*, on: bool) -> None:
    canvas = Canvas(ground=255)
    track, switch = Box(66, 61, 34, 14), Box(60, 59, 46, 24)
    for x in (track.left + 7, track.right - 7):
        cv2.circle(canvas.pixels, (x, track.center.y), 7, (158,) * 3, -1)
    canvas.fill(track.grow(-7)._replace(top=track.top, height=15), 158)
    knob = (track.right - 5 if on else track.left + 5, track.center.y)
    cv2.circle(canvas.pixels, (knob[0], knob[1] + 2), 10, (215,) * 3, -1)
    cv2.circle(canvas.pixels, knob, 10, (255,) * 3, -1)
    (found,) = find_switches(canvas.frame, (switch,))
    assert found.checked is on


@pytest.mark.parametrize("on", [True, False])
def test_a_knob_of_the_ground_s_own_colour_that_only_cuts_off_a_small_track_is_at_its_flat_end(
    *, on: bool
) -> None:
    canvas = Canvas(ground=255)
    for x in (69, 85):
        cv2.circle(canvas.pixels, (x, 70), 5, (158,) * 3, -1)
    canvas.fill(Box(69, 65, 16, 11), 158)
    knob = Box(74, 62, 17, 17) if on else Box(63, 62, 17, 17)
    canvas.box(knob, inside=255, edge=240)
    (found,) = find_switches(canvas.frame, (Box(62, 62, 30, 18),))
    assert found.checked is on


@pytest.mark.parametrize("on", [True, False])
def test_a_track_that_its_knob_reaches_above_is_none(*, on: bool) -> None:
    canvas = Canvas(ground=30)
    left, right = Box(60, 63, 14, 10), Box(73, 63, 14, 10)
    knob, track = (right, left) if on else (left, right)
    canvas.fill(left.union(right), 109)
    cv2.circle(canvas.pixels, knob.center, 8, (187,) * 3, -1)
    assert track.height >= 0.42 * 17
    (found,) = find_switches(canvas.frame, (Box(60, 58, 28, 20),))
    assert found.checked is on


def test_a_small_one_in_a_box_is_one_wherever_it_is() -> None:
    canvas = Canvas(ground=50)
    box = canvas.box(Box(60, 60, 36, 19), inside=63, edge=140)
    canvas.circle(Box(62, 63, 13, 13), inside=255, edge=250)
    assert find_switches(canvas.frame) == (Widget("checkbox", box, checked=False),)
