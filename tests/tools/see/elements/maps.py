"""Maps as the detector's net would give them for elements that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.elements.decode import Maps
from tools.see.elements.element import CONTAINERS, FOLDS, KINDS, STRIDE, TOGGLES, ElementKind

if TYPE_CHECKING:
    from tools.geometry import Box

SURE, NOTHING = 4.0, -8.0
"""Logits."""
ROWS, COLUMNS = 30, 60


class Sketch:
    """Maps of a picture of 480x240 pixels, nothing on it yet."""

    def __init__(self) -> None:
        self.kinds = np.full((len(KINDS), ROWS, COLUMNS), NOTHING, np.float32)
        self.edges = np.ones((8, ROWS, COLUMNS), np.float32)
        self.states = np.zeros((len(TOGGLES) + len(FOLDS) + 2, ROWS, COLUMNS), np.float32)
        self.states[-1] = SURE

    def put(
        self, kind: ElementKind, box: Box, spoken: Box | None = None, logit: float = SURE
    ) -> tuple[slice, slice]:
        """An element; the cells in `spoken` speak for it, by default all of its own."""
        cells = spoken or box
        area = (
            slice(cells.top // STRIDE, -(-cells.bottom // STRIDE)),
            slice(cells.left // STRIDE, -(-cells.right // STRIDE)),
        )
        across = (np.arange(COLUMNS) + 0.5)[np.newaxis] * STRIDE
        down = (np.arange(ROWS) + 0.5)[:, np.newaxis] * STRIDE
        own = (across - box.left, down - box.top, box.right - across, box.bottom - down)
        self.kinds[KINDS.index(kind)][area] = logit
        for side, distance in enumerate(own):
            whole = np.broadcast_to(distance, (ROWS, COLUMNS))
            self.edges[4 * (kind in CONTAINERS) + side][area] = whole[area]
        return area

    @property
    def maps(self) -> Maps:
        """What was put there."""
        return Maps(self.kinds, self.edges, self.states)
