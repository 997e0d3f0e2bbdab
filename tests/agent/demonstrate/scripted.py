"""A desktop that is a script, and what a person does on it."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box, Point
from tools.host.person.events import ButtonDown, ButtonUp, Event, KeyDown
from tools.observation import Frame, Observation

BUTTON, FIELD = Box(200, 100, 120, 30), Box(200, 200, 120, 30)
FAR = Point(20, 20)


def painted(*boxes: Box, shade: int = 90) -> Frame:
    """A screen with these boxes on it."""
    rgb = np.full((400, 600, 3), 220, np.uint8)
    for box in boxes:
        rgb[box.slices] = shade
    return Frame.from_rgb(rgb)


PLAIN, LIT, DIALOG = painted(), painted(BUTTON), painted(Box(100, 60, 400, 280))


class ScriptedDesktop:
    """A `PassiveDesktop`: at each turn of 0.2 s a frame, and what was heard since the turn before."""

    def __init__(self, *turns: tuple[Frame, list[Event]]) -> None:
        self.turns, self.now = list(turns), 0.0
        self.over = False

    def look(self) -> tuple[Frame, float]:
        self.now = round(self.now + 0.2, 1)
        return self.turns[0][0], self.now

    def heard(self) -> list[Event]:
        if self.now == 0.0:
            return [KeyDown(0.0, "q", "q")]  # from before it began
        events = self.turns.pop(0)[1]
        self.over = not self.turns
        if self.over:
            self.turns.append((PLAIN, []))
        return events

    def wait(self) -> None:
        """Time goes on by itself."""

    def observe(self) -> Observation:
        """The screen that is left."""
        return Observation(self.turns[0][0])

    @property
    def last(self) -> Frame:
        """The screen that was looked at last."""
        return self.turns[0][0]


def click(at: float, point: Point, window: int = 1) -> list[Event]:
    """A press and a release of the left button, `at` seconds from the start."""
    return [ButtonDown(at, 1, point, window=window), ButtonUp(at + 0.05, 1, point)]
