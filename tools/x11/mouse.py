"""pyautogui bound to one X display; when imported it binds the default one, and its size, for good."""

from __future__ import annotations

import io
import os
import sys
import warnings
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xcffib
import Xlib.display
import Xlib.error

from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.x11.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# How Xlib reports a lost connection. python3-xlib 0.15, on which pyautogui depends, trips over its own report
# of a broken pipe and raises a TypeError instead.
_LOST = (Xlib.error.ConnectionClosedError, ConnectionError, TypeError)


@contextmanager
def reachable(display: str) -> Iterator[None]:
    """Let Xlib connect, and pyautogui be imported, which reads DISPLAY and connects while it is.

    Xlib fails where there is no authority file, as on a machine on which nobody has ever logged in to a
    desktop. An empty one serves it, but it says so on standard output, which belongs to our caller.
    """
    needed = {"DISPLAY": display}
    if not Path(os.environ.get("XAUTHORITY", Path.home() / ".Xauthority")).exists():
        needed["XAUTHORITY"] = os.devnull
    before = {name: os.environ.get(name) for name in needed}
    os.environ.update(needed)
    try:
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # files that Xlib and pyscreeze leave open
            yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def import_on(display: str, load: Callable[[], Any]) -> Any:
    """Import pyautogui by `load`, and end the connections that it and mouseinfo make the first time.

    Each `MouseDisplay` brings its own; those would stay open to the first display for good.
    """
    known = "pyautogui" in sys.modules
    with reachable(display):
        pyautogui = load()
    if not known:
        for module in (pyautogui.platformModule, sys.modules["mouseinfo"]):
            module._display.close()  # noqa: SLF001  (they offer no other way)
    return pyautogui


class MouseDisplay:
    """A connection of pyautogui's mouse. Several may exist, for several displays."""

    def __init__(self, display: str, pyautogui: Any) -> None:
        """Connect.

        Raises:
            EnvironmentFault: no X server answers there.
        """
        self._platform = pyautogui.platformModule
        self._probe = Connection(display)
        try:
            with reachable(display):
                self._display = Xlib.display.Display(display)
        except (Xlib.error.DisplayError, ConnectionError) as error:
            raise EnvironmentFault(f"can't connect the mouse to display {display!r}: {error}") from error
        with self._probe.alive():
            self._fetch_pointer()

    def _fetch_pointer(self) -> None:
        """Bring the pointer to this screen, if the display has several: clicks go where it is."""
        core, root = self._probe.core, self._probe.root
        if not core.QueryPointer(root).reply().same_screen:
            core.WarpPointer(xcffib.NONE, root, 0, 0, 0, 0, 0, 0)
            self._probe.sync()

    @contextmanager
    def selected(self) -> Iterator[None]:
        """Let pyautogui act on this display, at the size it has now, for the length of the block.

        Whether the server is still there is asked through xcb: on a lost connection Xlib may wait for ever.

        Raises:
            DisplayLost: the X server went away.
        """
        try:
            now = self._ask_size()
            screen = self._display.screen()
            screen["width_in_pixels"], screen["height_in_pixels"] = now.width, now.height
            self._platform._display = self._display  # noqa: SLF001  (the only way; the version is pinned)
            yield
        except _LOST:
            self._ask_size()  # raises if the server is gone; else the error means what it says
            raise

    def close(self) -> None:
        """Disconnect."""
        self._probe.close()
        self._display.display.close_internal("client")  # `close` may wait for ever when the server is gone

    def _ask_size(self) -> Size:
        with self._probe.alive():
            asked = (
                self._probe.core.GetGeometry(self._probe.root),
                self._probe.core.QueryPointer(self._probe.root),
            )
            now, pointer = (one.reply() for one in asked)
        if not pointer.same_screen:
            raise EnvironmentFault(
                f"the mouse is on another screen than {self._probe.display}, and would click there; "
                "name the screen that it is on"
            )
        return Size(now.width, now.height)
