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
    from agent.bench.miniwob.tasks import WobTask
    from tools.chromium.page import Page
    from tools.host.display import Display

_NO_MENU = "addEventListener('contextmenu', event => event.preventDefault(), true)"
"""The browser's own menu leads to the page's text and elements."""
_FLAGS = ("--kiosk", "--allow-file-access-from-files")
"""The pages of FlightWoB lie in frames, which may not speak with each other as files otherwise."""


class Stage:
    """A display and a browser, opened when first asked for and again when one has died.

    Args:
        scale: pixels to a CSS pixel: the pages are made for 160 x 210 of them.
    """

    def __init__(self, scale: float) -> None:
        self.scale = scale
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

    def browser(self, task: WobTask) -> Browser:
        """A browser whose window is as large as a task's, the pointer outside the task.

        Raises:
            EnvironmentFault: it does not start.
        """
        size = Size(round(self.scale * task.window.width), round(self.scale * task.window.height))
        if self._browser is None or size != self._size or not self._is_well():
            self.close()
            self._display = self._open.enter_context(open_display("virtual", size))
            self._browser = self._open.enter_context(
                open_browser(
                    environment(self.display), (*_FLAGS, f"--force-device-scale-factor={self.scale:g}")
                )
            )
            self._browser.page.call("Page.addScriptToEvaluateOnNewDocument", source=_NO_MENU)
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
