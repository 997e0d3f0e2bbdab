"""Notched fields: those whose label floats in a gap of the upper border, so that no area is closed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import COLOURED, shows_colour
from tools.see.pixels.rectangles import ONE_LINE
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.arrows import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region

HOLLOW = 0.3
"""Share of its box that a border with a gap encloses, at most."""
LEAST_WIDTH, LEAST_HEIGHT, AREA = 4.0, 2.0, 14
"""Heights of a letter that a field is wide and high, at least; and that an area in focus is high, at most."""
DRAWN, HALF = 0.7, 0.5
"""Share of a side that is drawn, at least: its corners may be round; and from which on it goes on below."""
ASIDE = 1.5
"""Heights of a letter from the left end of the border to the gap, at most."""
BESIDE, FAINT = 3, 8
"""Rows above such a field's box in which its left side is drawn; and levels that tell it from its ground."""
REMEMBERED = 256
"""Texts for which it is remembered: each field of their row asks."""
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


def is_in_notch(frame: Frame, text: Box, field: Box) -> bool:
    """Whether a text stands in the gap of a field's upper border: its box begins where the text ends.

    Its left side goes on beside the text, as none does beside a label that merely touches a field below it.
    """
    begins = text.bottom == field.top and field.left <= text.left and text.right < field.right
    beside = Box(field.left - 1, field.top - BESIDE, 1 + INSET, BESIDE)
    if not begins or beside.clip(frame.size) != beside:
        return False
    side = frame.gray[beside.slices].astype(np.int16)
    return bool((np.abs(side[:, 1:] - side[:, :1]).max(axis=1) > FAINT).all())


@lru_cache(maxsize=REMEMBERED)
def has_own_border(frame: Frame, text: Box) -> bool:
    """Whether a text stands in the gap of a border around a field or a small group, made out or not.

    What is right of that, on the text's row, is not what it names.
    """
    regions = find_regions(frame)
    return any(_bordered(frame, regions, [text], letter_height(regions)))


def _points_down(frame: Frame, box: Box, letter: float) -> bool:
    return [mark for mark, _ in find_marks(frame, box, letter) if mark != "bar"] == ["down"]


def _notched(frame: Frame, regions: Iterable[Region], texts: Sequence[Box], letter: float) -> Iterator[Box]:
    """The boxes of fields below the text in their border, to their other sides.

    A high one is an area only in focus, on a form of such fields; else it may be a group.
    """
    found = list(_bordered(frame, regions, texts, letter))
    insets = {label.left - box.left for box, label in found if box.height <= ONE_LINE * letter}
    for box, label in found:
        is_like = any(abs(label.left - box.left - inset) <= 1 for inset in insets)
        if box.height <= ONE_LINE * letter or (is_like and _has_focus(frame, box, label)):
            yield box._replace(top=label.bottom, height=box.bottom - label.bottom)


def _bordered(
    frame: Frame, regions: Iterable[Region], texts: Sequence[Box], letter: float
) -> Iterator[tuple[Box, Box]]:
    """Borders of at most an area's size that a label's gap alone breaks, and the label."""
    for region in regions:
        for outline in region.outlines:
            if outline.box.width < LEAST_WIDTH * letter or outline.fill > HOLLOW:
                continue
            box = _closed(frame, outline, LEAST_HEIGHT * letter)
            if not LEAST_HEIGHT * letter <= box.height <= AREA * letter:
                continue
            label = next((text for text in texts if _is_in_border(text, box, letter)), None)
            if label is not None and _is_open_for(_ink(frame, outline, box), label.right - box.left):
                yield box, label


def _is_in_border(text: Box, box: Box, letter: float) -> bool:
    """Whether a text stands across the upper border, near its left end."""
    is_across = text.top < box.top < text.bottom and text.right < box.right
    return is_across and 0 <= text.left - box.left <= ASIDE * letter  # it may be read with the corner


def _closed(frame: Frame, outline: Outline, least: float) -> Box:
    """The box of a border down to its lower side: the label of the next field may touch it there.

    Below that both of its sides are hardly drawn, save where the next border is, as they are below a line
    within the border.
    """
    ink = _ink(frame, outline, outline.box)
    sides = np.asarray(ink[:, :INSET].any(axis=1) & ink[:, -INSET:].any(axis=1))
    drawn = [int(row) for row in np.flatnonzero(ink.mean(axis=1) >= DRAWN) if row >= least]
    ends = (row + 1 for row in drawn if row + 1 not in drawn)
    end = next((end for end in ends if end == len(ink) or sides[end:].mean() < HALF), len(ink))
    return outline.box._replace(height=end)


def _has_focus(frame: Frame, box: Box, label: Box) -> bool:
    """Whether a border and the label in it have a colour, one and the same: no group's have."""
    sides = frame.bgrx[box.center.y, box.left : box.left + INSET, :3].tolist()
    side = max(sides, key=lambda colour: max(colour) - min(colour))
    return max(side) - min(side) >= COLOURED and shows_colour(frame, label, side)


def _ink(frame: Frame, outline: Outline, box: Box) -> NDArray[np.bool_]:
    """The pixels of a box that differ from what its border stands on."""
    pixels = frame.bgrx[box.slices][:, :, :3].astype(np.int16)
    return np.asarray(np.abs(pixels - np.array(outline.ground, np.int16)).max(axis=2) > 0)


def _is_open_for(ink: NDArray[np.bool_], end: int) -> bool:
    """Whether all of a border is drawn but for where its label stands, which ends at that column."""
    sides = (
        ink[:INSET, end + INSET :].any(axis=0),
        ink[-INSET:].any(axis=0),
        ink[:, :INSET].any(axis=1),
        ink[:, -INSET:].any(axis=1),
    )
    return min(float(side.mean()) for side in sides) >= DRAWN
