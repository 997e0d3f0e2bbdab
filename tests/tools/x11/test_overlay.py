"""Windows laid over others: what they show, and that they hear what is done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.xserver import wait_for_window, wait_until
from tools.action import Click, Type
from tools.geometry import Box, Point
from tools.host.screen import Screen
from tools.observation import Monitor
from tools.x11.arrange import Arrangement
from tools.x11.overlay import Overlays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.host.input import Input

PLACE = Box(200, 150, 400, 300)


@pytest.fixture
def overlays(xserver: str) -> Iterator[Overlays]:
    with Overlays(xserver) as overlays:
        yield overlays


@pytest.fixture
def picture() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Larger than one request may be, and different everywhere."""
    rows, columns = np.mgrid[0 : PLACE.height, 0 : PLACE.width]
    return np.stack([rows % 251, columns % 241, rows * columns % 239, rows * 0], axis=2).astype(np.uint8)


def test_a_cover_shows_its_picture_and_hears_presses(
    xserver: str, overlays: Overlays, hands: Input, picture: np.ndarray
) -> None:
    overlays.cover(PLACE, picture)
    with Screen(xserver) as screen:
        assert (screen.grab().bgrx[PLACE.slices][:, :, :3] == picture[:, :, :3]).all()
    assert overlays.touched() == 0
    hands.perform(Click(point=PLACE.center), Monitor())
    hands.perform(Click(point=Point(PLACE.left - 5, PLACE.top)), Monitor())
    assert overlays.touched() == 1


def test_covers_are_gone_when_closed(xserver: str, picture: np.ndarray) -> None:
    with Screen(xserver) as screen:

        def is_covered() -> bool:
            return bool((screen.grab().bgrx[PLACE.slices][:, :, :3] == picture[:, :, :3]).all())

        with Overlays(xserver) as overlays:
            overlays.cover(PLACE, picture)
            assert is_covered()
        wait_until(lambda: not is_covered(), lambda: "the covered part again")


def test_a_dialog_is_a_window_with_the_keyboard(
    xserver: str, overlays: Overlays, hands: Input, picture: np.ndarray
) -> None:
    overlays.dialog(PLACE, picture, "Grüße")
    with Arrangement(xserver) as arrangement:
        [window] = wait_until(arrangement.windows, lambda: "the manager's list")
        assert (window.title, window.inner.width, window.inner.height) == ("Grüße", 400, 300)
        assert arrangement.under(window.inner.center) == ("Grüße", Point(200, 150))
    wait_for_window(xserver, "Grüße")
    hands.perform(Type(text="ab"), Monitor())
    wait_until(lambda: overlays.touched() == 2, overlays.touched)
