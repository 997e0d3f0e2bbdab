"""Drawing: a screen with its true elements (green) and the proposals (red) on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tools.see.elements.element import Element
    from training.detector.augment import Picture

TRUE, TOLD = (0, 160, 0), (0, 0, 230)
"""Blue, green, red."""


def draw(picture: Picture, told: Mapping[str, Any], proposals: Sequence[Element], target: Path) -> None:
    """Writes the picture, twice as large so that the letters can be read."""
    shown = np.ascontiguousarray(np.repeat(np.repeat(picture[:, :, ::-1], 2, axis=0), 2, axis=1))
    for element in told["elements"]:
        left, top, width, height = (2 * round(side) for side in element["box"])
        cv2.rectangle(shown, (left - 1, top - 1), (left + width, top + height), TRUE, 1)
    for one in proposals:
        left, top, width, height = (2 * side for side in one.box)
        cv2.rectangle(shown, (left + 1, top + 1), (left + width - 2, top + height - 2), TOLD, 1)
        words = f"{one.kind} {one.score:.2f} {one.state or ''} {'' if one.enabled > 0.5 else 'off'}"
        cv2.putText(shown, words, (left + 3, top + 10), cv2.FONT_HERSHEY_SIMPLEX, 0.35, TOLD, 1, cv2.LINE_AA)
    cv2.imwrite(str(target), shown)
