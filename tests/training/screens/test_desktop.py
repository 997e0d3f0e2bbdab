"""A display's ground and windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tools.geometry import Box, Size
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from tools.x11.arrange import Arrangement
from tools.x11.overlay import Overlays
from training.screens.desktop import Desktop
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


def test_layers_come_lowest_first_with_the_client_and_the_window_in_a_frame(
    xserver: str, desktop: Desktop
) -> None:
    picture = np.zeros((100, 200, 4), np.uint8)
    with Overlays(xserver) as first, Overlays(xserver) as second:
        first.dialog(Box(100, 120, 200, 100), picture, "below")
        second.cover(Box(50, 60, 200, 100), picture)
        below, above = [layer for layer in desktop.layers() if layer.outer.area > 1]
        [window] = [one for one in Arrangement(xserver).windows() if one.title == "below"]
    assert (below.inner, below.outer) == (window.inner, window.outer)
    assert (above.inner, above.outer) == (None, Box(50, 60, 200, 100))
    assert below.client != above.client


def test_grounds_are_whole_pictures_and_differ_by_seed() -> None:
    size = Size(64, 48)
    grounds = [desktop_ground(seed, size) for seed in range(6)]
    assert {ground.shape for ground in grounds} == {(48, 64, 4)}
    assert len({ground.tobytes() for ground in grounds}) == 6
