"""Needle: a small picture that is looked for, and which of its pixels count."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

FLATTEST = 2.0
"""Standard deviation, in grey levels, below which correlation says nothing."""
_MOST_BYTES = 64_000_000
"""Of a picture's file."""
_LARGEST = 64_000_000
"""Pixels of a picture; a small file may unpack to far more."""


@dataclass(frozen=True, slots=True, eq=False)
class Needle:
    """A picture that is looked for."""

    rgb: NDArray[np.uint8]
    """Shape (height, width, 3)."""
    counted: NDArray[np.bool_]
    """Shape (height, width): pixels that are compared."""

    @property
    def counts_all(self) -> bool:
        """Whether no pixel is ignored."""
        return bool(self.counted.all())


def open_needle(path: Path, ignore: Sequence[tuple[int, int, int, int]] = ()) -> Needle:
    """A picture from a file.

    Args:
        path: the file.
        ignore: areas of it that are not compared: left, top, width and height, in its pixels.

    Raises:
        OSError: it can't be read, or is no picture.
        ValueError: it can't be looked for.
    """
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(read_plain(path, _MOST_BYTES))) as picture:
        if picture.width * picture.height > _LARGEST:
            raise ValueError("the picture is too large")
        rgb = np.asarray(picture.convert("RGB"), np.uint8)
    rows, columns = rgb.shape[:2]
    counted = np.ones((rows, columns), np.bool_)
    for left, top, width, height in ignore:
        if top + height > rows or left + width > columns:
            size = f"{columns}x{rows}"
            raise ValueError(
                f"[{left}, {top}, {width}, {height}] reaches beyond the picture, which is {size}"
            )
        counted[top : top + height, left : left + width] = False
    grey = rgb.mean(axis=2)[counted]
    if grey.size == 0 or grey.std() < FLATTEST:
        raise ValueError(
            "the picture is of one colour, which is found anywhere; cut out something with an outline"
        )
    return Needle(rgb, counted)
