"""Scan: a toggle that no shape shows, looked for in front of its caption, at all places near by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.see.toggles.patch import HEIGHT, TALL, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from tools.see.toggles.patch import State, ToggleKind
    from tools.see.toggles.reader import Reading

SIZES = (0.55, 0.65, 0.75, 0.85, 1.0, 1.15, 1.3)
"""Heights of a toggle next to its caption's line that are tried."""
BEFORE, WITHIN = 2.4, 1.1
"""Heights of a line in front of a caption, and within it, where the toggle's middle may lie: a caption may
have been read together with its box."""
STEP = 0.1
"""Heights of a line between places."""
ROWS = (-0.2, -0.1, 0.0, 0.1, 0.2)
"""Heights of a line by which the toggle's middle may lie above or below the caption's."""
SPEAKS = 0.9
"""Likelihood from which a place counts."""
SUREST = 0.98
"""Likelihood that the surest place has, at least."""
LEAST = 3
"""Places that say the same, at least: a toggle is seen from each of those around its middle."""
AGREED = 0.7
"""Share of all places that count which say the same, at least."""
EVERY, WORTH, HINT, AROUND = 2, 0.2, 0.1, 3
"""At first every other column is looked at, in every other row and size: if no place shows a toggle with this
likelihood, there is none; else the columns are read whole that lie so near one that shows it with the next.
Of 419 captions, 193 of them with a toggle, each got the answer of all places, by half of the readings."""


class Found(NamedTuple):
    """A toggle and what it shows."""

    kind: ToggleKind
    state: State
    box: Box
    """In frame pixels, about as it is drawn; of a switch a square in its middle."""


def find_before(caption: Box, read: Callable[[Sequence[Box]], Sequence[Reading]]) -> Found | None:
    """The toggle in front of a caption; None where there is none, or it is not sure which.

    Args:
        caption: The box of its line, in frame pixels.
        read: Says what boxes show.
    """
    boxes = _places(caption, _worth_reading(caption, read), ROWS, _sides(caption.height))
    counted = [
        (box, reading)
        for box, reading in zip(boxes, read(boxes), strict=True)
        if reading.kind is not None and reading.likelihood >= SPEAKS
    ]
    if not counted:
        return None
    surest = max((reading for _, reading in counted), key=lambda reading: reading.likelihood)
    alike = [
        (box, one.likelihood) for box, one in counted if (one.kind, one.state) == (surest.kind, surest.state)
    ]
    if surest.likelihood < SUREST or len(alike) < max(LEAST, AGREED * len(counted)):
        return None
    assert surest.kind is not None
    assert surest.state is not None
    return Found(surest.kind, surest.state, _middle(alike))


def looked_at(caption: Box) -> Box:
    """All that is seen of a frame where a toggle is looked for in front of a caption."""
    side = _sides(caption.height)[-1]
    across, down = -(-side * WIDTH // (2 * TALL)) + 1, -(-side * HEIGHT // (2 * TALL)) + 1
    left, right = (round(by * caption.height) + caption.left for by in (-BEFORE, WITHIN))
    above, below = (round(by * caption.height) + caption.center.y for by in (ROWS[0], ROWS[-1]))
    return Box(left - across, above - down, right - left + 2 * across, below - above + 2 * down)


def _sides(height: int) -> list[int]:
    return sorted({max(6, round(size * height)) for size in SIZES})


def _worth_reading(caption: Box, read: Callable[[Sequence[Box]], Sequence[Reading]]) -> NDArray[np.float64]:
    """The columns near those in which a look at few places sees a toggle, however unlikely; or none."""
    columns = _columns(caption)
    readings = read(_places(caption, columns[::EVERY], ROWS[1::2], _sides(caption.height)[1::2]))
    likely = [1 - one.likelihood if one.kind is None else 1.0 for one in readings]
    seen = np.array(likely).reshape(-1, len(columns[::EVERY])).max(axis=0)
    if seen.max() < WORTH:
        return columns[:0]
    hints = EVERY * np.flatnonzero(seen >= HINT)
    off = np.abs(np.arange(len(columns))[:, np.newaxis] - hints).min(axis=1)
    return np.asarray(columns[off <= AROUND], np.float64)


def _columns(caption: Box) -> NDArray[np.float64]:
    """Where the middle of a toggle may lie, from left to right."""
    return np.arange(-BEFORE, WITHIN, STEP) * caption.height + caption.left


def _places(
    caption: Box, columns: NDArray[np.float64], rows: Sequence[float], sides: Sequence[int]
) -> list[Box]:
    """Squares of each size with their middles in the columns, which vary first, and rows."""
    return [
        Box(round(across - side / 2), round(caption.center.y + down * caption.height - side / 2), side, side)
        for side in sides
        for down in rows
        for across in columns
    ]


def _middle(places: Sequence[tuple[Box, float]]) -> Box:
    """The mean of the surest places."""
    most = max(likelihood for _, likelihood in places)
    surest = np.array([tuple(box) for box, likelihood in places if likelihood >= most - (1 - SUREST)])
    left, top, width, height = surest.mean(axis=0)
    return Box(round(left), round(top), round(width), round(height))
