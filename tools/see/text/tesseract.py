"""Tesseract: reads lines in scripts that the recogniser does not know, where it and its data are installed.

Its binding (`tesserocr`) brings the program; each language's data is a package of the system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tools.see.text.installed import data_folder

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEIGHTS = (36, 46, 56)
"""Pixels to which a line is scaled at each look: letters of 20 to 30 pixels are what it has learnt."""
_AROUND = 16
"""Pixels of bare ground around it."""
_DARK = 128
"""Grey below which a ground is dark: it is used to dark letters."""


class Tesseract:
    """Reads lines in one language, in one thread at a time.

    Args:
        language: Its code; binding and data are installed.
    """

    def __init__(self, language: str) -> None:
        import tesserocr  # noqa: PLC0415  (optional, and loaded on use)

        self._api: Any = tesserocr.PyTessBaseAPI(
            path=str(data_folder(language)),
            lang=language,
            psm=tesserocr.PSM.SINGLE_LINE,
            oem=tesserocr.OEM.LSTM_ONLY,
        )

    def looks(self, bgr: NDArray[np.uint8]) -> list[tuple[str, float]]:
        """The text of a line and how sure it is (0 to 1) at several sizes; no looks at an empty picture.

        Args:
            bgr: The picture of the line, shape (height, width, 3).
        """
        return [self._look(bgr, height) for height in _HEIGHTS if bgr.size]

    def _look(self, bgr: NDArray[np.uint8], height: int) -> tuple[str, float]:
        from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

        self._api.SetImage(Image.fromarray(_prepared(bgr, height)))
        return " ".join(self._api.GetUTF8Text().split()), self._api.MeanTextConf() / 100


def _prepared(bgr: NDArray[np.uint8], height: int) -> NDArray[np.uint8]:
    """The picture in grey, dark on light, scaled, with bare ground around it."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    gray = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)
    if np.median(gray) < _DARK:
        gray = 255 - gray
    width = max(1, round(gray.shape[1] * height / gray.shape[0]))
    scaled = np.asarray(cv2.resize(gray, (width, height), interpolation=cv2.INTER_LANCZOS4), np.uint8)
    return np.pad(scaled, _AROUND, constant_values=int(np.median(gray)))
