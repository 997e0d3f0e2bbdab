"""`Stage`: a display of our own with a browser on it, kept open from one attempt to the next."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from agent.runs.launch import environment
from tools.chromium.browser import Browser, open_browser
from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.host.display import open_display

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.chromium.page import Page
    from tools.host.display import Display

_NO_MENU = "addEventListener('contextmenu', event => event.preventDefault(), true)"
"""The browser's own menu leads to the page's text and elements."""


class Stage:
    """A display and a browser that fills it, opened when first asked for and again when one has died.

    Args:
        scale: pixels to a CSS pixel.
        flags: of Chromium, besides.
        hosts: machines that the browser may reach; by default none.
        script: run in each page before its own.
    """

    def __init__(
        self, scale: float = 1.0, flags: Sequence[str] = (), hosts: Sequence[str] = (), script: str = ""
    ) -> None:
        self.scale = scale
        self._flags = ("--kiosk", f"--force-device-scale-factor={scale:g}", *flags)
        self._hosts, self._script = tuple(hosts), f"{_NO_MENU};{script}"
        self._open = ExitStack()
        self._size: Size | None = None
        self._display: Display | None = None
        self._browser: Browser | None = None

    @property
    def display(self) -> str:
        """The name of the display that is open."""
        assert self._display is not None
        assert self._display.name is not None
        return self._display.name

    @property
    def page(self) -> Page:
        """What the browser shows."""
        assert self._browser is not None
        return self._browser.page

    def browser(self, window: Size) -> Browser:
        """A browser with a window of so many CSS pixels, the pointer at its edge.

        Raises:
            EnvironmentFault: it does not start.
        """
        size = Size(round(self.scale * window.width), round(self.scale * window.height))
        if self._browser is None or size != self._size or not self._is_well():
            self.close()
            self._display = self._open.enter_context(open_display("virtual", size))
            self._browser = self._open.enter_context(
                open_browser(environment(self.display), self._flags, hosts=self._hosts)
            )
            self._browser.page.call("Page.addScriptToEvaluateOnNewDocument", source=self._script)
            self._size = size
        from tools.x11.pointer import rest_pointer  # noqa: PLC0415  (X11 only)

        rest_pointer(self.display)
        return self._browser

    def close(self) -> None:
        """End both."""
        self._browser = self._display = self._size = None
        self._open.close()

    def _is_well(self) -> bool:
        """Whether display and browser answer."""
        assert self._display is not None
        assert self._browser is not None
        try:
            self._display.check()
            self._browser.check()
            return bool(self._browser.page.evaluate("true"))
        except EnvironmentFault:
            return False
