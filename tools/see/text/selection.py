"""Selected words of a line: light on a colour between dark on white; the recogniser is used to one ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HIGH = 0.6
"""Part of the picture's height that a selection has, at least."""
_WIDE = 0.3
"""Heights of the picture that it is wide, at least: a letter."""
_EVEN = 0.4
"""Part of it that is ground, at least."""


_EDGE = 3
"""Pixels of a border that a selection at the edge of its field may have around it."""
_LETTERS = 2
"""Letters that stand apart in a selected word, at least; a picture is of one piece."""
_LOWEST, _TALLEST = 0.7, 1.9
"""Heights of a letter of its screen that a selected word's letters have."""


def is_selected_word(gray: NDArray[np.uint8], box: Box, letter: float) -> bool:
    """Whether a box on a frame is a word on a ground of its own, and no picture.

    Args:
        gray: The frame's grey levels, shape (height, width).
        box: What stands out from its surroundings, in frame pixels.
        letter: Pixels that a letter is high on this screen.
    """
    inside = gray[box.grow(-_EDGE).slices]
    if not inside.size:
        return False
    ground = int(np.bincount(inside.ravel()).argmax())
    inked = np.abs(inside.astype(np.int16) - ground) > INK
    rows = np.flatnonzero(inked.any(axis=1))
    columns = np.asarray(inked.any(axis=0), np.int8)
    if not rows.size or inked[0].any() or inked.mean() > 1 - _EVEN:
        return False
    letters = int(np.count_nonzero(np.diff(columns, prepend=0) == 1))
    return letters >= _LETTERS and _LOWEST * letter <= rows[-1] - rows[0] + 1 <= _TALLEST * letter


def without_selection(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture of a line with its selected words drawn as the others; the very picture where none are.

    Args:
        bgr: Shape (height, width, 3).
    """
    found = _found(bgr)
    return bgr if found is None else _drawn_as_the_others(bgr, *found)


def is_partly_selected(bgr: NDArray[np.uint8]) -> bool:
    """Whether a part of a line is selected, and the rest is not.

    Args:
        bgr: Its picture, shape (height, width, 3).
    """
    return _found(bgr) is not None


def _found(bgr: NDArray[np.uint8]) -> tuple[Box, NDArray[np.float64], NDArray[np.float64]] | None:
    """The selected part of a line, the colour of the ground around it, and its own; None: there is none."""
    if not bgr.size:
        return None
    packed = bgr.astype(np.uint32) @ np.array([1, 256, 65536], np.uint32)  # each pixel as one number
    shades, counts = np.unique(packed, return_counts=True)
    if len(shades) < 2:  # noqa: PLR2004  (nothing is drawn)
        return None
    ground, other = shades[np.argsort(counts)[:-3:-1]]
    box = _selection(packed == other, bgr.shape[0])
    if box is None:
        return None
    light, dark = (bgr[packed == shade][0].astype(np.float64) for shade in (ground, other))
    return None if np.abs(light - dark).max() <= INK else (box, light, dark)


def _selection(even: NDArray[np.bool_], height: int) -> Box | None:
    """The box of a ground of another colour, in a part of the line, with no letter at its upper edge."""
    columns, rows = np.flatnonzero(even.any(axis=0)), np.flatnonzero(even.any(axis=1))
    box = Box(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1)
    part = even[box.slices]
    is_ground = bool(part[0].all()) and part.mean() >= _EVEN
    is_selection = is_ground and box.height >= _HIGH * height and box.width >= _WIDE * height
    return box if is_selection and box.width < even.shape[1] else None


def _drawn_as_the_others(
    bgr: NDArray[np.uint8], box: Box, light: NDArray[np.float64], dark: NDArray[np.float64]
) -> NDArray[np.uint8]:
    """The picture with a box whose ground and letters have the colours of those outside."""
    outside = np.ones(bgr.shape[:2], np.bool_)
    outside[box.slices] = False
    ink, letters = _farthest(bgr[outside], light), _farthest(bgr[box.slices].reshape(-1, 3), dark)
    span = letters - dark
    share = np.clip((bgr[box.slices] - dark) @ span / max(float(span @ span), 1.0), 0, 1)[..., None]
    redrawn = bgr.copy()
    redrawn[box.slices] = np.rint(light + share * (ink - light)).astype(np.uint8)
    return redrawn


def _farthest(pixels: NDArray[np.uint8], ground: NDArray[np.float64]) -> NDArray[np.float64]:
    """The colour that stands out most from a ground; where none does, its negative."""
    far = np.abs(pixels - ground).sum(axis=1)
    return pixels[int(far.argmax())].astype(np.float64) if far.max() > INK else 255 - ground
