"""Sixel: pictures as terminals of the VT340's line draw them.

Protocol: VT330/VT340 Programmer Reference Manual, volume 2, chapter 14.
"""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WIDEST = 960
"""Pixels; terminals cut what is wider."""
_COLOURS = 64
_HIGH = 6
"""Rows of pixels in one row of sixels."""


def sixel_codes(png: bytes) -> str:
    """A PNG, made smaller where it is wide, in 64 colours."""
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from PIL import Image  # noqa: PLC0415

    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.thumbnail((_WIDEST, _WIDEST))
    flat = image.quantize(_COLOURS)
    pixels = np.asarray(flat)
    palette = np.asarray(flat.getpalette() or [0, 0, 0]).reshape(-1, 3) * 100 // 255
    colours = "".join(f"#{number};2;{r};{g};{b}" for number, (r, g, b) in enumerate(palette))
    bands = "-".join(_band(pixels[top : top + _HIGH]) for top in range(0, len(pixels), _HIGH))
    return f'\x1bP0;1q"1;1;{flat.width};{flat.height}{colours}{bands}\x1b\\'


def _band(rows: NDArray[np.uint8]) -> str:
    """Six rows of pixels: for each colour in them the row of signs, drawn one over the other."""
    import numpy as np  # noqa: PLC0415

    weights = (1 << np.arange(len(rows)))[:, None]
    return "$".join(
        f"#{colour}" + _run_lengths(((rows == colour) * weights).sum(axis=0) + ord("?"))
        for colour in np.unique(rows)
    )


def _run_lengths(signs: NDArray[np.int64]) -> str:
    told = ""
    for sign, run in groupby(map(chr, signs)):
        count = sum(1 for _ in run)
        told += f"!{count}{sign}" if count > 3 else sign * count  # noqa: PLR2004  (shorter so)
    return told
