"""A grounder that really looks: it finds the red mark in the picture it is shown, and errs as it is told."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import numpy as np

from agent.model import Completion, Prompt
from agent.protocol.grounding import to_grid
from agent.usage import Usage
from tests.agent.fakes import click
from tools.geometry import Box, Point, Size
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.task import Task

MARK = Size(10, 8)
SCREEN = Size(1280, 800)
Slip = tuple[float, float] | str | Exception
"""Shares of the picture's sides by which an answer is off; or a reply, or a fault, in its place."""


def marked_frame(target: Point, size: Size = SCREEN) -> Frame:
    """A grey frame with a red mark around a point."""
    rgb = np.full((size.height, size.width, 3), 190, np.uint8)
    mark = Box(target.x - MARK.width // 2, target.y - MARK.height // 2, *MARK)
    rgb[mark.clip(size).slices] = (220, 0, 0)
    return Frame.from_rgb(rgb)


def seen(picture: Frame) -> Point | None:
    """The middle of the red in a picture, in its pixels."""
    red, green = picture.rgb[:, :, 0], picture.rgb[:, :, 1]
    rows, columns = np.nonzero((red > 150) & (green < 90))
    if not rows.size:
        return None
    return Point(round(float(columns.mean()) + 0.01), round(float(rows.mean()) + 0.01))


class Pointer:
    """Points at the mark, each answer off by the next of its slips; at the middle where there is no mark."""

    sees = True

    def __init__(self, slips: Sequence[Slip] = ((0.0, 0.0),), name: str = "pointer") -> None:
        self.name = name
        self.prompts: list[Prompt] = []
        self.events: list[str] = []
        self._slips = cycle(slips)

    def check(self, task: Task) -> None:
        """It takes any task."""

    def start(self, task: Task) -> None:
        self.events.append("start")

    def prepare(self) -> None:
        self.events.append("prepare")

    def complete(self, prompt: Prompt) -> Completion:
        self.prompts.append(prompt)
        slip = next(self._slips)
        if isinstance(slip, Exception):
            raise slip
        text = slip if isinstance(slip, str) else self._answer(prompt.frame, slip)
        return Completion(text, Usage(prompt=100, reply=7))

    def _answer(self, picture: Frame, slip: tuple[float, float]) -> str:
        size = picture.size
        found = seen(picture) or Point(size.width // 2, size.height // 2)
        x, y = to_grid(found, size)
        return click(min(1000, max(0, x + slip[0] * 1000)), min(1000, max(0, y + slip[1] * 1000)))
