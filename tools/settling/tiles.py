"""Tiles of 32x32 pixels in which two frames differ. Pure.

Tiles keep a caret's blinking apart from the dialog that opens beside it. Equal frames cost one memory
comparison; of others only the bands of tiles that differ are looked at closely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from tools.geometry import Box
from tools.observation import COLOR, differing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Size
    from tools.observation import Frame

    TileMap: TypeAlias = NDArray[np.bool_]
    """One truth value for each tile, shape (rows, columns)."""

TILE = 32
"""Side of a tile in pixels; those at the right and bottom edge may be narrower."""

Tile: TypeAlias = tuple[int, int]
"""Row and column of a tile."""


def blank(size: Size) -> TileMap:
    """Map with no tile set, for frames of that size."""
    return np.zeros((-(-size.height // TILE), -(-size.width // TILE)), np.bool_)


def changed(before: Frame, after: Frame) -> TileMap:
    """Tiles in which two frames of the same size differ."""
    old, new = before.words, after.words
    found = blank(after.size)
    columns = np.arange(0, after.size.width, TILE)
    for row in range(len(found)):
        band = Box(0, row * TILE, after.size.width, TILE)
        if not np.array_equal(old[band.slices], new[band.slices]):
            found[row] = np.logical_or.reduceat(differing(before, after, band).any(axis=0), columns)
    return found


def content(frame: Frame, tile: Tile) -> int:
    """Hash of a tile's pixels; equal for equal pixels within one process."""
    top, left = tile[0] * TILE, tile[1] * TILE
    return hash((frame.words[top : top + TILE, left : left + TILE] & COLOR).tobytes())


def box_of(tile: Tile) -> Box:
    """Box of a whole tile, in frame pixels."""
    return Box(tile[1] * TILE, tile[0] * TILE, TILE, TILE)


def tiles(found: TileMap) -> list[Tile]:
    """The tiles that are set."""
    return [(int(row), int(column)) for row, column in np.argwhere(found)]


def boxes(before: Frame, after: Frame, found: TileMap) -> list[Box]:
    """Boxes of what changed, in frame pixels: one for each group of adjoining tiles.

    A box fits the pixels that differ, not the tiles.
    """
    fits = []
    for group in _groups(found):
        rows, columns = [row for row, _ in group], [column for _, column in group]
        left, top = min(columns) * TILE, min(rows) * TILE
        width, height = (max(columns) + 1) * TILE - left, (max(rows) + 1) * TILE - top
        whole = Box(left, top, width, height).clip(after.size)
        differs = differing(before, after, whole)
        across, down = np.flatnonzero(differs.any(axis=0)), np.flatnonzero(differs.any(axis=1))
        if len(across):
            fits.append(
                Box(
                    whole.left + int(across[0]),
                    whole.top + int(down[0]),
                    int(across[-1] - across[0]) + 1,
                    int(down[-1] - down[0]) + 1,
                )
            )
    return fits


def _groups(found: TileMap) -> list[list[Tile]]:
    """Sets of tiles that touch, corners included."""
    left = set(tiles(found))
    groups = []
    while left:
        front = [left.pop()]
        group = []
        while front:
            row, column = front.pop()
            group.append((row, column))
            near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            front += near
        groups.append(group)
    return groups
