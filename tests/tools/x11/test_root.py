"""What the root window tells: windows that come, go and move, and that something was painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.xserver import bare_xserver
from tools.errors import EnvironmentFault
from tools.geometry import Box, ScreenBox
from tools.x11.overlay import Overlays
from tools.x11.root import Root

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = Box(100, 200, 80, 60)
THERE = ScreenBox(*PLACE)
WHITE = np.full((PLACE.height, PLACE.width, 4), 255, np.uint8)


@pytest.fixture
def root(xserver: str) -> Iterator[Root]:
    with Root(xserver) as root:
        yield root


def moved(root: Root) -> list[ScreenBox]:
    root.sync()
    return root.moved()


def test_a_window_that_comes_and_goes_leaves_its_place_stale_both_times(root: Root, xserver: str) -> None:
    assert moved(root) == []
    with Overlays(xserver) as overlays:
        overlays.cover(PLACE, WHITE)
        came = moved(root)
        assert ScreenBox(100, 200, 0, 0) in came, "made, not shown yet"
        assert THERE in came
        assert moved(root) == []
    while THERE not in moved(root):
        time.sleep(0.01)


def test_what_is_there_already_is_known_when_it_goes(xserver: str) -> None:
    with Overlays(xserver) as overlays:
        overlays.cover(PLACE, WHITE)
        with Root(xserver) as root:
            overlays.close()
            while THERE not in moved(root):
                time.sleep(0.01)


def test_a_wait_ends_when_something_is_painted(root: Root, xserver: str) -> None:
    while True:  # until nothing stirs of what other tests have left
        began = time.monotonic()
        root.wait(0.2)
        if time.monotonic() - began >= 0.2:
            break
    with Overlays(xserver) as overlays:
        overlays.cover(PLACE, WHITE)
        began = time.monotonic()
        root.wait(60)
        assert time.monotonic() - began < 30


def test_its_extent_is_the_screens(root: Root) -> None:
    assert root.area == ScreenBox(0, 0, 1024, 768)


def test_a_display_without_a_window_manager_is_said(xserver: str) -> None:
    with Root(xserver) as managed:
        managed.await_window_manager(20)
    with (
        bare_xserver() as display,
        Root(display) as bare,
        pytest.raises(EnvironmentFault, match=f"no window manager announced itself on {display}"),
    ):
        bare.await_window_manager(0.2)


def test_no_server_is_said() -> None:
    with pytest.raises(EnvironmentFault, match="':987'"):
        Root(":987")
