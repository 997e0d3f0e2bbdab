"""Truth of a picture: what stands where and in which state, as arrays, one entry an element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from tools.see.elements.element import CHOSEN, FOLDS, KINDS, TOGGLED, TOGGLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Boxes = NDArray[np.float32]
    """Left, top, right and bottom, shape (n, 4)."""
    Numbers = NDArray[np.int8]
    """Places in a vocabulary; -1 where nothing is known."""
LEARNED = frozenset(KINDS) - {"dialog"}
"""A dialog is too large to be learned from crops: its cells would outweigh all others."""
UNKNOWN = -1
LEAST_SIDE = 5.0
"""Pixels; what is lower or narrower is neither learned nor told to be wrong."""
LEAST_SEEN = 0.5
"""Share of an element that must be in sight for it to be learned."""


class Truth(NamedTuple):
    """Elements of a picture, in its pixels, and the areas of which nothing is known."""

    boxes: Boxes
    kinds: Numbers
    states: Numbers
    """Toggle, fold, chosen and enabled, shape (n, 4)."""
    ignored: Boxes

    def pick(self, which: NDArray[np.bool_]) -> Truth:
        """The elements that are marked, with all the ignored areas."""
        return Truth(self.boxes[which], self.kinds[which], self.states[which], self.ignored)

    def moved(self, across: float, down: float, scale: tuple[float, float] = (1.0, 1.0)) -> Truth:
        """The same elements, moved by so many pixels and then scaled across and down."""
        by, times = np.array((across, down) * 2, np.float32), np.array(scale * 2, np.float32)
        return self._replace(boxes=(self.boxes + by) * times, ignored=(self.ignored + by) * times)

    def within(self, width: float, height: float) -> Truth:
        """What a window of that size shows; elements of which too little is in sight are ignored there."""
        edge = np.array((width, height) * 2, np.float32)
        seen = np.clip(self.boxes, 0, edge)
        known = (area(seen) >= LEAST_SEEN * area(self.boxes)) & (sides(seen).min(axis=1) >= LEAST_SIDE)
        ignored = np.concatenate([np.clip(self.ignored, 0, edge), seen[~known]])
        ignored = ignored[sides(ignored).min(axis=1) > 0]
        return self._replace(boxes=seen, ignored=ignored).pick(known)

    def under(self, window: Sequence[float]) -> Truth:
        """What is left in sight when a window (left, top, right, bottom) covers a part of the picture."""
        seen = uncovered(self.boxes, np.array(window, np.float32))
        left = area(seen)
        known = (left >= LEAST_SEEN * area(self.boxes)) & (sides(seen).min(axis=1) >= LEAST_SIDE)
        ignored = uncovered(self.ignored, np.array(window, np.float32))
        ignored = np.concatenate([ignored[area(ignored) > 0], seen[~known & (left > 0)]])
        return self._replace(boxes=seen, ignored=ignored).pick(known)

    def joined(self, other: Truth) -> Truth:
        """The elements of both."""
        return Truth(
            np.concatenate([self.boxes, other.boxes]),
            np.concatenate([self.kinds, other.kinds]),
            np.concatenate([self.states, other.states]),
            np.concatenate([self.ignored, other.ignored]),
        )


def sides(boxes: Boxes) -> Boxes:
    """Widths and heights, shape (n, 2)."""
    return np.asarray(boxes[:, 2:] - boxes[:, :2], np.float32)


def area(boxes: Boxes) -> Boxes:
    """Pixels of each box, shape (n,)."""
    return np.asarray(np.prod(np.maximum(sides(boxes), 0), axis=1), np.float32)


def uncovered(boxes: Boxes, window: Boxes) -> Boxes:
    """The largest upright part of each box that a window doesn't cover; empty boxes where it covers all."""
    parts = np.repeat(boxes[np.newaxis], 4, axis=0)
    parts[0, :, 2] = np.minimum(boxes[:, 2], window[0])
    parts[1, :, 3] = np.minimum(boxes[:, 3], window[1])
    parts[2, :, 0] = np.maximum(boxes[:, 0], window[2])
    parts[3, :, 1] = np.maximum(boxes[:, 1], window[3])
    sizes = np.stack([area(part) for part in parts])
    best = parts[sizes.argmax(axis=0), np.arange(len(boxes))]
    best[sizes.max(axis=0) <= 0, 2:] = best[sizes.max(axis=0) <= 0, :2]
    return np.asarray(best, np.float32)


def read_truth(told: Mapping[str, Any]) -> Truth:
    """The truth as a program told it (`training.screens`): `elements`, and `ignore` where there are any."""
    elements = [element for element in told["elements"] if element["kind"] in LEARNED]
    others = [element["box"] for element in told["elements"] if element["kind"] not in KINDS]
    return Truth(
        _boxes([element["box"] for element in elements]),
        np.array([KINDS.index(element["kind"]) for element in elements], np.int8),
        np.array([_states(element) for element in elements], np.int8).reshape(-1, 4),
        _boxes([*others, *told.get("ignore", ())]),
    )


def _boxes(told: Sequence[Sequence[float]]) -> Boxes:
    boxes = np.array(told, np.float32).reshape(-1, 4)
    boxes[:, 2:] += boxes[:, :2]
    return boxes


def _states(element: Mapping[str, Any]) -> tuple[int, int, int, int]:
    return _toggle(element), _fold(element), _chosen(element), int(element.get("enabled", True))


def _toggle(element: Mapping[str, Any]) -> int:
    if element["kind"] == "menu-item":
        return TOGGLES.index("on" if element["state"] == "on" else "off")
    known = element["kind"] in TOGGLED and element["state"] in TOGGLES
    return TOGGLES.index(element["state"]) if known else UNKNOWN


def _fold(element: Mapping[str, Any]) -> int:
    known = element["kind"] == "node" and element["state"] in FOLDS
    return FOLDS.index(element["state"]) if known else UNKNOWN


def _chosen(element: Mapping[str, Any]) -> int:
    if element["kind"] == "node" and "chosen" in element:
        return int(element["chosen"])
    known = element["kind"] in CHOSEN and element["state"] in ("chosen", None)
    return int(element["state"] == "chosen") if known else UNKNOWN
