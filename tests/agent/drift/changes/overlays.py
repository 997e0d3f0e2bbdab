"""Overlays that are kept, and put over nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.geometry import Box


class FakeOverlays:
    """Keeps what is put over a display."""

    def __init__(self) -> None:
        self.covers: list[tuple[Box, NDArray[np.uint8]]] = []
        self.dialogs: list[tuple[Box, str]] = []
        self.presses = 0

    def cover(self, box: Box, bgrx: NDArray[np.uint8]) -> None:
        assert bgrx.shape == (box.height, box.width, 4)
        self.covers.append((box, bgrx))

    def dialog(self, box: Box, bgrx: NDArray[np.uint8], title: str) -> None:
        assert bgrx.shape[:2] == (box.height, box.width)
        self.dialogs.append((box, title))

    def touched(self) -> int:
        return self.presses
