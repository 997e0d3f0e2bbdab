"""An X server that hangs is told from one that is busy."""

from __future__ import annotations

import signal
import time

import pytest

from tests.tools.xserver import server_of
from tools.errors import DisplayLost
from tools.geometry import Size
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from tools.x11.watchdog import Watchdog, answers, socket_path

SMALL = Size(640, 480)


def test_stopped_server_is_noticed_and_others_are_left_alone() -> None:
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


def test_long_call_to_a_server_that_answers_is_left_alone() -> None:
    with virtual_display(SMALL) as display, Screen(display) as screen:
        with Watchdog(display, 0.2):
            time.sleep(1)
            assert screen.grab().size == SMALL
        assert answers(str(socket_path(display)), 5)


def test_only_local_displays_are_watched() -> None:
    assert socket_path(":7") == socket_path("unix:7.0") == "/tmp/.X11-unix/X7"
    assert socket_path("far.example:0") is None
    with Watchdog("far.example:0", 0.01):
        time.sleep(0.05)
