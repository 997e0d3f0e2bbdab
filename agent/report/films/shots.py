"""Shots of a film: what is shown of a recording, one after another, and for how long."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from agent.errors import BadInput
from agent.recording.reading import load_lines
from agent.recording.store import FRAMES, read_frame
from agent.report.films.drawing import canvas, caption, point_at, ring
from agent.report.story import StoryStep, steps_of
from tools.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.recording.reading import Recording

LAST = 3.0
"""Seconds that the end is shown."""
_WAY = 4
"""Pictures of the pointer's way to where it clicks."""
_MOVE = 0.1
"""Seconds of each."""
_SHORTEST, _REAL, _STRETCH, _MOST = 0.6, 1.0, 0.5, 3.0
"""Seconds: a step is shown so long at least; up to `_REAL` as long as it took, beyond that each doubling adds
`_STRETCH`, up to `_MOST`."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture, and for how long it is shown."""

    picture: Image.Image
    seconds: float


def shown_seconds(took: float) -> float:
    """Seconds that a step is shown which took so many: waiting is compressed, haste slowed down."""
    if took <= _REAL:
        return max(_SHORTEST, took)
    return min(_MOST, _REAL + _STRETCH * math.log2(took / _REAL))


def shots(recording: Path, *, moving: bool) -> Iterator[Shot]:
    """The shots of a recording: each step as it was decided, and how it ended.

    Args:
        recording: its folder.
        moving: whether the pointer is seen on its way; else a step is one shot.

    Raises:
        BadInput: nothing was looked at in it.
        BadRecording: it, or one of its frames, is damaged.
    """
    read = load_lines(recording)
    if not read.digests:
        raise BadInput(f"{recording}: nothing was looked at in this recording; there is nothing to show")
    yield from _Film(read, moving=moving).shots()


class _Film:
    def __init__(self, recording: Recording, *, moving: bool) -> None:
        self._recording, self._moving = recording, moving
        self._pointer: Point | None = None

    def shots(self) -> Iterator[Shot]:
        step = None
        for step in steps_of(self._recording):
            yield from self._step(step)
        yield self._end(step)

    def _step(self, step: StoryStep) -> Iterator[Shot]:
        sheet = self._sheet(step.line.frame)
        caption(sheet, f"{step.index}/{len(self._recording.steps)}", self._told(step))
        self._pointer = step.line.pointer or self._pointer
        if step.point and self._moving:
            yield from self._way(sheet, step.point)
        self._pointer = step.point or self._pointer
        if self._pointer:
            point_at(sheet, self._pointer)
        if step.point:
            ring(sheet, step.point)
        yield Shot(sheet, shown_seconds(step.seconds))

    def _way(self, sheet: Image.Image, to: Point) -> Iterator[Shot]:
        start = self._pointer
        if start is None or start == to:
            return
        for turn in range(1, _WAY + 1):
            share = turn / (_WAY + 1)
            on_way = sheet.copy()
            x, y = (round(a + (b - a) * share) for a, b in zip(start, to, strict=True))
            point_at(on_way, Point(x, y))
            yield Shot(on_way, _MOVE)

    def _end(self, last: StoryStep | None) -> Shot:
        digest = self._recording.digests[-1] if last is None or last.after else last.line.frame
        sheet = self._sheet(digest)
        if self._pointer:
            point_at(sheet, self._pointer)
        end = self._recording.end
        if end is None:
            caption(sheet, "cut off", "the run was cut off: what happened next was not recorded")
        else:
            caption(sheet, end.verdict.replace("_", " "), end.message, end.verdict)
        return Shot(sheet, LAST)

    def _sheet(self, digest: str) -> Image.Image:
        frame = read_frame(self._recording.folder / FRAMES, digest)
        return canvas(Image.fromarray(frame.rgb), self._recording.header.size)

    @staticmethod
    def _told(step: StoryStep) -> str:
        return step.title if step.is_done else f"{step.title}  ({step.line.outcome})"
