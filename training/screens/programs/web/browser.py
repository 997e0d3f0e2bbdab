"""Browser: one Chromium process, driven through its DevTools pipe."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLAGS = (
    "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", "--test-type",
    "--disable-sync", "--password-store=basic", "--disable-background-networking",
    "--disable-component-update", "--disable-features=Translate,OverlayScrollbar",
    "--allow-file-access-from-files", "--window-size=800,600",
)  # fmt: skip
_PREFERENCES = {"browser": {"custom_chrome_frame": False}}
"""The window manager's frame, not one of Chromium's own whose buttons no page knows."""
_SHELL = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
"""Chromium listens at file descriptor 3 and answers at 4."""


class Browser:
    """A window of Chromium that shows a page, without tabs or an address."""

    def __init__(self, page: Path, commands: int, answers: int) -> None:
        self._page = page
        self._commands, self._answers = commands, answers
        self._number, self._rest = 0, b""
        self._session: str | None = None

    def reload(self) -> None:
        """Load the page anew, whole when this returns."""
        self.call("Page.navigate", url=self._page.absolute().as_uri())
        while self._receive().get("method") != "Page.loadEventFired":
            pass

    def evaluate(self, code: str) -> Any:
        """What an expression comes to, awaited if it is a promise; RuntimeError where it throws."""
        answer = self.call(
            "Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(f"the page failed: {json.dumps(answer['exceptionDetails'])[:2000]}")
        return answer["result"].get("value")

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
        window = self.call("Browser.getWindowForTarget")["windowId"]
        self.call("Browser.setWindowBounds", windowId=window, bounds=bounds)

    def move_pointer(self, x: int, y: int) -> None:
        """Let the page see the pointer at a point of it, in CSS pixels; the screen's does not move."""
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to a command of the DevTools protocol; RuntimeError where it is refused."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def calls(self, name: str, code: str) -> Iterator[str]:
        """What a page calls a function with; until the browser ends.

        Args:
            name: Of the function, which is made here.
            code: Has the page call it.
        """
        self.call("Runtime.enable")
        self.call("Runtime.addBinding", name=name)
        self.evaluate(code)
        with contextlib.suppress(RuntimeError):
            while True:
                told = self._receive()
                if told.get("method") == "Runtime.bindingCalled":
                    yield told["params"]["payload"]

    def attach(self) -> None:
        """Find the page, once it is there."""
        pages: list[dict[str, Any]] = []
        while not pages:
            targets = self.call("Target.getTargets")["targetInfos"]
            pages = [target for target in targets if target["type"] == "page"]
        answer = self.call("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)
        self._session = answer["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._answers, 1 << 20)
            if not read:
                raise RuntimeError("Chromium has ended")
            self._rest += read
        message, self._rest = self._rest.split(b"\0", 1)
        told: dict[str, Any] = json.loads(message)
        return told


@contextlib.contextmanager
def browser(page: Path) -> Iterator[Browser]:
    """A browser that shows a page, with a profile of its own, on the display of the environment."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        settings = Path(name, "profile", "Default", "Preferences")
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(_PREFERENCES))
        its_in, commands = os.pipe()
        answers, its_out = os.pipe()
        command = [
            "chromium",
            *_FLAGS,
            f"--user-data-dir={settings.parent.parent}",
            f"--app={page.absolute().as_uri()}",
        ]
        process = subprocess.Popen(
            ["sh", "-c", _SHELL, "sh", str(its_in), str(its_out), *command],
            pass_fds=(its_in, its_out),
            env={**os.environ, "HOME": name, "XDG_CONFIG_HOME": name, "XDG_CACHE_HOME": name},
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
        )
        os.close(its_in)
        os.close(its_out)
        try:
            opened = Browser(page, commands, answers)
            opened.attach()
            yield opened
        finally:
            os.close(commands)
            os.close(answers)
            process.terminate()
            process.wait()
