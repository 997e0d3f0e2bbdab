"""Areas of even colour, and what lies on them, nested as on the screen."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.see.canvas import EDGE, Canvas
from tools.geometry import Box, Size
from tools.observation import Frame
from tools.see.pixels.regions import TOLERANCE, find_regions, flat, flat_mask


def test_a_box_with_a_border_is_an_outline_on_the_panel_and_an_area_inside_it() -> None:
    canvas = Canvas(Size(100, 60))
    box = canvas.box(Box(20, 10, 50, 30), inside=240, edge=EDGE)
    panel, inner = find_regions(canvas.frame)
    (outline,) = panel.outlines
    assert panel.inside is None
    assert outline.box == box
    assert outline.on is panel
    assert (inner.box, inner.color, inner.inside) == (box.grow(-1), (240, 240, 240), outline)
    assert outline.main is inner


def test_the_colour_is_that_of_most_of_its_edge_not_of_a_corner_in_the_shadow_of_a_bar() -> None:
    canvas = Canvas(Size(100, 60), ground=255)
    for row, shade in enumerate((240, 245, 250)):
        canvas.fill(Box(0, row, 100, 1), shade)
    assert find_regions(canvas.frame)[0].color == (255, 255, 255)


def test_the_colour_is_not_that_of_a_letter_at_its_left_end() -> None:
    canvas = Canvas(Size(100, 60))
    box = canvas.box(Box(20, 10, 70, 19), inside=240, edge=EDGE)
    canvas.fill(Box(22, 13, 1, 12), 0)  # the stem of an L
    canvas.fill(Box(22, 24, 6, 1), 0)
    inner = next(region for region in find_regions(canvas.frame) if region.box == box.grow(-1))
    assert inner.color == (240, 240, 240)


def test_areas_do_not_leak_through_the_corner_of_a_border() -> None:
    canvas = Canvas(Size(60, 60))
    canvas.box(Box(10, 10, 30, 30), inside=220, edge=EDGE)
    assert len(find_regions(canvas.frame)) == 2


@pytest.mark.parametrize("between", [248, 250, 251])
def test_areas_do_not_leak_through_the_edge_of_a_letter_that_is_cut_off(between: int) -> None:
    """A list without a border on a light panel: its last row is cut where a letter has a shade of both."""
    pixels = np.full((60, 60, 3), 244, np.uint8)
    pixels[10:40, 10:40] = 255
    pixels[30:40, 20:22] = 27
    pixels[39, 22] = between
    paper = [region for region in find_regions(Frame.from_rgb(pixels)) if region.light == 255]
    assert [region.box for region in paper] == [Box(10, 10, 30, 30)]


def test_the_fill_tells_a_rectangle_from_a_disc() -> None:
    canvas = Canvas(Size(100, 60))
    canvas.box(Box(5, 5, 40, 40))
    canvas.circle(Box(52, 5, 41, 41))
    disc, square = find_regions(canvas.frame)[0].outlines
    assert square.fill == pytest.approx(1, abs=0.02)
    assert disc.fill == pytest.approx(0.79, abs=0.04)


def test_a_gentle_gradient_is_one_area_and_a_step_is_an_edge() -> None:
    ramp = np.arange(20) * (TOLERANCE - 2)
    gradient = np.broadcast_to(ramp[None, :, None], (10, 20, 3)).astype(np.uint8).copy()
    assert len(find_regions(Frame.from_rgb(gradient))) == 1
    gradient[:, 10:] += TOLERANCE
    assert len(find_regions(Frame.from_rgb(gradient))) == 2


def test_a_pixel_is_flat_that_equals_those_right_of_it_and_below() -> None:
    pixels = np.zeros((4, 4, 3), np.uint8)
    pixels[2, 2] = 200
    flat = np.ones((4, 4), np.uint8)
    flat[1:3, 1:3] = 0
    assert np.array_equal(flat_mask(Frame.from_rgb(pixels)), flat)


def test_light_is_what_the_eye_weighs() -> None:
    shades = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    lights = [find_regions(Frame.from_rgb(np.full((8, 8, 3), shade, np.uint8)))[0].light for shade in shades]
    assert lights == pytest.approx([76.2, 149.7, 29.1, 255], abs=0.1)


def shaded(steps: int) -> Canvas:
    """A box as FLTK draws its fields in `gleam`: a step of ten levels from row to row, then white."""
    canvas = Canvas(Size(100, 60), ground=192)
    canvas.box(Box(20, 10, 60, 30), inside=255, edge=12)
    for row in range(steps):
        canvas.fill(Box(21, 11 + row, 58, 1), 255 - 10 * (steps - row))
    return canvas


@pytest.mark.parametrize("steps", [0, 3, 9])
def test_a_steep_even_shading_is_one_area_in_the_colour_of_most_of_it(steps: int) -> None:
    _, inner = find_regions(shaded(steps).frame)
    assert (inner.box, inner.color) == (Box(21, 11, 58, 28), (255, 255, 255))


@pytest.mark.parametrize("left", [22, 45])
def test_letters_at_one_end_of_a_shaded_area_are_not_its_colour(left: int) -> None:
    canvas = shaded(9)
    canvas.text("Nord", left, 14, scale=0.35)
    inner = max(find_regions(canvas.frame)[1:], key=lambda one: one.box.area)
    assert inner.light > 250


def test_a_single_step_as_steep_is_an_edge() -> None:
    _, inner = find_regions(shaded(1).frame)
    assert inner.box.top == 12


def test_of_a_steep_shading_what_is_not_even_in_its_row_is_an_edge() -> None:
    canvas = shaded(9)
    canvas.text("Ada", 30, 12)
    _, inner = find_regions(canvas.frame)[:2]
    assert inner.outlines


@pytest.mark.parametrize("height", [1, 2, 127, 129, 130, 300])
def test_what_is_flat_does_not_depend_on_where_a_picture_begins(height: int) -> None:
    """It is found in bands of rows."""
    canvas = Canvas(Size(90, 300))
    for row in range(300):
        canvas.fill(Box(0, row, 30, 1), row * 9 % 200)
        canvas.fill(Box(30, row, 30, 1), row // 7 * 40 % 256)
        canvas.text("e", 62, row // 13 * 13)
    pixels = canvas.frame.bgrx
    for first in (0, 1, 60, 128):
        part = pixels[first : first + height]
        inner = flat(part)[1:-3]
        assert np.array_equal(inner, flat(pixels)[first + 1 :][: len(inner)])


@pytest.mark.parametrize("left", [0, 1, 2, 5, 35, 38, 39])
def test_what_is_flat_does_not_depend_on_how_wide_a_picture_is(left: int) -> None:
    """What has one colour at the sides of a band is not looked at."""
    pixels = np.zeros((300, 40, 4), np.uint8)
    pixels[100:150, left : left + 3] = np.random.default_rng(0).integers(0, 9, (50, 40, 4))[
        :, left : left + 3
    ]
    pixels[200:260, left : left + 9] = (np.arange(60, dtype=np.uint8) * 4)[:, None, None]
    around = np.pad(pixels, ((0, 0), (9, 9), (0, 0)))
    around[::60, [0, -1]] = 200
    assert np.array_equal(flat(pixels)[:, :-1], flat(around)[:, 9:-10])


@pytest.mark.parametrize("row", [0, 1, 126, 127, 128, 130, 131, 255, 256, 299])
def test_a_frame_that_differs_from_the_last_one_in_a_row_is_looked_at_as_if_there_were_none(row: int) -> None:
    """Only the bands that differ are."""
    canvas = Canvas(Size(90, 300))
    canvas.text("Ada", 30, 12)
    before = canvas.frame.bgrx.copy()
    flat_mask(Frame(before))
    after = before.copy()
    after[row, 20:40] ^= 255
    assert np.array_equal(flat_mask(Frame(after)), flat(after))
    smaller = before[:150].copy()
    assert np.array_equal(flat_mask(Frame(smaller)), flat(smaller))
