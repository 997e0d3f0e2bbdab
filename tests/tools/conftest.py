"""An X server with a window manager, for the tests that need a real screen."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import xcffib

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE = (1024, 768)


def wait_until(condition: Callable[[], Any], what: str, seconds: float = 20.0) -> Any:
    """Poll until the condition gives something true, and return that."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.01)
    return found


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A program for as long as the block lasts; then it is ended and waited for."""
    program = subprocess.Popen(command, **options)
    try:
        yield program
    finally:
        program.kill()
        program.wait()


@contextmanager
def bare_xserver(size: tuple[int, int] = SIZE) -> Iterator[str]:
    """An Xvfb on a free number; yields its name, `:N`."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        f"{size[0]}x{size[1]}x24",
        "-nolisten",
        "tcp",
    ]
    with running(command, pass_fds=[writer], stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader) as numbers:
            yield f":{numbers.readline().strip()}"


def environment(display: str) -> dict[str, str]:
    """What a program started on the display needs; UTF-8, no session of the user's."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {"DISPLAY": display, "LANG": "C.UTF-8", "NO_AT_BRIDGE": "1", "GTK_THEME": "Adwaita"}


def window_manager_is_ready(display: str) -> bool:
    """Whether a window manager has announced itself (EWMH `_NET_SUPPORTING_WM_CHECK`)."""
    connection = xcffib.connect(display=display)
    try:
        name = "_NET_SUPPORTING_WM_CHECK"
        atom = connection.core.InternAtom(False, len(name), name).reply().atom  # noqa: FBT003  (the protocol's order)
        root = connection.get_setup().roots[0].root
        return connection.core.GetProperty(False, root, atom, 0, 0, 1).reply().value_len > 0  # noqa: FBT003
    finally:
        connection.disconnect()


@pytest.fixture(scope="session")
def xserver() -> Iterator[str]:
    """The name of a display with openbox, shared by the whole session: leave it as it was found."""
    with (
        bare_xserver() as display,
        running(["openbox", "--sm-disable"], env=environment(display), stderr=subprocess.DEVNULL),
    ):
        wait_until(lambda: window_manager_is_ready(display), "openbox")
        yield display
