"""Windows of real programs on a display, and a console in which the place of every line is known."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tools.geometry import Box, Point, Size
from tools.host.processes import Program
from tools.host.screen import Screen
from tools.observation import differing
from tools.x11.arrange import Arrangement, Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.screens.pictures import Picture
    from tools.observation import Frame

_PATIENCE = 20.0
"""Seconds that a window may take to come."""
_STILL = 0.4
"""Seconds without a change after which a window is there."""
_CARET = 100
"""Pixels that may blink."""
_GRID = Size(60, 24)
"""Columns and rows of a console."""


class Windows:
    """A display, and the programs on it."""

    def __init__(self, display: str, screen: Screen, arrangement: Arrangement, folder: Path) -> None:
        self._display, self._screen, self._arrangement, self._folder = display, screen, arrangement, folder

    @contextmanager
    def running(self, command: Sequence[str], at: Point, **environment: str) -> Iterator[Window]:
        """A program whose window stands at a place, where that is possible; where it really is."""
        before = {window.id for window in self._arrangement.windows()}
        env = {**os.environ, "DISPLAY": self._display, "NO_AT_BRIDGE": "1", "HOME": str(self._folder)}
        with Program(command, output=self._folder / "said", env={**env, **environment}):
            yield self.move(self._new(before), at)
        while {window.id for window in self._arrangement.windows()} - before:
            time.sleep(0.02)

    def move(self, window: Window, at: Point) -> Window:
        """Put a window at a place; the window as it is then."""
        self._arrangement.move(window, at)
        self.frame()
        return next(one for one in self._arrangement.windows() if one.id == window.id)

    def frame(self) -> Frame:
        """The screen once it stands still."""
        last, since = self._screen.grab(), time.monotonic()
        while time.monotonic() < since + _STILL:
            time.sleep(0.05)
            now = self._screen.grab()
            if differing(last, now).sum() > _CARET:
                since = time.monotonic()
            last = now
        return last

    def _new(self, before: set[int]) -> Window:
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            self.frame()
            for window in self._arrangement.windows():
                if window.id not in before:
                    return window
        raise TimeoutError(f"no window came: {(self._folder / 'said').read_text()[-400:]}")

    def show(self, picture: Picture) -> tuple[Frame, dict[str, Box]]:
        """As `Stage.show`, for the texts of a picture in an xterm."""
        texts = self._folder / "texts"
        look = picture["look"]
        texts.write_text("\n".join("  " + _inked(item, look["faint"]) for item in picture["items"]))
        face = ["-fa", "DejaVu Sans Mono", "-fs", str(round(look["size"] * look["dpi"]))]
        colours = ["-bg", look["field"], "-fg", look["fg"]]
        shape = ["-b", "0", "+sb", "-geometry", f"{_GRID.width}x{_GRID.height}"]
        command = ["xterm", *face, *colours, *shape, "-e", "sh", "-c", f"tput civis; cat {texts}; sleep 600"]
        with self.running(command, Point(*picture["at"])) as window:
            frame, inner = self.frame(), window.inner
        width, height = inner.width // _GRID.width, inner.height // _GRID.height
        found = {}
        for row, item in enumerate(picture["items"]):
            left, top = inner.left + 2 * width, inner.top + row * height
            found[item["id"]] = Box(left, top, len(item["text"]) * width, height)
        return frame, {name: box for name, box in found.items() if box.clip(frame.size) == box}


def _inked(item: Picture, faint: str) -> str:
    """A text, greyed out where it is (ISO 8613-6 direct colour)."""
    red, green, blue = bytes.fromhex(faint[1:])
    return f"\033[38;2;{red};{green};{blue}m{item['text']}\033[m" if item.get("disabled") else item["text"]


@contextmanager
def windows(display: str) -> Iterator[Windows]:
    """What starts programs on a display."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Screen(display) as screen,
        Arrangement(display) as arrangement,
    ):
        yield Windows(display, screen, arrangement, Path(folder))
