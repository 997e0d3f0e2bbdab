"""Notched fields: those whose label floats in a gap of the upper border, so that no area is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.rectangles import ONE_LINE
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.arrows import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region

HOLLOW = 0.3
"""Share of its box that a border with a gap encloses, at most."""
LEAST_WIDTH, LEAST_HEIGHT = 4.0, 2.0
"""Heights of a letter that a field is wide and high, at least."""
DRAWN = 0.7
"""Share of a side that is drawn, at least: its corners may be round."""
ASIDE = 1.5
"""Heights of a letter from the left end of the border to the gap, at most."""
INSET = 2
"""Pixels of a border within which it is looked for."""


def with_notched_fields(frame: Frame, widgets: Sequence[Widget], texts: Sequence[Box]) -> list[Widget]:
    """The widgets, and the notched fields where none of them lies: a group has such a border, and holds some.

    Args:
        frame: What to look at.
        widgets: Those that are known.
        texts: Where lines of text are.
    """
    regions = find_regions(frame)
    letter = letter_height(regions)
    found = [
        Widget("dropdown" if _points_down(frame, box, letter) else "field", box)
        for box in _notched(frame, regions, texts, letter)
        if not any(box.meets(one.box) for one in widgets)
    ]
    return [*widgets, *found]


def _points_down(frame: Frame, box: Box, letter: float) -> bool:
    return [mark for mark, _ in find_marks(frame, box, letter) if mark != "bar"] == ["down"]


def _notched(frame: Frame, regions: Iterable[Region], texts: Sequence[Box], letter: float) -> Iterator[Box]:
    """The boxes of fields below the text in their border, to their other sides."""
    for region in regions:
        for outline in region.outlines:
            box = outline.box
            is_sized = LEAST_HEIGHT * letter <= box.height <= ONE_LINE * letter
            if not is_sized or box.width < LEAST_WIDTH * letter or outline.fill > HOLLOW:
                continue
            label = next((text for text in texts if _is_in_border(text, box, letter)), None)
            if label is not None and _is_open_for(frame, outline, label):
                yield box._replace(top=label.bottom, height=box.bottom - label.bottom)


def _is_in_border(text: Box, box: Box, letter: float) -> bool:
    """Whether a text stands across the upper border, near its left end."""
    is_across = text.top < box.top < text.bottom and text.right < box.right
    return is_across and 0 <= text.left - box.left <= ASIDE * letter  # it may be read with the corner


def _is_open_for(frame: Frame, outline: Outline, label: Box) -> bool:
    """Whether all of a border is drawn but for where its label stands."""
    box = outline.box
    pixels = frame.bgrx[box.slices][:, :, :3].astype(np.int16)
    ink = np.abs(pixels - np.array(outline.ground, np.int16)).max(axis=2) > 0
    behind = ink[:INSET, label.right - box.left + INSET :].any(axis=0)
    sides = (behind, ink[-INSET:].any(axis=0), ink[:, :INSET].any(axis=1), ink[:, -INSET:].any(axis=1))
    return min(float(side.mean()) for side in sides) >= DRAWN
