"""Cost of a capture against a plain copy, and of a model's picture against a subprocess."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.battery.stage import subject, usual_screenshot
from benchmarks.row import Row
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from tools.picture import png

if TYPE_CHECKING:
    from collections.abc import Callable


_COPIES = 4
_PICTURE = 2.0
"""Milliseconds."""
_BUSY = 20_000
"""Bytes of the picture of a display with a window on it."""


def run() -> list[Row]:
    with virtual_display() as display, subject(display, "form"), Screen(display) as screen:
        _await_window(screen)
        frame = screen.grab()
        copy = _milliseconds(frame.bgrx.copy)
        grab = _milliseconds(screen.grab)
        picture = _milliseconds(lambda: png(screen.grab()))
        usual = median(usual_screenshot(display) for _ in range(5))
    size = "1280x800"
    return [
        Row(
            f"grab, {size}",
            grab,
            "ms",
            f"plain copy {copy:.3f} ms",
            grab / copy,
            "4 times or less",
            grab <= _COPIES * copy,
        ),
        Row(
            f"grab and lossless PNG, {size}",
            picture,
            "ms",
            f"subprocess screenshot {usual:.0f} ms",
            picture / usual,
            "2 ms or less",
            picture <= _PICTURE,
        ),
    ]


def _await_window(screen: Screen) -> None:
    """Return once there is more than an empty desktop to be seen."""
    while len(png(screen.grab())) < _BUSY:
        time.sleep(0.05)


def _milliseconds(call: Callable[[], object], times: int = 100) -> float:
    """The best of some calls: whatever else the machine does only adds to it."""
    call()
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        spent.append(time.perf_counter() - began)
    return min(spent) * 1000
