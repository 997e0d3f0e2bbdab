"""Text detector: a picture in, the boxes of its lines out; for grounds where no shape stands out.

The model comes with rapidocr, and its maps are read as rapidocr reads them (Liao et al. 2020), save that all
boxes are upright.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.session import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = "PP-OCRv6_det_small.onnx"
"""The file in rapidocr's folder of models."""
_STEP = 32
"""Pixels; the sides of its input are multiples of it."""
_TEXT, _LINE = 0.3, 0.5
"""Chances: of a pixel that counts as text, and of a line, at the mean of its pixels, at least."""
_LEAST = 3
"""Pixels that what it marks of a line is high, at least."""
_WIDER = 1.6
"""It marks the middle of a line; its edge is farther out by this part of its area over its perimeter."""


class TextDetector:
    """Finds lines of text. Loads its model on first use."""

    def __init__(self) -> None:
        self._model = Model(files("rapidocr") / "models" / MODEL)

    def boxes(self, bgr: NDArray[np.uint8]) -> list[Box]:
        """The boxes of all lines in a picture, in its pixels, top to bottom.

        Args:
            bgr: Shape (height, width, 3).
        """
        return lines_in(self._map(bgr), *bgr.shape[:2]) if bgr.size else []

    def _map(self, bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The chance that each pixel is text's."""
        below, beside = (-side % _STEP for side in bgr.shape[:2])
        padded = np.pad(bgr, ((0, below), (0, beside), (0, 0)), mode="edge")
        picture = (padded.astype(np.float32).transpose(2, 0, 1) / 255 - 0.5) / 0.5
        (found,) = self._model.run(picture[np.newaxis])
        return np.asarray(found[0, 0], np.float32)


def lines_in(chances: NDArray[np.float32], height: int, width: int) -> list[Box]:
    """The boxes of lines, given the chance that each pixel is text's; cut off at a height and width."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    marked = cv2.dilate((chances > _TEXT).astype(np.uint8), np.ones((2, 2), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(marked)
    found = []
    for left, top, across, down in np.asarray(stats, np.int32)[1:, :4].tolist():
        box = Box(left, top, across, down)
        if min(across, down) >= _LEAST and float(chances[box.slices].mean()) >= _LINE:
            wider = box.grow(round(across * down * _WIDER / (2 * (across + down))))
            found.append(wider.overlap(Box(0, 0, width, height)))
    return sorted((box for box in found if box.area), key=lambda box: (box.top, box.left))
