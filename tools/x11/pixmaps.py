"""Pixmaps of pictures, to be shown by windows.

Protocol: X Window System Protocol, version 11, "PutImage" (ZPixmap, 24 bits in 32).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcffib import xproto

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.x11.connection import Connection

DEPTH = 24
_BAND = 200_000
"""Bytes of a picture that are sent in one request; every server takes 262140."""


def pixmap_of(connection: Connection, bgrx: NDArray[np.uint8]) -> int:
    """A pixmap with a picture of shape (height, width, 4): blue, green, red and an unused byte."""
    pixmap, context = connection.new_id(), connection.new_id()
    height, width = bgrx.shape[:2]
    connection.core.CreatePixmap(DEPTH, pixmap, connection.root, width, height)
    connection.core.CreateGC(context, pixmap, 0, [])
    rows = max(1, _BAND // (4 * width))
    kind = xproto.ImageFormat.ZPixmap
    for top in range(0, height, rows):
        band = bgrx[top : top + rows]
        connection.core.PutImage(
            kind, pixmap, context, width, len(band), 0, top, 0, DEPTH, band.size, band.tobytes()
        )
    return pixmap
