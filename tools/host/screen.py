"""Screen capture. The only file that imports mss.

One mss object is kept open, because opening one costs twenty times a grab. On X11 the XShm back end is asked
for by name: mss's `xlib` back end ends the whole process when the X server goes away.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Self

from tools.errors import DisplayLost, EnvironmentFault
from tools.geometry import ScreenPoint, Size
from tools.observation import Frame, Monitor

if TYPE_CHECKING:
    from mss import MSS

_ON_X11 = sys.platform.startswith(("linux", "freebsd"))


class Screen:
    """One monitor, or all of them, as frames.

    A screen whose resolution changes is opened again, and later frames have the new size; `size` is that of
    the last frame.
    """

    def __init__(self, display: str | None = None, monitor: int | None = None) -> None:
        """Open the screen.

        Args:
            display: an X display such as ":99"; None is this machine's own screen.
            monitor: 1 is the first; None is all of them as one frame.

        Raises:
            EnvironmentFault: there is no such display or monitor.
        """
        self._display = display
        self._index = monitor or 0
        self._mss: MSS | None = None
        self._area: dict[str, int] = {}
        """`left`, `top`, `width` and `height`, in screen units."""
        try:
            self._open()
            self._size = self._shoot().size
        except DisplayLost as error:
            raise EnvironmentFault(str(error)) from error
        self._scale = self._size.width / self._area["width"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def monitor(self) -> Monitor:
        """Where the frames lie on the desktop."""
        return Monitor(ScreenPoint(self._area["left"], self._area["top"]), self._scale)

    @property
    def size(self) -> Size:
        """Extent of a whole frame, in pixels."""
        return self._size

    def grab(self) -> Frame:
        """Capture a frame. The captured memory becomes the frame; nothing is copied again.

        Raises:
            DisplayLost: there is no screen any more.
        """
        try:
            frame = self._shoot()
        except DisplayLost:
            self.reopen()
            frame = self._shoot()
        self._size = frame.size
        return frame

    def reopen(self) -> None:
        """Read the display's monitors again, after its resolution changed.

        Raises:
            DisplayLost: the display, or this monitor, is gone.
        """
        self.close()
        self._open()

    def close(self) -> None:
        """Close the connection to the display, if there still is one."""
        screen, self._mss = self._mss, None
        if screen is not None:
            with contextlib.suppress(Exception):  # its back ends raise anything when the server is gone
                screen.close()

    def _open(self) -> None:
        import mss  # noqa: PLC0415  (heavy: loaded on use)

        try:
            self._mss = mss.MSS(backend="xshmgetimage", display=self._display) if _ON_X11 else mss.MSS()
            monitors = self._mss.monitors
        except Exception as error:  # its back ends raise anything from OSError to a bare AssertionError
            raise DisplayLost(f"can't open display {self._name}: {_said(error)}") from error
        if not self._index < len(monitors):
            raise DisplayLost(
                f"display {self._name} has no monitor {self._index}; it has {len(monitors) - 1}"
            )
        self._area = dict(monitors[self._index])

    def _shoot(self) -> Frame:
        import numpy as np  # noqa: PLC0415  (heavy: loaded on use)

        if self._mss is None:
            raise DisplayLost(f"display {self._name} is closed")
        try:
            shot = self._mss.grab(self._area)
        except Exception as error:  # as in _open
            raise DisplayLost(f"display {self._name} gives no picture: {_said(error)}") from error
        return Frame(np.frombuffer(shot.raw, np.uint8).reshape(shot.height, shot.width, 4))

    @property
    def _name(self) -> str:
        return self._display or "of this machine"


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
