"""Window managers: which of them draws the frames of a screen."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from training.screens.program import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.screens.desktop import Desktop

_OTHERS = ("metacity", "icewm")
_OFTEN = 3
"""One screen of so many has a window manager other than openbox."""
_SECONDS = 60.0
"""For a window manager to take over: many times what it needs, as only a hang does."""


def manager_of(seed: int) -> str | None:
    """The window manager for a screen; None is openbox, which every virtual display has."""
    here = [name for name in _OTHERS if shutil.which(name)]
    return here[seed // 16 % len(here)] if here and seed // 2 % _OFTEN == 0 else None


@contextmanager
def replaced(manager: str, display: str, desktop: Desktop) -> Iterator[None]:
    """A block in which another window manager rules the display.

    Raises:
        Broken: it does not take over.
    """
    old = desktop.manager()
    command = [manager, "--replace"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "DISPLAY": display, "LC_ALL": "C.UTF-8"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            deadline = time.monotonic() + _SECONDS
            while desktop.manager() in (old, 0):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise Broken(f"{manager} does not take the display over")
                time.sleep(0.02)
            yield
        finally:
            process.terminate()
            try:
                process.wait(_SECONDS / 10)
            except subprocess.TimeoutExpired:
                process.kill()
