"""Targets: what the net's maps are to say for a picture whose truth is known. Arrays only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.elements.element import CONTAINERS, KINDS, STRIDE
from training.detector.truth import UNKNOWN, area, sides

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.detector.truth import Boxes, Numbers, Truth

    Map = NDArray[np.int8]
MARGIN = 0.25
"""Share of its shorter side by which the part of an element that speaks for it is smaller on each side."""
LAYERS = (
    np.array([kind not in CONTAINERS for kind in KINDS]),
    np.array([kind in CONTAINERS for kind in KINDS]),
)
"""Which kinds are told in each layer of answers: elements, and the containers around them."""


class Targets(NamedTuple):
    """Maps of one picture; a layer is elements or containers, UNKNOWN where nothing is to be said."""

    kinds: Map
    """The kind that each cell speaks for, shape (layers, rows, columns)."""
    near: Map
    """The kind on whose margin a cell lies: it may say so or not."""
    known: NDArray[np.bool_]
    """Whether anything is known of the cell, shape (rows, columns)."""
    edges: NDArray[np.float32]
    """Pixels to the left, top, right and bottom, shape (layers * 4, rows, columns)."""
    weights: NDArray[np.float32]
    """What the cell counts: the more cells speak for an element, the less each; as `kinds`."""
    states: Map
    """Toggle, fold, chosen and enabled, shape (4, rows, columns)."""


def targets(truth: Truth, width: int, height: int) -> Targets:
    """The maps for a picture of that size."""
    rows, columns = height // STRIDE, width // STRIDE
    layers = [_layer(truth.pick(which[truth.kinds]), rows, columns) for which in LAYERS]
    known = np.ones((rows, columns), bool)
    for box in truth.ignored:
        known[_cells(box)] = False
    for kinds, *_ in layers:
        known |= kinds != UNKNOWN
    inner, outer = (states for *_, states in layers)
    return Targets(
        np.stack([kinds for kinds, *_ in layers]),
        np.stack([near for _, near, *_ in layers]),
        known,
        np.concatenate([edges for _, _, edges, _, _ in layers]),
        np.stack([weights for *_, weights, _ in layers]),
        np.where(inner != UNKNOWN, inner, outer),
    )


def _layer(
    truth: Truth, rows: int, columns: int
) -> tuple[Map, Map, NDArray[np.float32], NDArray[np.float32], Map]:
    """Kinds, margins, edges, weights and states; where elements overlap the smaller one counts."""
    order = np.argsort(-area(truth.boxes), kind="stable")
    owner, near = (np.full((rows, columns), UNKNOWN, np.int32) for _ in range(2))
    for at in order:
        near[_cells(truth.boxes[at])] = at
        owner[_cells(truth.boxes[at])] = UNKNOWN
        owner[_middle(truth.boxes[at], rows, columns)] = at
    counts = np.bincount(owner[owner != UNKNOWN], minlength=len(truth.boxes))
    weights = 1 / np.sqrt(np.maximum(counts, 1))
    return (
        _of(truth.kinds, owner),
        _of(truth.kinds, near),
        _distances(truth.boxes, owner),
        np.where(owner == UNKNOWN, 0, np.append(weights, 0)[owner]).astype(np.float32),
        np.stack([_of(state, owner) for state in truth.states.T]),
    )


def _of(numbers: Numbers, owner: NDArray[np.int32]) -> Map:
    """What is known of the element that each cell belongs to."""
    return np.append(numbers, np.int8(UNKNOWN))[owner]


def _distances(boxes: Boxes, owner: NDArray[np.int32]) -> NDArray[np.float32]:
    rows, columns = owner.shape
    at = np.append(boxes, np.zeros((1, 4), np.float32), axis=0)[owner].transpose(2, 0, 1)
    across = (np.arange(columns, dtype=np.float32) + 0.5) * STRIDE
    down = ((np.arange(rows, dtype=np.float32) + 0.5) * STRIDE)[:, np.newaxis]
    return np.stack([across - at[0], down - at[1], at[2] - across, at[3] - down])


def _cells(box: Boxes) -> tuple[slice, slice]:
    """The cells whose middle lies in a box."""
    left, top, right, bottom = np.maximum(np.ceil(box / STRIDE - 0.5), 0).astype(int)
    return slice(top, bottom), slice(left, right)


def _middle(box: Boxes, rows: int, columns: int) -> tuple[slice, slice]:
    """The cells that speak for an element: those in its middle part, or the one that holds its middle."""
    (width, height) = sides(box[np.newaxis])[0]
    margin = MARGIN * min(width, height)
    down, across = _cells(box + np.array((margin, margin, -margin, -margin), np.float32))
    if down.start >= down.stop:
        row = min(int((box[1] + box[3]) / 2 / STRIDE), rows - 1)
        down = slice(row, row + 1)
    if across.start >= across.stop:
        column = min(int((box[0] + box[2]) / 2 / STRIDE), columns - 1)
        across = slice(column, column + 1)
    return down, across
