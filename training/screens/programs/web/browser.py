"""Browser: one Chromium window, driven through its DevTools pipe."""

from __future__ import annotations

import contextlib
import math
import os
from typing import TYPE_CHECKING, Any

from tools.chromium.browser import open_browser
from tools.chromium.pipe import DevToolsFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.chromium.page import Page

_FLAGS = ("--allow-file-access-from-files", "--window-size=800,600")
_PREFERENCES = {"browser": {"custom_chrome_frame": False}}
"""The window manager's frame, not one of Chromium's own whose buttons no page knows."""
_PATIENCE = 180.0
"""Seconds that a page may take to draw or to answer."""


class Browser:
    """A window of Chromium that shows a page, without tabs or an address.

    Args:
        shown: what the window shows.
        page: the file of the page that it is to show.
    """

    def __init__(self, shown: Page, page: Path) -> None:
        self._shown, self._page = shown, page

    def reload(self) -> None:
        """Load the page anew, whole when this returns."""
        self._shown.load(self._page.absolute().as_uri(), _PATIENCE)

    def evaluate(self, code: str) -> Any:
        """What an expression comes to as if a person had asked for it; DevToolsFault where it throws."""
        return self._shown.evaluate(code, _PATIENCE, by_person=True)

    def place(self, left: int, top: int, width: int, height: int) -> None:
        """Ask for the window's place on the screen, in screen pixels."""
        self._bound(left=left, top=top, width=width, height=height)

    def hide(self) -> None:
        """Take the window off the screen."""
        self._bound(windowState="minimized")

    def show(self) -> None:
        """Bring it back."""
        self._bound(windowState="normal")

    def _bound(self, **bounds: int | str) -> None:
        window = self._shown.call("Browser.getWindowForTarget")["windowId"]
        self._shown.call("Browser.setWindowBounds", windowId=window, bounds=bounds)

    def move_pointer(self, x: int, y: int) -> None:
        """Let the page see the pointer at a point of it, in CSS pixels; the screen's does not move."""
        self._shown.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def calls(self, name: str, code: str) -> Iterator[str]:
        """What a page calls a function with; until the browser ends.

        Args:
            name: Of the function, which is made here.
            code: Has the page call it.
        """
        self._shown.call("Runtime.enable")
        self._shown.call("Runtime.addBinding", name=name)
        self.evaluate(code)
        with contextlib.suppress(DevToolsFault):
            while True:
                told = self._shown.event(math.inf)
                if told["method"] == "Runtime.bindingCalled":
                    yield told["params"]["payload"]


@contextlib.contextmanager
def browser(page: Path) -> Iterator[Browser]:
    """A browser that shows a page, with a profile of its own, on the display of the environment."""
    address = page.absolute().as_uri()
    with open_browser(dict(os.environ), _FLAGS, _PREFERENCES, address) as opened:
        opened.page.call("Emulation.setFocusEmulationEnabled", enabled=True)
        yield Browser(opened.page, page)
