"""The wait for the window manager, held to one that is late and one that never answers."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.answering import shown
from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.host.screen import Screen
from tools.host.virtual_display import served_display
from tools.x11.connection import Connection
from training.pocket.forms.manager import WindowManager

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = Size(300, 200)
LATE = 0.3
"""Seconds that the manager does nothing."""


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[str, int]]:
    """A display, and its manager's process."""
    with served_display(SIZE) as (display, (_, manager)):
        yield display, manager.pid


def test_a_window_that_was_closed_is_off_the_screen_though_the_manager_is_late(
    served: tuple[str, int],
) -> None:
    display, process = served
    with Screen(display) as screen, WindowManager(display) as manager, Connection(display) as program:
        empty = screen.grab().rgb
        window = shown(program, program.root)
        program.sync()
        manager.catch_up()
        assert (screen.grab().rgb != empty).any()
        os.kill(process, signal.SIGSTOP)
        timer = threading.Timer(LATE, os.kill, (process, signal.SIGCONT))
        timer.start()
        program.core.DestroyWindow(window)
        program.sync()
        assert (screen.grab().rgb != empty).any(), "its frame is there until the manager takes it away"
        manager.catch_up()
        assert (screen.grab().rgb == empty).all()
        timer.join()


def test_a_manager_that_does_not_answer_is_told(served: tuple[str, int]) -> None:
    display, process = served
    with WindowManager(display, seconds=0.1) as manager:
        os.kill(process, signal.SIGSTOP)
        try:
            with pytest.raises(EnvironmentFault, match=r"window manager of .* did not answer for 0\.1 s"):
                manager.catch_up()
        finally:
            os.kill(process, signal.SIGCONT)
