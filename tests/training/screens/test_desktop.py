"""A display's ground and windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.xserver import wait_until
from tools.geometry import Box, Size
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from tools.x11.arrange import Arrangement
from tools.x11.overlay import Overlays
from training.screens.desktop import Desktop, Layer
from training.screens.grounds import desktop_ground

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def xserver() -> Iterator[str]:
    with virtual_display() as display:
        yield display


@pytest.fixture
def desktop(xserver: str) -> Iterator[Desktop]:
    with Desktop(xserver) as desktop:
        yield desktop


def test_a_ground_is_shown_behind_windows(xserver: str, desktop: Desktop) -> None:
    with Screen(xserver) as screen:
        ground = desktop_ground(3, screen.size)
        desktop.lay(ground)
        assert np.array_equal(screen.grab().bgrx[:, :, :3], ground[:, :, :3])


def seen(desktop: Desktop) -> list[Layer]:
    """The layers without what a window manager hides in single pixels."""
    return [layer for layer in desktop.layers() if layer.outer.area > 1]


def test_layers_come_lowest_first(xserver: str, desktop: Desktop) -> None:
    picture, boxes = np.zeros((100, 200, 4), np.uint8), [Box(100, 120, 200, 100), Box(50, 60, 200, 100)]
    with Overlays(xserver) as first, Overlays(xserver) as second:
        first.cover(boxes[0], picture)
        second.cover(boxes[1], picture)
        below, above = seen(desktop)[-2:]
    assert [below.outer, above.outer] == boxes
    assert (below.inner, above.inner) == (None, None)
    assert below.client != above.client


def framed(desktop: Desktop) -> list[tuple[int, Box, Box]]:
    return [(layer.window, layer.inner, layer.outer) for layer in seen(desktop) if layer.inner]


def test_a_layer_has_the_window_within_a_frame(xserver: str, desktop: Desktop) -> None:
    with Overlays(xserver) as overlays:
        overlays.dialog(Box(100, 120, 200, 100), np.zeros((100, 200, 4), np.uint8), "framed")
        with Arrangement(xserver) as arrangement:
            told = lambda: [(one.id, one.inner, one.outer) for one in arrangement.windows()]  # noqa: E731
            wait_until(lambda: told() and framed(desktop) == told(), lambda: f"{framed(desktop)} as {told()}")


def test_grounds_are_whole_pictures_and_differ_by_seed() -> None:
    size = Size(64, 48)
    grounds = [desktop_ground(seed, size) for seed in range(6)]
    assert {ground.shape for ground in grounds} == {(48, 64, 4)}
    assert len({ground.tobytes() for ground in grounds}) == 6
