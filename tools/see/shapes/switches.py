"""Switches: a knob at one end of a short wide track, and whether that is the end of those that are on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget
from tools.see.shapes.forms import is_even
from tools.see.shapes.ticks import COLOURED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region

SHAPE = (1.35, 3.0)
"""Times its height that a switch is wide, at least and at most."""
LOWEST, HIGHEST = 9, 3.9
"""Pixels that it is high at least, and heights of a letter at most."""
NO_LETTERS = 1.8
"""Heights of a letter from which a switch is too high for letters that touch."""
WHOLE = 0.97
"""Share of its box that an outline encloses, from which it is none of letters that touch either."""
SAME = 0.4
"""Share of the box around both that two boxes of one switch have in common, at least."""
KNOB = 0.42
"""Part of its height that a knob is high, at least."""
WIDE = (0.7, 1.8)
"""Heights of a knob that it is wide, at least and at most."""
HALF = 0.6
"""Part of the switch's width that a knob is wide, at most."""
AT_END = 0.3
"""Part of the switch's height that a knob is off its end, at most."""
ASTRAY = 0.25
"""Part of the switch's height by which a knob is nearer to its upper edge than to its lower one, at most, or
farther: a white knob on white shows its shadow alone, and the track beside it is none."""
HIGHER = 1.25
"""Times as high as its track is a knob that reaches above it, at least."""
REST = (0.3, 0.75)
"""Part of the switch's width that its track shows beside a knob that can't be told from the ground."""
ROUND = 0.25
"""Part of a track's height that its free end is round, at least, where a knob of the ground's own colour only
cuts the other end off: a bite of less than a pixel is not seen in a small one."""
MARK = 3
"""Pixels of a mark that tells a track from a knob, at least: a tick, a cross, a stroke."""

TRACK = 0.2
"""Part of a switch that its track takes, at least."""


@lru_cache(maxsize=4)
def find_switches(frame: Frame, supposed: tuple[Box, ...] = ()) -> tuple[Widget, ...]:
    """The switches on a frame, as check boxes with their state, top to bottom.

    Args:
        frame: what to look at.
        supposed: where there may be one; elsewhere a small one may be letters as well, and is left out.
    """
    regions = find_regions(frame)
    letter = letter_height(regions)
    found = [
        Widget("checkbox", outline.box, checked=is_on)
        for region in regions
        for outline in region.outlines
        if has_shape(outline.box)
        and LOWEST <= outline.box.height <= HIGHEST * letter
        and (
            outline.box.height >= NO_LETTERS * letter
            or outline.fill >= WHOLE
            or any(part.agreement(box) >= SAME for part in _parts(outline) for box in supposed)
            or _shows_both(outline)
        )
        and (is_on := _is_on(outline)) is not None
    ]
    return tuple(sorted(found, key=lambda switch: (switch.box.top, switch.box.left)))


def has_shape(box: Box) -> bool:
    """Whether a box is about as much wider than high as switches are, and no check box is."""
    return SHAPE[0] * box.height <= box.width <= SHAPE[1] * box.height


def shows_twice(frame: Frame, switch: Widget) -> bool:
    """Whether knob and track of a switch say the same: at the right end on a coloured one, or neither.

    Where text runs from right to left, or all is grey, the two differ.
    """
    found = (one for one in find_switches(frame, (switch.box,)) if one.box.agreement(switch.box) >= SAME)
    shown = next(found, None)
    if shown is None or shown.checked is not switch.checked:
        return False
    return switch.checked is is_coloured(frame, shown.box)


def is_coloured(frame: Frame, switch: Box) -> bool:
    """Whether a switch has a colour, as most that are on and none that is off."""
    pixels = frame.bgrx[switch.slices][:, :, :3].astype(np.int16)
    return float((np.ptp(pixels, axis=2) > COLOURED).mean()) >= TRACK


def _is_on(outline: Outline) -> bool | None:
    """Whether its knob is at the right end; None: it has none, or one at either end."""
    bitten, knobs = _sides(outline)
    sides = bitten | knobs
    return sides.pop() if len(sides) == 1 else None


def _parts(outline: Outline) -> list[Box]:
    """What may be supposed: all of it, or the track that a knob of the ground's own colour bites into."""
    tracks = [one.box for one in _within(outline) if _bitten(one, outline.box) is not None]
    return [outline.box, *tracks]


def _shows_both(outline: Outline) -> bool:
    """Whether a knob and a track that it bites into are seen, at one end: no letters that touch are both."""
    bitten, knobs = _sides(outline)
    return len(bitten) == 1 and bitten == knobs


def _sides(outline: Outline) -> tuple[set[bool], set[bool]]:
    """The ends at which something bites into a track, and those at which a knob is; True: the right one."""
    bitten, knobs = set(), []
    for region in _within(outline):
        bite, side = _bitten(region, outline.box), _side(region, outline.box)
        if bite is not None:
            bitten.add(bite)
        elif side is not None:
            knobs.append((region.box.height, side))
    highest = max((height for height, _ in knobs), default=0)
    # What is much lower than the knob is the track that it reaches above.
    return bitten, {side for height, side in knobs if height * HIGHER > highest}


def _bitten(track: Region, switch: Box) -> bool | None:
    """Whether a knob of the ground's own colour bites into a track at its right end; None: at neither."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    box = track.box
    if box.height < KNOB * switch.height or not REST[0] * switch.width <= box.width <= REST[1] * switch.width:
        return None
    left, top, width, height = cv2.boundingRect(track.contour)
    mask = np.zeros((height, width), np.uint8)
    cv2.drawContours(mask, [track.contour], -1, (1,), cv2.FILLED, offset=(-left, -top))
    starts, ends = mask.argmax(axis=1), width - 1 - mask[:, ::-1].argmax(axis=1)
    third = height // 3
    outer = [0, -1]
    in_left = int(np.median(starts[third:-third])) - int(starts[outer].max())
    in_right = int(ends[outer].min()) - int(np.median(ends[third:-third]))
    if _is_bite(in_left, in_right, box.height) and 2 * (box.left - switch.left) >= box.height:
        return False
    is_right = _is_bite(in_right, in_left, box.height) and 2 * (switch.right - box.right) >= box.height
    return True if is_right else None


def _is_bite(at_knob: int, at_end: int, height: int) -> bool:
    """Whether a track's middle begins further in than its edges at a knob, and ends further out."""
    return at_end < 0 < at_knob or (at_knob == 0 and -at_end >= ROUND * height)


def _within(outline: Outline) -> Iterator[Region]:
    """The areas in an outline, and in what lies on those."""
    for region in outline.regions:
        yield region
        for other in region.outlines:
            yield from _within(other)


def _side(region: Region, switch: Box) -> bool | None:
    """Whether an area is a knob at the right end; None where it is no knob."""
    box = region.box
    is_sized = (
        box.height >= KNOB * switch.height and WIDE[0] * box.height <= box.width <= WIDE[1] * box.height
    )
    is_plain = not any(max(mark.box.width, mark.box.height) >= MARK for mark in region.outlines)
    aside = abs((box.top - switch.top) - (switch.bottom - box.bottom))
    if not is_sized or not is_plain or aside > ASTRAY * switch.height or not is_even(region.contour):
        return None
    left, right = box.left - switch.left, switch.right - box.right
    if min(left, right) > AT_END * switch.height or max(left, right) < (1 - HALF) * switch.width:
        return None
    return left > right
