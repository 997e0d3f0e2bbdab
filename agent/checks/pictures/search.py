"""Search of a picture on a frame: the place where it is nearest, and whether it is the same there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from agent.checks.pictures.needle import Needle

    Pixels = NDArray[np.uint8]

ALIKE = 0.98
"""Correlation of shape (`cv2.TM_CCOEFF_NORMED`, 1 is the same) that a place needs."""
_COLOUR = 12.0
"""Mean difference of a channel, of 255, that a place may have. Correlation alone does not see that a button
is greyed out or of another colour."""
_PART, _PART_COLOUR = 5, 48.0
"""Pixels of the side of a part, and by how much the mean of a channel may be off there, of 255: in the mean
of a large picture a small sign of another colour is lost. Edges that are smoothed otherwise keep theirs."""
VISIBLE = 32
"""Difference of a channel, of 255, from which on a pixel is another one."""
_PLACES = 50
"""Best places that are compared in colour."""
_APART = 20
"""Best places that are compared pixel by pixel, none beside another one."""


class Nearest(NamedTuple):
    """The place where a picture is nearest."""

    same: bool
    likeness: float
    """Correlation of shape; of a search with a tolerance the share of pixels that are the same. 0 to 1."""
    place: tuple[int, int] | None
    """Left, top, in pixels of what was searched; None: nothing there is like it."""


def nearest_alike(searched: Pixels, needle: Needle) -> Nearest:
    """Where the picture has the same shape and colours, wherever that is.

    Args:
        searched: RGB, not smaller than the picture.
        needle: the picture.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)
    import numpy as np  # noqa: PLC0415

    grey, small = (cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY) for rgb in (searched, needle.rgb))
    mask = None if needle.counts_all else needle.counted.astype(np.uint8)
    scores = cv2.matchTemplate(grey, small, cv2.TM_CCOEFF_NORMED, mask=mask)
    scores[~np.isfinite(scores) | (np.abs(scores) > 1.001)] = 0.0  # noqa: PLR2004  (over flat areas)
    some = np.argpartition(scores, -min(_PLACES, scores.size), axis=None)[-_PLACES:]
    best = some[np.argsort(scores.flat[some])[::-1]]
    for top, left in zip(*np.unravel_index(best, scores.shape), strict=True):
        if scores[top, left] < ALIKE:
            break
        if _has_colours(crop(searched, needle, (int(left), int(top))), needle):
            return Nearest(same=True, likeness=float(scores[top, left]), place=(int(left), int(top)))
    top, left = np.unravel_index(int(scores.argmax()), scores.shape)
    likeness = max(0.0, float(scores.max()))
    return Nearest(same=False, likeness=likeness, place=(int(left), int(top)) if likeness else None)


def _has_colours(there: Pixels, needle: Needle) -> bool:
    """Whether a picture has the colours of another one, on the whole and in each small part."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)
    import numpy as np  # noqa: PLC0415

    off = there.astype(np.float32) - needle.rgb
    if np.abs(off[needle.counted]).mean() > _COLOUR:
        return False
    off[~needle.counted] = 0.0
    return bool(np.abs(cv2.blur(off, (_PART, _PART))).max() <= _PART_COLOUR)


def nearest_tolerant(searched: Pixels, needle: Needle, tolerance: float) -> Nearest:
    """Where the fewest pixels of the picture are others.

    Args:
        searched: RGB, not smaller than the picture.
        needle: the picture.
        tolerance: the share of its pixels that may be others, 0 to 1.
    """
    found = Nearest(same=False, likeness=-1.0, place=None)
    for place in _near(searched, needle):
        others = float(differing(searched, needle, place)[needle.counted].mean())
        if 1.0 - others > found.likeness:
            found = Nearest(same=others <= tolerance, likeness=1.0 - others, place=place)
        if others == 0.0:
            break
    return found


def crop(searched: Pixels, needle: Needle, place: tuple[int, int]) -> Pixels:
    """What is there in the picture's stead."""
    (left, top), (height, width) = place, needle.counted.shape
    return searched[top : top + height, left : left + width]


def differing(searched: Pixels, needle: Needle, place: tuple[int, int]) -> NDArray[np.bool_]:
    """Which pixels of the picture, of those that count, are others there."""
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)

    difference = np.abs(crop(searched, needle, place).astype(np.int16) - needle.rgb)
    differs: NDArray[np.bool_] = (difference.max(axis=2) > VISIBLE) & needle.counted
    return differs


def _near(searched: Pixels, needle: Needle) -> Iterator[tuple[int, int]]:
    """Places of the least squared difference, the best first."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)
    import numpy as np  # noqa: PLC0415

    mask = None if needle.counts_all else np.repeat(needle.counted[..., None], 3, axis=2).astype(np.uint8)
    scores = cv2.matchTemplate(searched, needle.rgb, cv2.TM_SQDIFF, mask=mask)
    around = max(2, min(needle.counted.shape) // 4)
    for _ in range(_APART):
        top, left = (int(part) for part in np.unravel_index(int(scores.argmin()), scores.shape))
        if not np.isfinite(scores[top, left]):
            return
        yield left, top
        scores[max(0, top - around) : top + around + 1, max(0, left - around) : left + around + 1] = np.inf
