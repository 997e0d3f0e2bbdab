"""Texture: whether a box of a frame shows enough to be recognised; a flat one matches everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.ink import INK, relief
from tools.see.pixels.regions import flat_mask

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

_MARKED = (60, 4, 4)
"""Least number of marked pixels, of their columns and of their rows; a border alone has fewer."""
_EVEN = 0.1
"""Share of pixels that equal their neighbours; less of them is no ground on which text is found (around icons
of a toolbar it is .76 and more, in noise none)."""


def is_empty(frame: Frame, box: Box) -> bool:
    """Whether a box is all ground."""
    gray = frame.gray[box.clip(frame.size).slices]
    return not gray.size or int(gray.max()) - int(gray.min()) <= INK


def is_picture(frame: Frame, box: Box) -> bool:
    """Whether a box lies on a photograph: no text can be made out there, so none is known to be absent."""
    return float(flat_mask(frame)[box.clip(frame.size).slices].mean()) < _EVEN


def has_texture(frame: Frame, box: Box) -> bool:
    """Whether a box shows enough to be recognised."""
    marked = relief(frame, box) > INK
    pixels, columns, rows = _MARKED
    # A border fills a row or a column; what has texture changes along both.
    inner = marked[:, ~marked.all(axis=0)][~marked.all(axis=1)]
    if not inner.size:
        return False
    across, down = inner.any(axis=0).sum(), inner.any(axis=1).sum()
    return bool(inner.sum() >= pixels and across >= columns and down >= rows and _is_varied(inner))


def _is_varied(marked: NDArray[np.bool_]) -> bool:
    """Whether rows and columns differ among themselves in several ways, as those of a field's frame don't."""
    rows = {row.tobytes() for row in marked}
    columns = {column.tobytes() for column in marked.T}
    return len(rows) >= 4 and len(columns) >= 6  # noqa: PLR2004  (a frame has two or three of each)
