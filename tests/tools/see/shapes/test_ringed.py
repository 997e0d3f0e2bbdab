"""What a focus ring is drawn around is the indicator, whose state its own middle shows."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.shapes.indicators import find_indicators
from tools.see.shapes.ringed import within_ring

RING, INDICATOR = Box(20, 20, 24, 24), Box(24, 24, 16, 16)
GROUND, BLUE, PALE = 255, 90, 190


def ringed(inside: str, *, gap: int = 1) -> Canvas:
    """A box with a ring of three pixels around it, as Ant Design draws one."""
    canvas = Canvas(ground=GROUND)
    canvas.fill(RING, PALE)
    canvas.fill(INDICATOR.grow(gap), GROUND)
    canvas.fill(INDICATOR, BLUE if inside == "on" else 210)
    if inside != "on":
        canvas.fill(INDICATOR.grow(-1), GROUND)
    if inside == "mixed":
        canvas.fill(INDICATOR.grow(-4), BLUE)
    if inside == "on":
        for step in range(6):
            canvas.fill(Box(28 + step, 30 + min(step, 4 - step), 2, 2), GROUND)
    canvas.text("Newsletter", 56, 24)
    return canvas


@pytest.mark.parametrize(("inside", "state"), [("on", True), ("off", False), ("mixed", None)])
def test_an_indicator_with_the_focus_shows_the_state_that_it_has(inside: str, *, state: bool | None) -> None:
    canvas = ringed(inside)
    found = find_indicators(canvas.frame, find_regions(canvas.frame))
    assert found[0].box == RING
    assert all(one.checked is state for one in found)


@pytest.mark.parametrize("way", [(slice(None), slice(2, None, 4)), (slice(2, None, 4), slice(None))])
def test_a_border_with_a_striped_block_is_no_ring(way: tuple[slice, slice]) -> None:
    canvas = Canvas(ground=GROUND)
    canvas.box(RING, GROUND, BLUE, thickness=2)
    canvas.fill(INDICATOR, BLUE)
    canvas.pixels[INDICATOR.slices][way] = GROUND
    (outline,) = find_regions(canvas.frame)[0].outlines
    assert within_ring(canvas.frame, outline, "checkbox") is outline


@pytest.mark.parametrize("block", [INDICATOR, Box(30, 30, 4, 4)])
def test_a_border_with_a_block_is_no_ring(block: Box) -> None:
    canvas = Canvas(ground=GROUND)
    canvas.box(RING, GROUND, BLUE, thickness=2)
    canvas.fill(block, BLUE)
    (outline,) = find_regions(canvas.frame)[0].outlines
    assert within_ring(canvas.frame, outline, "checkbox") is outline


def test_a_round_one_is_left_as_it_is() -> None:
    """A disc in a ring is a dot as well."""
    canvas = ringed("on")
    (outline,) = (one for one in find_regions(canvas.frame)[0].outlines if one.box == RING)
    assert within_ring(canvas.frame, outline, "checkbox").box == INDICATOR
    assert within_ring(canvas.frame, outline, "radio") is outline


def test_a_box_without_a_ring_stays_what_it_is() -> None:
    canvas = Canvas(ground=GROUND)
    canvas.box(INDICATOR, GROUND, 210)
    (outline,) = find_regions(canvas.frame)[0].outlines
    assert within_ring(canvas.frame, outline, "checkbox") is outline
