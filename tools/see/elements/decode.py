"""Decoding: from the detector's maps to its proposals. Arrays only, no model.

Each cell in the middle of an element speaks for it, and knows the edge best that is nearest: a wide field's
left end is told by its left cells. So of all cells that speak for one element the surest only founds the
group, and each edge is what the cells near it say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.see.elements.element import (
    CHOSEN,
    CONTAINERS,
    FOLDS,
    KINDS,
    STRIDE,
    TOGGLED,
    TOGGLES,
    Element,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.see.elements.element import ElementKind

    Floats = NDArray[np.float32]

LEAST = 0.3
"""Score below which nothing is proposed."""
SAME = 0.45
"""Share of their union that two boxes have in common when they are one element's."""
WITHIN = 0.7
"""Share of the smaller one that two boxes of one kind have in common when they are one element's."""
LEVEL = 0.7
"""Height of the lower of two boxes next to the other's, from which they stand on one row: then a cell within
the one speaks for the same element, of whatever kind and however wide it takes it to be."""
NEAR = 4.0
"""Pixels added to a distance before an edge is weighed by it."""


class Maps(NamedTuple):
    """What the net says of each cell; see `training.detector.net`."""

    kinds: Floats
    """Logits, shape (kinds, rows, columns)."""
    edges: Floats
    """Pixels to the left, top, right and bottom of an element, then of a container; (8, rows, columns)."""
    states: Floats
    """Logits: toggles, folds, chosen, enabled; shape (8, rows, columns)."""


class Cells(NamedTuple):
    """Cells that speak for something, one entry each."""

    kinds: NDArray[np.intp]
    scores: Floats
    boxes: Floats
    """Left, top, right, bottom in pixels of the picture."""
    distances: Floats
    states: Floats


def decode(maps: Maps) -> tuple[Element, ...]:
    """The elements that the maps tell of, in pixels of the picture that was looked at, top to bottom."""
    found = [
        element
        for is_container in (False, True)
        for element in _elements(_cells(maps, is_container=is_container))
    ]
    return tuple(sorted(found, key=lambda element: (element.box.top, element.box.left)))


def _cells(maps: Maps, *, is_container: bool) -> Cells:
    """The cells of one layer that are sure enough."""
    which = np.array([at for at, kind in enumerate(KINDS) if (kind in CONTAINERS) == is_container])
    logits = maps.kinds[which]
    best = logits.max(axis=0)
    rows, columns = np.nonzero(best > np.log(LEAST / (1 - LEAST)))
    distances = maps.edges[4 * is_container :][:4, rows, columns].T
    middles = (np.stack([columns, rows], axis=1).astype(np.float32) + 0.5) * STRIDE
    return Cells(
        which[logits[:, rows, columns].argmax(axis=0)],
        _likelihood(best[rows, columns]),
        np.concatenate([middles - distances[:, :2], middles + distances[:, 2:]], axis=1),
        distances,
        maps.states[:, rows, columns].T,
    )


def _elements(cells: Cells) -> Iterator[Element]:
    for first, group in _groups(cells):
        members = Cells(
            cells.kinds[group],
            cells.scores[group],
            cells.boxes[group],
            cells.distances[group],
            cells.states[group],
        )
        yield _element(KINDS[cells.kinds[first]], members)


def _groups(cells: Cells) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """The surest cell of each element, and those that agree with it on the kind and about on the edges."""
    left = np.argsort(-cells.scores, kind="stable")
    while left.size:
        first = int(left[0])
        common = _share_of_union(cells.boxes[first], cells.boxes[left]) > SAME
        alike = cells.kinds[left] == cells.kinds[first]
        same = common | (alike & _lies_within(cells, first, left)) | _speaks_within(cells, first, left)
        same[0] = True
        yield first, left[same & alike & common]
        left = left[~same]


def _lies_within(cells: Cells, first: int, others: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether the one's box or the others' lie mostly within each other."""
    smaller = np.minimum(_areas(cells.boxes[first : first + 1]), _areas(cells.boxes[others]))
    return np.asarray(_overlaps(cells.boxes[first], cells.boxes[others]) > WITHIN * smaller)


def _speaks_within(cells: Cells, first: int, others: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether other cells lie within the one's box, and their boxes are about as high."""
    middles = cells.boxes[others, :2] + cells.distances[others, :2]
    low, high = cells.boxes[first, :2], cells.boxes[first, 2:]
    heights = cells.boxes[:, 3] - cells.boxes[:, 1]
    lower, higher = (take(heights[first], heights[others]) for take in (np.minimum, np.maximum))
    return np.asarray(((middles > low) & (middles < high)).all(axis=1) & (lower > LEVEL * higher))


def _element(kind: ElementKind, members: Cells) -> Element:
    weights = members.scores[:, np.newaxis] / (members.distances + NEAR) ** 2
    left, top, right, bottom = (members.boxes * weights).sum(axis=0) / weights.sum(axis=0)
    box = Box(round(left), round(top), max(1, round(right) - round(left)), max(1, round(bottom) - round(top)))
    states = (members.states * members.scores[:, np.newaxis]).sum(axis=0) / members.scores.sum()
    state, state_score = _state(kind, states)
    return Element(
        kind=kind,
        box=box,
        score=float(members.scores.max()),
        state=state,
        state_score=state_score,
        enabled=float(_likelihood(states[-1])),
        chosen=float(_likelihood(states[-2])) if kind in CHOSEN or kind == "node" else 0.0,
    )


def _state(kind: ElementKind, states: Floats) -> tuple[str | None, float]:
    """The state that is likeliest for an element of a kind, and how likely it is."""
    toggles, folds, chosen = np.split(states[:-1], (len(TOGGLES), len(TOGGLES) + len(FOLDS)))
    if kind in TOGGLED:
        return _likeliest(TOGGLES, toggles)
    if kind == "node":
        return _likeliest(FOLDS, folds)
    if kind not in CHOSEN:
        return None, 1.0
    ticked = _likeliest(TOGGLES, toggles)
    if kind == "menu-item" and ticked[0] == "on":
        return ticked
    is_chosen = float(_likelihood(chosen)[0])
    return ("chosen", is_chosen) if is_chosen > 1 - is_chosen else (None, 1 - is_chosen)


def _likeliest(names: tuple[str, ...], logits: Floats) -> tuple[str, float]:
    shares = np.exp(logits - logits.max())
    at = int(shares.argmax())
    return names[at], float(shares[at] / shares.sum())


def _likelihood(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _areas(boxes: Floats) -> Floats:
    return np.asarray((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), np.float32)


def _share_of_union(box: Floats, boxes: Floats) -> Floats:
    common = _overlaps(box, boxes)
    return np.asarray(common / (_areas(box[np.newaxis]) + _areas(boxes) - common), np.float32)


def _overlaps(box: Floats, boxes: Floats) -> Floats:
    """Pixels that each box has in common with one."""
    low, high = np.maximum(box[:2], boxes[:, :2]), np.minimum(box[2:], boxes[:, 2:])
    return np.asarray(np.prod(np.maximum(high - low, 0), axis=1), np.float32)
