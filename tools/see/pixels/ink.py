"""Ink: what stands out from the ground inside a box of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

INK = 40
"""Levels (0-255) by which a pixel of a glyph differs at least from its ground."""
_SHADE = 16
"""Levels of a channel within which colours are counted as one: a ground may be shaded."""
COLOURED = 60
"""Levels between the channels of a colour that is no grey, at least: an error's, or that of the focus."""
_NEAR = 24
"""Levels of a channel between two pixels of one colour, at most: the edges of letters blend."""
_PLACES = np.array([256, 16, 1])


def relief(frame: Frame, box: Box) -> NDArray[np.int16]:
    """Levels by which each pixel of a box differs from its ground, which is the most frequent level.

    Args:
        frame: The frame.
        box: In its pixels; what lies outside of the frame is left out.

    Returns:
        Shape (height, width); empty where nothing of the box lies inside the frame.
    """
    gray = frame.gray[box.clip(frame.size).slices].astype(np.int16)
    ground = int(np.bincount(gray.ravel(), minlength=256).argmax())
    return np.abs(gray - ground)


def inked(frame: Frame, box: Box) -> NDArray[np.bool_]:
    """Which pixels of a box stand out from its ground, which may be shaded from top to bottom.

    On a shaded ground there is no level of which most is: each row has its own, and else is ink all over.

    Args:
        frame: The frame.
        box: In its pixels; what lies outside of the frame is left out.
    """
    found = relief(frame, box) > INK
    if not found.size or not found.any(axis=0).all():
        return found
    rows = frame.gray[box.clip(frame.size).slices].astype(np.int16)
    return np.asarray(np.abs(rows - np.median(rows, axis=1, keepdims=True)) > INK, np.bool_)


def ground_behind(frame: Frame, text: Box) -> NDArray[np.float64]:
    """The colour that a text stands on: the commonest in its box, and the median of those that are near it.

    The box may reach beyond what is lit, and into a border or a focus ring.
    """
    colours = frame.bgrx[text.clip(frame.size).slices][:, :, :3].reshape(-1, 3)
    shades = (colours // _SHADE).astype(np.int64) @ _PLACES
    return np.asarray(np.median(colours[shades == np.bincount(shades).argmax()], axis=0), np.float64)


def share_of(colour: NDArray[np.float64], frame: Frame, box: Box) -> float:
    """Share of a box's pixels that are nearly of a colour."""
    colours = frame.bgrx[box.clip(frame.size).slices][:, :, :3].reshape(-1, 3)
    return float((np.abs(colours - colour).max(axis=1) < _SHADE).mean())


def shows_colour(frame: Frame, box: Box, colour: Sequence[int]) -> bool:
    """Whether a box, in frame pixels, has pixels of about a colour (blue, green, red)."""
    pixels = frame.bgrx[box.clip(frame.size).slices][:, :, :3].astype(np.int16)
    return bool((np.abs(pixels - np.asarray(colour, np.int16)).max(axis=2) <= _NEAR).any())
