"""A display of the eye's own, programs on it, and the one reader of the session."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.tools.xserver import (
    bare_xserver,
    environment,
    is_idle,
    running,
    server_of,
    wait_for_window,
    wait_until,
    window_manager_is_ready,
)
from tools.host.screen import Screen
from tools.observation import bounds, differing, is_caret
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tools.observation import Frame

    Show = Callable[[list[str], str], AbstractContextManager[Callable[[], Frame]]]

ALIKE = 15
"""Looks at idle programs, without a change between them: the window has been drawn."""


@pytest.fixture(scope="session")
def reader() -> ScreenReader:
    return ScreenReader()


@pytest.fixture(scope="session")
def large_display() -> Iterator[str]:
    """A display with a window manager, large enough for a form."""
    with (
        bare_xserver((1280, 800)) as display,
        running(["openbox", "--sm-disable"], env=environment(display), stderr=subprocess.DEVNULL),
    ):
        wait_until(lambda: window_manager_is_ready(display), lambda: "openbox")
        # In the middle of the screen the pointer rests on a window, and after a while its tooltip comes up.
        subprocess.run(["xdotool", "mousemove", "1279", "799"], env=environment(display), check=True)
        yield display


@pytest.fixture
def show(large_display: str, tmp_path: Path) -> Show:
    """Starts a program, waits for the window with a title, and gives what takes its picture.

    The program has a home of its own: what an earlier run left in the user's may bring up another window.
    """
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}

    @contextmanager
    def show(command: list[str], title: str) -> Iterator[Callable[[], Frame]]:
        kept = {"env": environment(large_display) | home, "stderr": subprocess.DEVNULL}
        with Screen(large_display) as screen, running(command, **kept) as program:
            wait_for_window(large_display, title)
            shown = (psutil.Process(program.pid), server_of(large_display))
            yield lambda: at_rest(screen, *shown)

    return show


def at_rest(screen: Screen, *programs: psutil.Process) -> Frame:
    """The screen, once it has stopped changing, and nobody is at work who could change it."""
    last, alike = screen.grab(), 0

    def is_still() -> bool:
        nonlocal last, alike
        frame = screen.grab()
        if is_changed(last, frame):
            alike = 0
        elif all(map(is_idle, programs)):  # beside other work one that is done waits for its turn, too
            alike += 1
        last = frame
        return alike >= ALIKE

    wait_until(is_still, lambda: "a still screen", 180)  # beside other work nobody is idle for long
    return last


def is_changed(before: Frame, after: Frame) -> bool:
    """Whether more than a caret has changed, which blinks for ever."""
    changed = bounds(differing(before, after))
    return changed is not None and not is_caret(changed)
