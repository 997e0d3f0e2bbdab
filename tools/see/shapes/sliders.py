"""Sliders: a thumb on a trough that it is moved along, found by their shape.

Most show a thin trough and a thumb that is higher on both sides, which may part it, or lie with it on a plate
of another shade; some a sunken trough, as high as a field, with a raised thumb in it, above ticks or alone.
A scroll bar has arrows or no label, a progress bar has no thumb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.middle import middle_of
from tools.see.pixels.regions import TOLERANCE, find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.shapes.parted import parted_troughs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import ArrayLike, NDArray

    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region

    Marks = NDArray[np.bool_]
    Color = tuple[int, int, int]

LOWEST, HIGHEST = 6, 4.5
"""Pixels that a thumb is high at least, and heights of a letter at most."""
SHORTEST = 4
"""Times its height that a slider is long, at least."""
NARROWEST, WIDEST = 0.25, 2.6
"""Heights of a slider that its thumb is wide, at least and at most."""
THIN = 0.75
"""Part of the thumb's height that a thin trough is high at most."""
EVEN = 2
"""Pixels by which the edges of a trough may be astray: it is rounded, or the filled part is thicker."""
OPEN = 0.85
"""Share of its box that a thin trough with its thumb fills, at most."""
STRAIGHT = 0.95
"""Share of a trough's columns that are even, at least."""
RIM = 1
"""Pixels of a border that a rounded end or a shadow takes."""
RELIEF = 12
"""Levels by which a raised thumb's left edge is lighter than its right one, at least, and its grip seen."""
EDGE = 3
"""Pixels at either end of a thumb in which its edge is."""
FULL, HALF = 0.7, 0.5
"""Shares of its trough's height that a thumb in it fills, at least: alone, and with ticks beside it."""


@dataclass(frozen=True, slots=True)
class Slider:
    """A level slider. Boxes are in frame pixels."""

    box: Box
    """Trough and thumb together."""
    thumb: Box

    @property
    def place(self) -> float:
        """Where the thumb is: 0 at the left end, 1 at the right."""
        return (self.thumb.left - self.box.left) / self.travel

    @property
    def travel(self) -> int:
        """Pixels that the thumb can be moved by from end to end."""
        return max(1, self.box.width - self.thumb.width)


@lru_cache(maxsize=2)
def find_sliders(frame: Frame) -> tuple[Slider, ...]:
    """The sliders on a frame, top to bottom."""
    regions = find_regions(frame)
    letter = letter_height(regions)
    sunken = (_sunken(frame, outline) for outline in _outlines(regions, letter))
    found = [*thin_sliders(frame, regions, letter), *(one for one in sunken if one is not None)]
    return tuple(sorted(found, key=lambda slider: (slider.box.top, slider.box.left)))


def thin_sliders(frame: Frame, regions: Iterable[Region], letter: float) -> list[Slider]:
    """The sliders with a thin trough, which is no part of a text beside it.

    Args:
        frame: what to look at.
        regions: its flat areas.
        letter: pixels that a letter of the frame is high.
    """
    found = (_thin(frame, box, ground) for box, ground in _grounds(regions, letter))
    return [slider for slider in found if slider is not None]


def _grounds(regions: Iterable[Region], letter: float) -> Iterator[tuple[Box, Color]]:
    """Where a thin trough may be, and the colour that it lies on: of what is around it, or of its own plate.

    Around it the area may have another one than elsewhere, as a page and a card that run into each other.
    """
    for outline in _outlines(regions, letter):
        if outline.fill < OPEN:
            yield outline.box, outline.ground
        elif outline.main is not None:
            yield outline.box, outline.main.color
    for region in regions:
        yield from ((box, region.color) for box in parted_troughs(region.outlines) if _has_size(box, letter))


def _outlines(regions: Iterable[Region], letter: float) -> Iterator[Outline]:
    """Those that are as large as sliders are."""
    return (one for region in regions for one in region.outlines if _has_size(one.box, letter))


def _has_size(box: Box, letter: float) -> bool:
    return LOWEST <= box.height <= HIGHEST * letter and box.width >= SHORTEST * box.height


def _thin(frame: Frame, box: Box, ground: Color) -> Slider | None:
    """The slider with a thin trough that a box holds on an area."""
    drawn = _silhouette(~_like(frame, box, ground))
    heights = drawn.sum(axis=0)
    trough = int(middle_of(heights))
    if not 1 <= trough <= min(THIN * drawn.shape[0], drawn.shape[0] - 2):
        return None
    high = heights > trough + EVEN
    thumb = _only_run(high)
    if thumb is None or not _is_thumb(thumb, drawn.shape[0]):
        return None
    bar, knob = drawn[:, ~high], drawn[:, thumb]  # marks along a trough are no part of it either
    rows, (top, bottom) = _ends(2 * bar.sum(axis=1) > bar.shape[1]), _ends(knob.any(axis=1))
    if not (top < rows[0] < rows[1] < bottom and _is_straight(bar, rows)):
        return None
    left = box.left + thumb.start
    return Slider(box, Box(left, box.top + top, thumb.stop - thumb.start, bottom - top))


def _sunken(frame: Frame, outline: Outline) -> Slider | None:
    """The slider with a sunken trough, and a raised thumb in it, that an outline is the edge of."""
    widest = outline.box.width - NARROWEST * outline.box.height
    high = [one for one in outline.regions if one.box.height >= FULL * outline.box.height]
    troughs = [one for one in high if one.box.width <= widest]
    if not troughs:
        return None
    trough = max(troughs, key=lambda one: one.box.width)
    inner = _without_ticks(frame, outline.box, trough)
    filled = ~_like(frame, inner, trough.color)
    full = filled.mean(axis=0) >= FULL
    thumb = _only_run(np.asarray(full[RIM + 1 : -RIM - 1]))
    if thumb is None:
        return None
    found = Box(inner.left + RIM + 1 + thumb.start, inner.top, thumb.stop - thumb.start, inner.height)
    is_plain = not filled[RIM:-RIM, : found.left - inner.left][:, RIM + 1 :].any()
    if not is_plain or not _is_thumb(slice(0, found.width), inner.height) or not _is_raised(frame, found):
        return None
    return Slider(outline.box, found)


def _without_ticks(frame: Frame, box: Box, trough: Region) -> Box:
    """A slider's box at the rows of its thumb: ticks, which are thin, may take the rest of its trough."""
    inner = Box(box.left, trough.box.top, box.width, trough.box.height)
    filled = ~_like(frame, inner, trough.color)
    top, bottom = _ends(_wide_in(filled).any(axis=1))
    rest = np.concatenate((filled[:top], filled[bottom:]))[:, RIM + 1 : -RIM - 1]
    has_ticks = HALF * inner.height <= bottom - top < inner.height - EVEN and rest.any()
    return inner._replace(top=inner.top + top, height=bottom - top) if has_ticks else inner


def _silhouette(drawn: Marks) -> Marks:
    """What is drawn, with all between the upper and the lower edge: a thumb may have its ground's colour."""
    above = np.logical_or.accumulate(drawn, axis=0)
    below = np.logical_or.accumulate(drawn[::-1], axis=0)[::-1]
    return np.asarray(above & below, np.bool_)


def _wide_in(marks: Marks) -> Marks:
    """Those places of each row where a run of marks begins that is wider than a thin line."""
    return np.asarray(np.lib.stride_tricks.sliding_window_view(marks, EVEN + 1, axis=1).all(axis=2), np.bool_)


def _like(frame: Frame, box: Box, ground: Color) -> Marks:
    """Where a box has the colour of an area."""
    pixels = frame.bgrx[box.slices][:, :, :3].astype(np.int16)
    return np.asarray(np.abs(pixels - np.asarray(ground, np.int16)).max(axis=2) <= TOLERANCE, np.bool_)


def _is_thumb(columns: slice, height: int) -> bool:
    width: int = columns.stop - columns.start
    return NARROWEST * height <= width <= WIDEST * height


def _is_straight(bar: Marks, rows: tuple[int, int]) -> bool:
    """Whether a trough's upper and lower edge are the same from end to end."""
    upper, lower = bar.argmax(axis=0), bar.shape[0] - bar[::-1].argmax(axis=0)
    even = bar.any(axis=0) & (np.abs(upper - rows[0]) <= EVEN) & (np.abs(lower - rows[1]) <= EVEN)
    return float(even.mean()) >= STRAIGHT


def _is_raised(frame: Frame, box: Box) -> bool:
    """Whether a box is lighter at its left edge than at its right one, and bears a grip in its middle.

    The filled part of a progress bar, and selected text, bear none.
    """
    gray = frame.gray[box.slices].astype(np.int64)[1:-1]
    light = float(np.median(gray[:, :EDGE].max(axis=1)) - np.median(gray[:, -EDGE:].min(axis=1)))
    middle = gray[:, box.width // 3 : -(box.width // 3)]
    steps = np.median(np.abs(np.diff(middle, axis=1)), axis=0)
    return min(light, float(steps.max(initial=0.0))) > RELIEF


def _only_run(marks: Marks) -> slice | None:
    """The run of marks, where there is only one that is wider than a border."""
    edges = np.diff(np.concatenate(([0], marks.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    wide = [slice(int(a), int(b)) for a, b in zip(starts, ends, strict=True) if b - a > EVEN]
    return wide[0] if len(wide) == 1 else None


def _ends(marks: ArrayLike) -> tuple[int, int]:
    """The first marked place and one past the last; both 0 where none is."""
    places = np.flatnonzero(marks)
    return (int(places[0]), int(places[-1]) + 1) if len(places) else (0, 0)
