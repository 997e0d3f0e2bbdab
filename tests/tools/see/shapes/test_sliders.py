"""Sliders by their shape: a thumb on a trough; no progress bar, no field with selected text."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.shapes.sliders import find_sliders

TROUGH = Box(40, 60, 180, 16)


def thin(canvas: Canvas, thumb_at: int, *, filled: bool = True, inside: int = 255) -> Box:
    """A bar four pixels high with a round thumb of 16."""
    canvas.fill(Box(40, 66, 180, 4), 180)
    if filled:
        canvas.fill(Box(40, 66, thumb_at - 40, 4), (50, 120, 220))
    return canvas.circle(Box(thumb_at, 60, 17, 17), inside=inside)


def sunken(canvas: Canvas, thumb: Box) -> None:
    """A trough with a border, as high as the raised thumb in it."""
    canvas.box(TROUGH, inside=190)
    raised(canvas, thumb)


def raised(canvas: Canvas, thumb: Box) -> Box:
    """A thumb with a grip in its middle."""
    canvas.fill(thumb, 250)
    canvas.fill(Box(thumb.left + 1, thumb.top + 1, thumb.width - 1, thumb.height - 1), 130)
    canvas.fill(Box(thumb.left + 1, thumb.top + 1, thumb.width - 2, thumb.height - 2), 220)
    canvas.fill(Box(thumb.center.x - 1, thumb.top, 1, thumb.height), 130)
    canvas.fill(Box(thumb.center.x, thumb.top, 1, thumb.height), 250)
    return thumb


@pytest.mark.parametrize("at", [40, 110, 203])
@pytest.mark.parametrize("inside", [255, 220, 30], ids=["white", "of its ground's colour", "dark"])
def test_a_thumb_on_a_thin_trough_is_a_slider(at: int, inside: int) -> None:
    canvas = Canvas()
    thumb = thin(canvas, at, inside=inside)
    (found,) = find_sliders(canvas.frame)
    assert abs(found.thumb.center.x - thumb.center.x) <= 1
    assert abs(found.box.left - 40) <= 1
    assert found.place == pytest.approx((at - 40) / 163, abs=0.02)


@pytest.mark.parametrize("left", [41, 100, 189])
def test_a_raised_thumb_in_a_sunken_trough_is_a_slider(left: int) -> None:
    canvas = Canvas()
    sunken(canvas, Box(left, 61, 30, 14))
    (found,) = find_sliders(canvas.frame)
    assert abs(found.thumb.center.x - (left + 15)) <= 2
    assert found.box == TROUGH


@pytest.mark.parametrize("at", [60, 110, 190])
def test_a_slider_may_lie_on_a_plate_of_its_own(at: int) -> None:
    """On an even ground or a striped one, as FLTK draws it: the trough goes from end to end."""
    canvas = Canvas()
    for row in range(40, 100, 3):
        canvas.fill(Box(0, row, 320, 1), 216)
    canvas.fill(Box(40, 58, 180, 21), 200)
    canvas.box(Box(40, 66, 180, 5), inside=150, edge=60)
    thumb = canvas.box(Box(at, 58, 14, 21), inside=205, edge=110)
    (found,) = find_sliders(canvas.frame)
    assert found.box == Box(40, 58, 180, 21)
    assert abs(found.thumb.center.x - thumb.center.x) <= 1


@pytest.mark.parametrize("gap", [0, 2])
@pytest.mark.parametrize("at", [60, 110, 190])
def test_a_thumb_may_part_its_trough(at: int, gap: int) -> None:
    canvas = Canvas()
    canvas.fill(Box(40, 66, 180, 6), 120)
    canvas.fill(Box(at - gap, 62, 10 + 2 * gap, 14), 220)  # the ground's
    thumb = canvas.fill(Box(at, 62, 10, 14), (140, 180, 40))
    (found,) = find_sliders(canvas.frame)
    assert (found.box.left, found.box.width) == (40, 180)
    assert abs(found.thumb.center.x - thumb.center.x) <= 1


@pytest.mark.parametrize("at", [45, 100, 180])
def test_ticks_may_stand_in_a_sunken_trough_below_its_thumb(at: int) -> None:
    canvas = Canvas()
    canvas.box(Box(40, 60, 180, 26), inside=190)
    for column in range(50, 220, 20):
        canvas.fill(Box(column, 77, 1, 7), 0)
    thumb = raised(canvas, Box(at, 61, 30, 15))
    (found,) = find_sliders(canvas.frame)
    assert found.box == Box(40, 60, 180, 26)
    assert abs(found.thumb.center.x - thumb.center.x) <= 2


def test_a_plate_with_a_rule_and_a_word_or_a_part_that_is_filled_is_no_slider() -> None:
    canvas = Canvas()
    canvas.fill(Box(40, 20, 180, 21), 200)
    canvas.fill(Box(40, 30, 180, 2), 120)
    canvas.fill(Box(90, 20, 60, 21), 200)
    canvas.text("or", 112, 24)
    canvas.fill(Box(40, 60, 180, 20), 200)  # a progress bar
    canvas.fill(Box(40, 60, 100, 20), (50, 120, 220))
    canvas.fill(Box(40, 100, 180, 20), 200)  # one that is thinner than its plate, and thicker where filled
    canvas.fill(Box(40, 108, 180, 4), 150)
    canvas.fill(Box(40, 106, 100, 8), (50, 120, 220))
    assert find_sliders(canvas.frame) == ()


def test_what_only_looks_a_little_like_one_is_none() -> None:
    canvas = Canvas()
    canvas.box(TROUGH)  # a field with selected text
    canvas.fill(Box(44, 62, 40, 12), (50, 120, 220))
    canvas.text("70", 46, 63, ink=250)
    canvas.box(Box(40, 100, 180, 16))  # a progress bar
    canvas.fill(Box(41, 101, 60, 14), (50, 120, 220))
    canvas.fill(Box(40, 140, 180, 2), 120)  # a rule
    canvas.text("A text, underlined", 40, 160)
    canvas.fill(Box(40, 175, 140, 1), 20)
    assert find_sliders(canvas.frame) == ()
