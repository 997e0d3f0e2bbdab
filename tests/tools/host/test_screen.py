"""Capture, on a real display."""

from __future__ import annotations

import signal
import subprocess
import time

import numpy as np
import psutil
import pytest

from tools.errors import DisplayLost, EnvironmentFault
from tools.geometry import ScreenPoint, Size
from tools.host.display import virtual_display
from tools.host.screen import Screen
from tools.observation import Monitor
from tools.x11.root import Root
from tools.x11.watchdog import Watchdog, answers, socket_path

SMALL = Size(640, 480)


def set_mode(display: str, size: Size) -> None:
    """Change a display's resolution. It can't grow beyond what it was started with."""
    name = f"{size.width}x{size.height}"
    mode = [name, "0", str(size.width), "0", "0", "0", str(size.height), "0", "0", "0"]
    for words in (
        ["--newmode", *mode],
        ["--addmode", "screen", name],
        ["--output", "screen", "--mode", name],
    ):
        subprocess.run(["xrandr", "-d", display, *words], check=True, capture_output=True)


def server_of(display: str) -> psutil.Process:
    """The X server of a display of this process's own: the one that listens on its socket."""
    for child in psutil.Process().children(recursive=True):
        if child.name() == "Xvfb" and socket_path(display) in {
            at.laddr for at in child.net_connections("unix")
        }:
            return child
    raise AssertionError(f"no server of {display}")


def test_grab_is_the_captured_memory():
    with virtual_display(SMALL) as display, Screen(display) as screen:
        frame = screen.grab()
        assert frame.size == screen.size == SMALL
        assert screen.monitor == Monitor(ScreenPoint(0, 0), 1.0)
        assert isinstance(frame.bgrx.base.base, memoryview | bytearray)
        assert not np.shares_memory(frame.bgrx, screen.grab().bgrx)


def test_missing_monitor_and_display():
    with virtual_display(SMALL) as display, pytest.raises(EnvironmentFault, match="no monitor 3; it has 1"):
        Screen(display, 3)
    with pytest.raises(EnvironmentFault, match="can't open display :987"):
        Screen(":987")


@pytest.mark.parametrize(("before", "after"), [(SMALL, Size(500, 400)), (Size(800, 600), SMALL)])
def test_changed_resolution_is_followed(before: Size, after: Size):
    with virtual_display(before) as display, Screen(display) as screen, Root(display) as root:
        set_mode(display, after)
        root.sync()
        assert root.moved()
        assert root.area[2:] == after
        assert screen.grab().size == after
        set_mode(display, Size(300, 200))
        set_mode_back(display, after)
        screen.reopen()
        assert screen.grab().size == after


def set_mode_back(display: str, size: Size) -> None:
    name = f"{size.width}x{size.height}"
    subprocess.run(["xrandr", "-d", display, "--output", "screen", "--mode", name], check=True)


def test_killed_server_is_a_lost_display():
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


def test_stopped_server_is_noticed_and_others_are_left_alone():
    with (
        virtual_display(SMALL) as display,
        virtual_display(SMALL) as other,
        Screen(display) as screen,
        Screen(other) as unharmed,
    ):
        server = server_of(display)
        server.send_signal(signal.SIGSTOP)
        try:
            with pytest.raises(DisplayLost, match=r"has not answered for 0\.8 s"), Watchdog(display, 0.8):
                screen.grab()
        finally:
            server.send_signal(signal.SIGCONT)
        assert unharmed.grab().size == SMALL


def test_long_call_to_a_server_that_answers_is_left_alone():
    with virtual_display(SMALL) as display, Screen(display) as screen:
        with Watchdog(display, 0.2):
            time.sleep(1)
            assert screen.grab().size == SMALL
        assert answers(str(socket_path(display)), 5)


def test_only_local_displays_are_watched():
    assert socket_path(":7") == socket_path("unix:7.0") == "/tmp/.X11-unix/X7"
    assert socket_path("far.example:0") is None
    with Watchdog("far.example:0", 0.01):
        time.sleep(0.05)


def test_xcb_back_end_is_used():
    """mss's `xlib` back end would end this process when the server dies."""
    with virtual_display(SMALL) as display, Screen(display) as screen:
        assert type(screen._mss._impl).__name__ == "MSSImplXShmGetImage"
