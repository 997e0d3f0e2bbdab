"""What is hidden of a frame before it leaves the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tools.geometry import Box
from tools.host.redactions import Redactions
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Collection


@pytest.fixture
def frame() -> Frame:
    return Frame.from_rgb(np.random.default_rng(0).integers(0, 100, (50, 60, 3), np.uint8))


def test_regions_are_hidden_with_a_margin_and_the_rest_is_left(frame: Frame) -> None:
    redactions = Redactions()
    assert redactions.apply(frame) is frame
    redactions.add([Box(55, 45, 20, 20)])
    hidden = redactions.apply(frame)
    assert (hidden.rgb[42:, 52:] == 128).all()
    assert np.array_equal(hidden.rgb[:42], frame.rgb[:42])
    assert np.array_equal(frame.rgb[42:, 52:] == 128, np.zeros((8, 8, 3), bool)), "the frame itself stays"


def test_what_a_censor_finds_is_hidden_in_that_frame_and_in_those_compared_with_it(frame: Frame) -> None:
    found = [Box(10, 10, 5, 5)]
    redactions = Redactions(lambda _frame, _regions: tuple(found))
    hidden = redactions.hide(frame)
    assert (hidden.rgb[10:15, 10:15] == 128).all()
    found.clear()
    assert (redactions.hide_alike(frame).rgb[10:15, 10:15] == 128).all(), "the last frame's, not this one's"
    assert redactions.hide(frame) is frame
    assert redactions.hide_alike(frame) is frame


def test_a_censor_sees_the_frame_as_it_was_so_that_half_a_secret_beside_a_region_is_found(
    frame: Frame,
) -> None:
    seen: list[Frame] = []

    def censor(shown: Frame, _regions: object) -> tuple[Box, ...]:
        seen.append(shown)
        return (Box(10, 10, 40, 5),)

    redactions = Redactions(censor)
    redactions.add([Box(10, 10, 15, 5)])
    hidden = redactions.hide(frame)
    assert seen[0] is frame
    assert (hidden.rgb[10:15, 10:50] == 128).all()


def test_a_censor_looks_again_at_what_the_paint_leaves(frame: Frame) -> None:
    """It is told of the regions, and of what it found before."""
    first, second = Box(10, 10, 15, 5), Box(30, 10, 15, 5)

    def censor(_shown: Frame, regions: Collection[Box]) -> tuple[Box, ...]:
        return (second,) if first in regions else (first,)

    hidden = Redactions(censor).hide(frame)
    assert (hidden.rgb[10:15, 10:25] == 128).all()
    assert (hidden.rgb[10:15, 30:45] == 128).all()
    assert not (hidden.rgb[10:15, 25:30] == 128).any()
