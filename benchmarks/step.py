"""Cost of one click, apart from the model's time and the program's own repaint.

A Tk button that repaints is clicked on a 1280x800 display; a step is `execute`, `observe` and a lossless PNG
for the model, less the model's time and less the time until the program's last change. A stand-in takes the
model's time: it sleeps 300 ms, about the first token of a fast hosted model, or nothing at all.
"""

from __future__ import annotations

import time
from bisect import bisect
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.battery.stage import Subject, subject, usual_screenshot, witness
from benchmarks.row import Row
from tools.action import Click
from tools.errors import ScreenChanged
from tools.geometry import Point
from tools.host.live import LiveDesktop
from tools.host.virtual_display import virtual_display
from tools.picture import png

if TYPE_CHECKING:
    from tools.observation import Observation

_BUTTON = Point(270, 240), Point(310, 240)
"""Clicked in turn: two clicks at one place are kept so far apart that they are no double click."""
_CLICKS = 20
_MODEL = 0.3
_FIXED_WAIT = 2.0
"""Seconds that the usual demo sleeps after each action."""
_AIM = 60.0


def run() -> list[Row]:
    with (
        virtual_display() as display,
        subject(display, "button"),
        witness(display) as changes,
        LiveDesktop(display) as desktop,
    ):
        seen = desktop.observe()
        while not seen.frame.rgb[_BUTTON[0].y, _BUTTON[0].x].any():
            seen = desktop.observe()
        thinking = _overhead(desktop, changes, _MODEL)
        instant = _overhead(desktop, changes, 0.0)
        usual = _FIXED_WAIT * 1000 + median(usual_screenshot(display) for _ in range(5))
    against = f"2 s and a screenshot by subprocess, {usual:.0f} ms"
    return [
        Row(
            "step overhead of a click, model that takes 300 ms", thinking, "ms", against, thinking / usual,
            f"{_AIM:.0f} ms or less", thinking <= _AIM,
        ),
        Row("the same, model that answers in 0 ms", instant, "ms", against, instant / usual, "", met=True),
    ]  # fmt: skip


def _overhead(desktop: LiveDesktop, changes: Subject, think: float) -> float:
    """Median milliseconds."""
    spent = []
    seen = desktop.observe()
    for at in range(_CLICKS):
        time.sleep(think)
        began = time.monotonic()
        acted, seen = _step(desktop, seen, _BUTTON[at % 2])
        ended = time.monotonic()
        times = [at for at, *_ in changes.said("change")]
        repaint = max(0.0, times[bisect(times, ended) - 1] - acted)
        spent.append(ended - began - repaint)
    return median(spent) * 1000


def _step(desktop: LiveDesktop, seen: Observation, place: Point) -> tuple[float, Observation]:
    """When the click was done, and the next observation, encoded for a model."""
    while True:
        try:
            desktop.execute(Click(point=place), seen)
            break
        except ScreenChanged:
            seen = desktop.observe()
    acted = time.monotonic()
    seen = desktop.observe()
    png(seen.frame)
    return acted, seen
