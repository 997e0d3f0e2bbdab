"""Panes: connected flat ground of a frame, with the texts on it; what a page, a list or a window lies on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.regions import find_regions, flat_mask
from tools.see.pixels.sizes import letter_height
from tools.see.shapes.arrows import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.scene import Line, Scene

    Marks = NDArray[np.bool_]
    Numbers = NDArray[np.int32]

_RIM = 2
"""Pixels around a text that show what it stands on."""
_EVEN = 2
"""Pixels by which the ends of two rows of a list may differ."""
_CELL = Size(20, 10)
"""Least extent of a cell in pixels; a smaller area is the inside of a letter or an arrow."""
_RULES = range(2, 5)
"""Pixels that a rule between two cells of a table takes, the changes of colour included."""


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes of a frame."""

    numbers: Numbers
    """For each pixel the pane that it lies on, shape (height, width); 0 for what is drawn."""
    boxes: dict[int, Box]
    """The box around each pane, by its number."""


def find_panes(scene: Scene, *, cells: bool = False) -> Panes:
    """The panes of a frame. Rows of a list in two shades are one pane, a field is one of its own.

    Args:
        scene: the screen.
        cells: take the cells of a table's column for one pane too, unless they bear arrows.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    _, found, stats, _ = cv2.connectedComponentsWithStats(flat_mask(scene.frame), connectivity=4)
    areas, extents = np.asarray(found, np.int32), np.asarray(stats, np.int32)[:, :4]
    numbers, root = areas.copy(), np.arange(len(extents), dtype=np.int32)
    _join(numbers, root, _seam(areas, extents, 1), 1)
    for rule in _RULES if cells else ():
        seam = _seam(areas, extents, rule)
        _join(numbers, root, seam & _are_cells(scene.frame, areas, extents, rule, seam), rule)
    numbers = root[numbers]
    _add_texts(numbers, extents, scene.lines)
    boxes: dict[int, Box] = {}
    for number, part in enumerate(extents.tolist()):
        box = Box(*part)
        if number:
            whole = int(root[number])
            boxes[whole] = boxes[whole].union(box) if whole in boxes else box
    return Panes(numbers, boxes)


def _seam(areas: Numbers, extents: Numbers, gap: int) -> Marks:
    """Where so many rows of pixels part two equally wide areas, one above the other; by the first of them.

    A mere change of colour is one row; a border makes two changes, and so is two rows at least.
    """
    above, below = areas[: -gap - 1], areas[gap + 1 :]
    left, right = extents[:, 0], extents[:, 0] + extents[:, 2]
    seam = (above > 0) & (below > 0)
    for row in range(1, gap + 1):
        seam &= areas[row : row + len(seam)] == 0
    seam &= np.abs(left[above] - left[below]) <= _EVEN
    seam &= np.abs(right[above] - right[below]) <= _EVEN
    return np.asarray(seam, np.bool_)


def _join(numbers: Numbers, root: Numbers, seam: Marks, gap: int) -> None:
    """Give the areas on both sides of a seam one number in `root`, and the seam that of the upper one."""
    above, below = numbers[: len(seam)][seam], numbers[gap + 1 :][seam]
    for one, other in np.unique(np.stack([above, below], axis=1), axis=0):
        root[root == root[other]] = root[one]
    for row in range(1, gap + 1):
        numbers[row : row + len(seam)][seam] = above


def _are_cells(frame: Frame, areas: Numbers, extents: Numbers, gap: int, seam: Marks) -> Marks:
    """Whether the areas of a seam are equally high, and none bears the arrow of a drop-down or a spin box."""
    above, below = areas[: -gap - 1], areas[gap + 1 :]
    plain = (extents[:, 2] >= _CELL.width) & (extents[:, 3] >= _CELL.height)
    numbers = np.unique(np.concatenate([above[seam], below[seam]]))
    letter = letter_height(find_regions(frame)) if plain[numbers].any() else LETTER
    for number in numbers[plain[numbers]]:
        plain[number] = not any(find_marks(frame, Box(*map(int, extents[number])), letter))
    alike = np.abs(extents[:, 3][above] - extents[:, 3][below]) <= _EVEN
    return np.asarray(alike & plain[above] & plain[below], np.bool_)


def _add_texts(numbers: Numbers, extents: Numbers, lines: Iterable[Line]) -> None:
    """Take each text, the insides of its letters too, for a part of the pane that it stands on."""
    height, width = numbers.shape
    for line in lines:
        around = numbers[line.box.grow(_RIM).overlap(Box(0, 0, width, height)).slices]
        letters = (extents[:, 2:].max(axis=1) <= line.box.height)[around]
        ground = np.bincount(around[~letters & (around > 0)], minlength=1)
        if 2 * ground.max() > ground.sum():
            around[(around == 0) | letters] = ground.argmax()
