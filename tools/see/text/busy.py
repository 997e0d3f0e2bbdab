"""Busy ground: photographs, hatched or steeply shaded areas, where letters have no even ground around them.

Such an area is looked at only where something may be written on it: letters have one colour, and photographs
hardly two pixels of the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tools.geometry import Box, Size
from tools.see.pixels.regions import BGR, flat_mask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame

_TILE = (24, 48)
"""Pixels; height and width of the parts that are looked at."""
_BUSY = 0.45
"""Share of a part that is no even ground, at least; of a part with a line of text it is less."""
_UNEVEN = 0.35
"""Share of what is right around a line that is uneven, at most, where its ground is even: borders are not."""
_LONG = 16
"""Pixels of a straight stroke that is no letter's, at least."""
_WRITTEN = 0.012
"""Share of a part that has its commonest uneven colour, at least, where something is written on it."""
_GRAINY = 0.85
"""Colours next to pixels of a box, from which nothing is written in it: of writing, even in a poor JPEG, at
most .8 were measured, of noise and photographs .83 to 1."""
_EVEN = 0.1
"""Share of neighbours of one colour from which a box is more than grain."""
_PLAIN = 0.5
"""Share of neighbours of one colour from which the ground of a box is even."""
_FAINT, _CLEAR, _EDGE = 12, 20, 6
"""Levels of a channel by which two pixels beside or above each other differ at a letter's edge, mostly, on
even ground and on other, and how many do around a full stop. Of what has the shape of letters in 23
photographs half differs by 10 at most, and a star in the night has four such; of 369 texts of all toolkits
the faintest differs by 13, but light fonts and lossy pictures blur them."""
_BLURRED, _COLOURS, _SOFT = 0.2, 0.35, 64
"""Shares of neighbours of one colour and of colours next to pixels, and a steepest step: what has less of the
first, more of the second and nothing as steep is blurred, as photographs are."""
_MANY = 40
"""Boxes without a letter's edge, at least, that no screen has without a photograph: fewer are read."""


def written_on(frame: Frame, read: Iterable[Box]) -> list[Box]:
    """The areas of busy ground on which something may be written, in frame pixels.

    Args:
        frame: What to look at.
        read: Where text was read for sure: it may have been cut where the ground around it is uneven.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    uneven = 1 - flat_mask(frame)
    for box in [box for box in read if _is_on_even(uneven, box.clip(frame.size))]:
        uneven[box.clip(frame.size).slices] = 0
    height, width = _TILE
    half = height // 2
    # A line of text may lie in two parts, but not also in those half a part lower.
    busy = [_busy(uneven[shift * half :]) for shift in (0, 1)]
    if not any(parts.any() for parts in busy):
        return []
    around, lettered = _around(busy).clip(frame.size), np.zeros_like(uneven)
    lettered[around.slices] = uneven[around.slices] & ~_straight(frame, around)
    colours = np.asarray(frame.words & BGR, np.uint32)
    rows = np.zeros((2 * -(-frame.size.height // height) + 1, -(-frame.size.width // width)), np.uint8)
    for shift, parts in enumerate(busy):
        hit = _hits(parts, lettered[shift * half :], colours[shift * half :])
        for half_row in (shift, shift + 1):
            rows[half_row : half_row + 2 * len(hit) : 2] |= hit
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(rows, np.ones((3, 5), np.uint8)))
    areas = (Box(*row[:4]) for row in np.asarray(stats, np.int32)[1:].tolist())
    found = [Box(a.left * width, a.top * half, a.width * width, a.height * half) for a in areas]
    return [area.clip(frame.size) for area in found]


def without_grain(clean: Frame, still: Frame, boxes: Sequence[Box]) -> list[Box]:
    """The boxes in which something may be written, without those of a photograph's grain.

    Args:
        clean: The frame without its noise.
        still: The frame as it came: in the other one a photograph has lost its grain, and has shapes instead.
        boxes: What has the shape of letters, in frame pixels.
    """
    left = [box for box in boxes if not is_grain(clean, box.clip(clean.size))]
    if len(left) < _MANY:
        return left
    edged: list[Box] = []
    for box in left:
        if has_steep_edges(still, box.clip(still.size)):
            edged.append(box)
            if len(left) - len(edged) < _MANY:  # no crowd of the others: mostly told by the first handful
                return left
    return edged


def is_grain(frame: Frame, box: Box) -> bool:
    """Whether nearly each pixel of a box within the frame has its own colour, as in photographs."""
    colours = frame.words[box.slices] & BGR
    same = int(np.count_nonzero(colours[:, 1:] == colours[:, :-1]))
    return same < _EVEN * colours.size and len(np.unique(colours)) > _GRAINY * colours.size


def has_steep_edges(frame: Frame, box: Box) -> bool:
    """Whether a box within the frame has edges as steep as most letters', and is not blurred."""
    steps, colours = _steps(frame.bgrx[box.slices][:, :, :3]), frame.words[box.slices] & BGR
    same = int(np.count_nonzero(colours[:, 1:] == colours[:, :-1])) / colours.size
    if np.count_nonzero(steps >= (_CLEAR if same < _PLAIN else _FAINT)) < _EDGE:
        return False
    is_sharp = same >= _BLURRED or steps.max() >= _SOFT
    return is_sharp or len(np.unique(colours)) <= _COLOURS * colours.size


def _steps(pixels: NDArray[np.uint8]) -> NDArray[np.int16]:
    """Levels by which a channel differs most, for each two pixels beside or above each other."""
    levels = pixels.astype(np.int16)
    return np.concatenate([np.abs(np.diff(levels, axis=axis)).max(axis=2).ravel() for axis in (0, 1)])


def _busy(uneven: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which parts, in rows and columns, are mostly no even ground."""
    # Column by column first, which a byte is enough for: a fifth of the time.
    columns = _tiled(uneven).sum(axis=2, dtype=np.uint8)
    return np.asarray(columns.sum(axis=2, dtype=np.uint32) >= _BUSY * _TILE[0] * _TILE[1])


def _around(busy: Sequence[NDArray[np.bool_]]) -> Box:
    """The pixels that all busy parts lie in, of a frame's parts and of those half a part lower."""
    height, width = _TILE
    rows, columns = [], []
    for shift, parts in enumerate(busy):
        found, beside = np.nonzero(parts)
        rows += [row * height + shift * height // 2 for row in found.tolist()]
        columns += [column * width for column in beside.tolist()]
    left, top = min(columns), min(rows)
    return Box(left, top, max(columns) + width - left, max(rows) + height - top)


def _hits(
    busy: NDArray[np.bool_], lettered: NDArray[np.uint8], words: NDArray[np.uint32]
) -> NDArray[np.uint8]:
    """1 for each busy part that has as much of one colour as letters have."""
    hit, most, height = np.zeros(busy.shape, np.uint8), _TILE[0] * _TILE[1], _TILE[0]
    rows = np.flatnonzero(busy.any(axis=1))
    if len(rows):
        some = np.s_[rows[0] : rows[-1] + 1]  # all of a screen's would be copied for two of them
        lines = np.s_[rows[0] * height : (rows[-1] + 1) * height]
        inked, shown = (_tiled(pixels[lines])[busy[some]] for pixels in (lettered, words))
        colours = np.where(inked > 0, shown, np.uint32(BGR + 1))
        hit[busy] = _commonest(colours.reshape(-1, most)) >= _WRITTEN * most
    return hit


def _is_on_even(uneven: NDArray[np.uint8], box: Box) -> bool:
    """Whether the ground right around a line is mostly even."""
    around = box.grow(max(1, box.height // 2)).clip(Size(uneven.shape[1], uneven.shape[0]))
    marked = int(uneven[around.slices].sum()) - int(uneven[box.slices].sum())
    return marked <= _UNEVEN * max(1, around.area - box.area)


def _straight(frame: Frame, box: Box) -> NDArray[np.uint8]:
    """1 where a pixel of a box is of a straight stroke of one colour that no letter has: border, hatching.

    A stroke that goes on beyond the box is looked at as far as it counts.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    wider = box.grow(2 * _LONG).clip(frame.size)
    words = np.asarray(frame.words[wider.slices] & BGR, np.uint32)
    found = np.zeros(words.shape, np.uint8)
    for kernel, here, ahead in (
        ((1, _LONG), np.s_[:, :-1], np.s_[:, 1:]),
        ((_LONG, 1), np.s_[:-1], np.s_[1:]),
    ):
        same = np.zeros(words.shape, np.uint8)
        same[ahead] = words[ahead] == words[here]
        found |= np.asarray(cv2.morphologyEx(same, cv2.MORPH_OPEN, np.ones(kernel, np.uint8)), np.uint8)
    return found[box.shift(-wider.left, -wider.top).slices]


def _tiled(pixels: NDArray[np.generic]) -> NDArray[Any]:
    """The pixels of each part, shape (rows, columns, height, width); the last ones are filled up with 0."""
    height, width = _TILE
    below, beside = -pixels.shape[0] % height, -pixels.shape[1] % width
    padded = np.pad(pixels, ((0, below), (0, beside)))
    down, across = padded.shape[0] // height, padded.shape[1] // width
    return padded.reshape(down, height, across, width).transpose(0, 2, 1, 3)


def _commonest(colours: NDArray[np.uint32]) -> NDArray[np.int64]:
    """How often each part has its commonest colour, the one that stands for none aside."""
    ordered = np.sort(colours, axis=1)
    starts = np.ones(ordered.shape, np.bool_)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    firsts = np.flatnonzero(starts)
    lengths = np.diff(np.append(firsts, ordered.size))
    lengths[ordered.ravel()[firsts] == BGR + 1] = 0
    most = np.zeros(len(ordered), np.int64)
    np.maximum.at(most, firsts // ordered.shape[1], lengths)
    return most
