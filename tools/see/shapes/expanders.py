"""Expanders: the marks before a tree's entries, which tell whether they are open, and open and close them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.see.pixels.glyphs import LETTER
from tools.see.scene import TEXT_HEIGHT
from tools.see.shapes.arrows import INK, mark_of
from tools.see.shapes.knobs import find_knobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.observation import Frame

BEFORE, INTO = 2.5, 1.2
"""Heights of an entry's text in which its mark stands before it (an icon between them), and within."""
APART = 0.15
"""Heights of the text that are free behind a mark that was read with it, at least: signs stand closer."""
ASKEW = 0.15
"""Share of a mark's size by which its two sides differ, at most: an L or a P narrows as a triangle does."""
BENT, FEW = 0.2, 2
"""Share of its width by which a triangle's is off on its way to the tip, at most, and pixels always: a funnel
ends in a tip too."""
BLUNT = 0.3
"""Part of a triangle's or chevron's length that comes before its last widest row, at most: a heart and a pin
are widest further on."""
THIN = 3
"""Times as long as it is thick the stroke of a plus or minus is, at least."""
NEXT = 3
"""Pixels before the text that show its ground: where a mark comes so close, it is drawn in a part of them."""
OFF = 2
"""Pixels by which the ends of a stroke are not as far from those of its cross, at most."""
LONG, FEWEST = 0.3, 5
"""Heights of the text that such a stroke is long, at least; in a frame, pixels."""
FRAME = 2.6
"""Times the stroke that a frame around it is wide, at most."""
HOLLOW = 1.6
"""Times as large as what is drawn of it such a frame is, at least."""
LOWEST = 0.35
"""Heights of the text from its upper edge to such a stroke, at least."""


class Expander(NamedTuple):
    """A mark, and what it says."""

    box: Box
    fold: Literal["closed", "open"]
    is_framed: bool


def find_expanders(frame: Frame, text: Box) -> list[Expander]:
    """The marks before a tree's entry: triangles, chevrons, a plus or minus in a frame or none, or knobs.

    Left to right: an icon of the entry stands between its mark and its text.

    Args:
        frame: what the entry is on.
        text: of the entry; the mark may have been read as a part of it.
    """
    text = text.clip(frame.size)
    letter = text.height * LETTER / TEXT_HEIGHT
    far, into = round(BEFORE * text.height), round(INTO * text.height)
    before = Box(text.left - far, text.top, far, text.height).clip(frame.size)
    # Further left the list may have ended, and the text alone may be lit.
    ground = _ground(frame, Box(text.left - NEXT, text.top, NEXT, text.height).clip(frame.size))
    ink = _ink(frame, before, ground)
    marks = [one for one in _marks(ink, letter) if one.is_framed or one.box.right < before.width]
    found = [one._replace(box=one.box.shift(before.left, before.top)) for one in marks]
    within = Box(text.left, text.top, into, text.height).clip(frame.size)
    ink = _ink(frame, within, _ground(frame, text))
    marks = [one for one in _marks(ink, letter) if _stands_first(ink, one)]
    found += [one._replace(box=one.box.shift(within.left, within.top)) for one in marks]
    if not found and before.area:
        ink = _ink(frame, before.union(within), ground)
        knobs = [(box, fold) for box, fold in find_knobs(ink) if box.left < before.width]
        found = [Expander(box.shift(before.left, before.top), fold, is_framed=False) for box, fold in knobs]
    return sorted(found, key=lambda one: one.box.left)


def _marks(ink: NDArray[np.uint8], letter: float) -> Iterator[Expander]:
    """All that look so, in pixels of the strip."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if not ink.size:
        return
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    rows = np.asarray(stats, np.int32).tolist()
    boxes = [Box(*row[:4]) for row in rows]
    hollow = [box for box, row in zip(boxes, rows, strict=True) if HOLLOW * row[4] <= box.area]
    for label, box in enumerate(boxes):
        if label and box.left and box.height < len(ink):
            part = np.asarray(labels[box.slices] == label, np.bool_)
            around = next((one for one in hollow if _frames(one, box)), None)
            fold = _fold(part, letter) or _sign(part, box, len(ink), is_framed=around is not None)
            if fold is not None:
                yield Expander(around or box, fold, around is not None)


def _frames(around: Box, sign: Box) -> bool:
    """Whether a shape is a frame with a sign in its middle; a line of the tree may go on from it."""
    long = max(sign.width, sign.height)
    if around.height > FRAME * long or around.width > 2 * around.height or around == sign:
        return False
    if around.overlap(sign) != sign:
        return False
    return abs(around.center.y - sign.center.y) <= 1 and sign.left - around.left <= long


def _ink(frame: Frame, box: Box, ground: int) -> NDArray[np.uint8]:
    return (np.abs(frame.gray[box.slices].astype(np.int16) - ground) > INK).astype(np.uint8)


def _ground(frame: Frame, box: Box) -> int:
    return int(np.median(frame.gray[box.slices])) if box.area else 0


def _fold(part: NDArray[np.bool_], letter: float) -> Literal["closed", "open"] | None:
    """What a triangle or chevron says: it points to the right, or down."""
    if mark_of(part.T, letter) == "down" and _is_even(part) and _narrows_evenly(part.T):
        return "closed"
    is_open = mark_of(part, letter) == "down" and _is_even(part.T) and _narrows_evenly(part)
    return "open" if is_open else None


def _sign(
    part: NDArray[np.bool_], box: Box, height: int, *, is_framed: bool
) -> Literal["closed", "open"] | None:
    """What a plus or minus says, that stands at half the height of its entry."""
    down, across = part.shape
    middle = (box.top + down / 2) / height
    if across < (FEWEST if is_framed else LONG * height) or not LOWEST <= middle <= 1 - LOWEST:
        return None
    if across >= THIN * down:
        return "open" if part.all() else None
    if abs(across - down) > 1:
        return None
    return "closed" if _is_cross(part) else None


def _is_cross(part: NDArray[np.bool_]) -> bool:
    """Whether it is two strokes through its middle, and nothing else."""
    height, width = part.shape
    thick = []
    for axis, side in ((1, height), (0, width)):
        stroke = np.flatnonzero(part.all(axis=axis))
        if not stroke.size or abs(int(stroke[0] + stroke[-1]) - (side - 1)) > OFF:
            return False
        thick.append(int(stroke[-1] - stroke[0]) + 1)
    across, down = thick
    is_thin = bool(THIN * max(thick) <= min(height, width))
    return is_thin and int(part.sum()) == across * width + down * height - across * down


def _is_even(part: NDArray[np.bool_]) -> bool:
    """Whether its lower half reaches as far to both sides as its upper half."""
    firsts, lasts = part.argmax(axis=1), part.shape[1] - part[:, ::-1].argmax(axis=1)
    askew = max(1.0, ASKEW * min(part.shape))
    return all(int(np.abs(ends - ends[::-1]).max()) <= askew for ends in (firsts, lasts))


def _narrows_evenly(part: NDArray[np.bool_]) -> bool:
    """Whether it is as much narrower from row to row, from the widest to the last."""
    spans = part.shape[1] - part[:, ::-1].argmax(axis=1) - part.argmax(axis=1)
    widest = int(np.flatnonzero(spans == spans.max())[-1])
    even = np.linspace(int(spans.max()), int(spans[-1]), len(spans) - widest)
    is_even = np.abs(spans[widest:] - even).max() <= max(FEW, BENT * part.shape[1])
    return bool(is_even) and widest <= BLUNT * len(spans)


def _stands_first(ink: NDArray[np.uint8], mark: Expander) -> bool:
    """Whether a mark stands before all other signs of the text that it was read with, and apart from them."""
    before = ink[:, : max(0, mark.box.left - 1)]
    behind = ink[:, mark.box.right : mark.box.right + max(2, round(APART * len(ink)))]
    return not before.any() and (mark.is_framed or not behind.any())
