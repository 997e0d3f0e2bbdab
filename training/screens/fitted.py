"""Fitted boxes: of an indicator whose toolkit tells only the room that it stands in. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.screens.outline import Truth


def fitted(truth: Truth, words: NDArray[np.uint32]) -> Truth:
    """The truth with the box of each element that says `fit` drawn close around what is drawn in it.

    Args:
        truth: of the whole screen.
        words: its pixels, one number each, shape (height, width).
    """
    elements = []
    for element in truth["elements"]:
        told = {key: value for key, value in element.items() if key != "fit"}
        if element.get("fit"):
            told["box"] = _around_ink(Box(*element["box"]), words)
        elements.append(told)
    return {**truth, "elements": elements}


def _around_ink(room: Box, words: NDArray[np.uint32]) -> Box:
    """The smallest box around the pixels that are not of the ground, the commonest colour at the edge."""
    part = words[room.slices] & 0xFFFFFF
    if not part.size:
        return room
    edge = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])
    colours, counts = np.unique(edge, return_counts=True)
    down, across = np.nonzero(part != colours[counts.argmax()])
    if not down.size:
        return room
    left, top = int(across.min()), int(down.min())
    return Box(room.left + left, room.top + top, int(across.max()) - left + 1, int(down.max()) - top + 1)
