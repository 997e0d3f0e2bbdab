"""The screen that every desktop is built on."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import wait_until
from tools.errors import EnvironmentFault, Interrupted
from tools.geometry import Box
from tools.host.watched import WatchedScreen
from tools.x11.overlay import Overlays

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray


@pytest.fixture
def screen(xserver: str) -> Iterator[WatchedScreen]:
    with closing(WatchedScreen(xserver)) as screen:
        screen.settle.begin(time.monotonic())
        yield screen


@pytest.fixture
def white() -> NDArray[np.uint8]:
    import numpy as np

    return np.full((60, 80, 4), 255, np.uint8)


def test_a_screen_at_rest_is_the_same_frame_again(screen: WatchedScreen) -> None:
    frame, known = screen.await_rest()
    assert not known
    again, taken = screen.look()
    assert again is frame
    assert taken <= time.monotonic()
    assert screen.size == frame.size == (1024, 768)


def test_a_window_that_comes_is_told_of_where_it_is(
    screen: WatchedScreen, xserver: str, white: NDArray[np.uint8]
) -> None:
    screen.await_rest()
    with Overlays(xserver) as overlays:
        overlays.cover(Box(100, 200, 80, 60), white)
        assert Box(100, 200, 80, 60) in screen.moved(newest=True)
        assert screen.moved() == []


def test_a_known_state_ends_the_wait_as_soon_as_the_screen_is_calm(screen: WatchedScreen) -> None:
    screen.settle.begin(time.monotonic(), first=60, patience=60)
    began = time.monotonic()
    frame, known = screen.await_rest(lambda frame: frame.size == (1024, 768))
    assert known
    assert time.monotonic() - began < 30
    assert frame.size == (1024, 768)


def test_what_is_done_meanwhile_may_end_the_wait(screen: WatchedScreen) -> None:
    def person() -> None:
        raise Interrupted("a person")

    screen.settle.begin(time.monotonic(), first=60, patience=60)
    with pytest.raises(Interrupted):
        screen.await_rest(meanwhile=person)


def test_a_second_agent_is_kept_off_until_the_screen_is_closed(xserver: str) -> None:
    with (
        closing(WatchedScreen(xserver)),
        pytest.raises(EnvironmentFault, match="another agent"),
    ):
        WatchedScreen(xserver)
    WatchedScreen(xserver).close()


def test_what_can_not_be_opened_beside_it_closes_it(xserver: str) -> None:
    @contextmanager
    def broken() -> Iterator[None]:
        raise EnvironmentFault("no hands")
        yield

    screen = WatchedScreen(xserver)
    with pytest.raises(EnvironmentFault, match="no hands"):
        screen.open(broken)
    wait_until(lambda: WatchedScreen(xserver).close() is None, lambda: "the display to be free")
