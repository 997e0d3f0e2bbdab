"""Windows put elsewhere, and found under a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.xserver import wait_until
from tools.geometry import Box, Point
from tools.x11.arrange import Arrangement
from tools.x11.overlay import Overlays

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = Box(200, 150, 400, 300)


@pytest.fixture
def overlays(xserver: str) -> Iterator[Overlays]:
    with Overlays(xserver) as overlays:
        yield overlays


@pytest.fixture
def picture() -> np.ndarray:
    return np.full((PLACE.height, PLACE.width, 4), 200, np.uint8)


def test_a_window_is_put_elsewhere_and_made_larger(
    xserver: str, overlays: Overlays, picture: np.ndarray
) -> None:
    overlays.dialog(PLACE, picture, "one")
    with Arrangement(xserver) as arrangement:
        # The window manager takes a moment to list a window that has come up.
        [window] = wait_until(arrangement.windows, lambda: "the window in the manager's list")
        assert arrangement.move(window, Point(40, 60))
        [moved] = arrangement.windows()
        assert (moved.outer.left, moved.outer.top) == (40, 60)
        assert arrangement.resize(moved, 500, 310)
        [larger] = arrangement.windows()
        assert (larger.inner.width, larger.inner.height) == (500, 310)
        assert not arrangement.move(larger, Point(40, 60))  # it is there already


def test_what_is_under_a_point_without_a_window(xserver: str) -> None:
    with Arrangement(xserver) as arrangement:
        assert arrangement.under(Point(3, 4)) == ("", Point(3, 4))


def test_a_window_on_top_hides_those_beneath(xserver: str, overlays: Overlays, picture: np.ndarray) -> None:
    overlays.dialog(PLACE, picture, "beneath")
    with Arrangement(xserver) as arrangement:
        [window] = arrangement.windows()
        inside = Point(window.inner.left + 30, window.inner.top + 20)
        assert arrangement.under(inside) == ("beneath", Point(30, 20))
        overlays.cover(Box(inside.x - 5, inside.y - 4, 50, 50), picture[:50, :50].copy())
        assert arrangement.under(inside) == ("", Point(5, 4)), "a cover has no title"
