"""X servers of the tests' own, and programs on them."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psutil
import xcffib.xproto

from tools.x11.connection import Connection
from tools.x11.root import MANAGED
from tools.x11.watchdog import socket_path
from tools.x11.windows import title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tools.geometry import Size

SIZE = (1024, 768)


def wait_until(condition: Callable[[], Any], what: Callable[[], str], seconds: float = 180.0) -> Any:
    """Poll until the condition gives something true, and return that; `what` words the failure."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what()}"
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
def bare_xserver(size: tuple[int, int] = SIZE, screens: int = 1) -> Iterator[str]:
    """An Xvfb on a free number, with so many screens of that size; yields its name, `:N`."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        *(word for n in range(screens) for word in ("-screen", str(n), f"{size[0]}x{size[1]}x24")),
        "-noreset",
        "-r",  # keys that xdotool has down for long, as on a busy machine, are not repeated
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


def is_idle(process: psutil.Process) -> bool:
    """Whether a process waits for something, and so does all that it started: on a busy machine, too."""
    waiting = (psutil.STATUS_SLEEPING, psutil.STATUS_IDLE, psutil.STATUS_ZOMBIE)
    return all(one.status() in waiting for one in (process, *process.children(recursive=True)))


def window_manager_is_ready(display: str) -> bool:
    """Whether a window manager has announced itself and begins."""
    with Connection(display) as connection:
        return all(connection.read(connection.root, name) for name in MANAGED)


def focused_title(display: str) -> str:
    """The title of the window that the server sends keys to: it or one of its parents has it.

    The window manager's _NET_ACTIVE_WINDOW can still be that of an ended program whose number was given anew.
    """
    with Connection(display) as connection:
        window = connection.focus()
        try:
            around = connection.way_out(window) if window > xcffib.xproto.InputFocus.PointerRoot else ()
            return next((title for one in around if (title := title_of(connection, one))), "")
        except xcffib.xproto.WindowError:
            return ""  # it closed in the meantime


def wait_for_window(display: str, title: str) -> None:
    """Wait until a window with that in its title has the keyboard."""
    wait_until(
        lambda: title in focused_title(display),
        lambda: f"window {title!r}; focused: {focused_title(display)!r}",
    )
