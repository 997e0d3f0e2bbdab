"""Capture, on a real display."""

from __future__ import annotations

import subprocess

import numpy as np
import pytest

from tests.tools.xserver import server_of, set_mode
from tools.errors import DisplayLost, EnvironmentFault
from tools.geometry import ScreenPoint, Size
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from tools.observation import Monitor
from tools.x11.root import Root

SMALL = Size(640, 480)


def test_grab_is_the_captured_memory() -> None:
    with virtual_display(SMALL) as display, Screen(display) as screen:
        frame = screen.grab()
        assert frame.size == screen.size == SMALL
        assert screen.monitor == Monitor(ScreenPoint(0, 0), 1.0)
        assert isinstance(frame.bgrx.base.base, memoryview | bytearray)
        assert not np.shares_memory(frame.bgrx, screen.grab().bgrx)


def test_missing_monitor_and_display() -> None:
    with virtual_display(SMALL) as display, pytest.raises(EnvironmentFault, match="no monitor 3; it has 1"):
        Screen(display, 3)
    with pytest.raises(EnvironmentFault, match="can't open display :987"):
        Screen(":987")


@pytest.mark.parametrize(("before", "after"), [(SMALL, Size(500, 400)), (Size(800, 600), SMALL)])
def test_changed_resolution_is_followed(before: Size, after: Size) -> None:
    with virtual_display(before) as display, Screen(display) as screen, Root(display) as root:
        set_mode(display, after)
        root.sync()
        assert root.moved()
        assert root.area[2:] == after
        assert screen.grab().size == after
        set_mode(display, Size(300, 200))
        subprocess.run(
            ["xrandr", "-d", display, "--output", "screen", "--mode", f"{after.width}x{after.height}"],
            check=True,
        )
        screen.reopen()
        assert screen.grab().size == after


def test_killed_server_is_a_lost_display() -> None:
    with virtual_display(SMALL) as display, Screen(display) as screen, Root(display) as root:
        server = server_of(display)
        server.kill()
        server.wait()
        with pytest.raises(DisplayLost, match=f"display {display}"):
            screen.grab()
        with pytest.raises(DisplayLost, match=f"display {display}"):
            root.moved()
        with pytest.raises(DisplayLost):
            root.sync()


def test_xcb_back_end_is_used() -> None:
    """mss's `xlib` back end would end this process when the server dies."""
    with virtual_display(SMALL) as display, Screen(display) as screen:
        assert type(screen._mss._impl).__name__ == "MSSImplXShmGetImage"
