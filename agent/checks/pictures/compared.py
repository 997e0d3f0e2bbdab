"""Picture for people: what was looked for, what was there, and where the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from agent.checks.pictures.needle import Needle

_GAP = 8
"""Pixels between the three."""
_WIDEST = 200
"""Pixels up to which a small one is enlarged, in whole steps."""
_RED, _BLUE = (220, 0, 0), (70, 110, 220)


def write_compared(path: Path, needle: Needle, there: NDArray[np.uint8], differs: NDArray[np.bool_]) -> None:
    """Write a PNG of three pictures side by side; the third is red where they differ, blue where ignored.

    Raises:
        OSError: it can't be written.
    """
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from PIL import Image  # noqa: PLC0415

    marked = (255 - (255 - there.mean(axis=2, keepdims=True)) / 3).repeat(3, axis=2).astype(np.uint8)
    marked[~needle.counted] = (marked[~needle.counted] // 2 + np.array(_BLUE) // 2).astype(np.uint8)
    marked[differs] = _RED
    gap = np.full((there.shape[0], _GAP, 3), 255, np.uint8)
    whole = Image.fromarray(np.hstack([needle.rgb, gap, there, gap, marked]))
    times = max(1, _WIDEST // max(there.shape[:2]))
    whole.resize((whole.width * times, whole.height * times), Image.Resampling.NEAREST).save(path, "PNG")


def area_of(differs: NDArray[np.bool_]) -> list[int]:
    """The smallest area with all that differs: left, top, width and height, as `ignore` takes it."""
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)

    rows, columns = np.nonzero(differs)
    left, top = int(columns.min()), int(rows.min())
    return [left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1]
