"""Shelf: the screens of a set, each a PNG with its truth beside it as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from training.detector.truth import read_truth

if TYPE_CHECKING:
    from pathlib import Path

    from training.detector.augment import Picture
    from training.detector.truth import Truth

POINT = 96 / 72
"""Pixels of a point where a screen is not scaled."""
LETTERS = 13.3
"""Pixels of a font of ten points: as large as most screens' letters are."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of the set, read from its files when it is needed."""

    name: str
    picture: Path
    truth: Path

    @property
    def toolkit(self) -> str:
        """What drew it: the first part of its name."""
        return self.name.split("-")[0]

    @property
    def look_name(self) -> str:
        """Its toolkit and theme: its name without the number."""
        return self.name.rpartition("-")[0]

    def told(self) -> dict[str, Any]:
        """All that its program told."""
        return dict(json.loads(self.truth.read_text()))

    def look(self) -> tuple[Picture, Truth, float]:
        """Its RGB pixels, its truth, and the pixels that its font is high."""
        told = self.told()
        picture = cv2.imread(str(self.picture), cv2.IMREAD_COLOR)
        assert picture is not None, self.picture
        return np.ascontiguousarray(picture[:, :, ::-1]), read_truth(told), font_of(told)


def font_of(told: dict[str, Any]) -> float:
    """The pixels that the font of a screen is high, by its plan; where that is not told, as most are."""
    plan = told.get("plan", told)
    return float(plan["points"]) * POINT * float(plan.get("scale", 1.0)) if "points" in plan else LETTERS


def screens(folder: Path) -> list[Screen]:
    """The screens of a folder and of those in it, by name."""
    return [
        Screen(path.stem, path, path.with_suffix(".json"))
        for path in sorted(folder.rglob("*.png"))
        if path.with_suffix(".json").exists()
    ]
