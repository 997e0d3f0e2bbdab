"""Crops show what their truth says, in the same order for a seed."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tools.see.elements.element import KINDS
from training.detector.crops import HEIGHT, LETTERS, WIDTH, covered, crops, cut, scale_for
from training.detector.shelf import screens
from training.detector.truth import UNKNOWN, read_truth

if TYPE_CHECKING:
    from pathlib import Path

    from training.detector.augment import Picture

INK = 40
BOXES = ([100, 100, 200, 24], [100, 160, 13, 13], [700, 500, 90, 30])
TOLD = {
    "elements": [
        {"kind": kind, "box": box, "state": None, "enabled": True}
        for kind, box in zip(("field", "checkbox", "button"), BOXES, strict=True)
    ],
    "plan": {"points": 20, "scale": 2.0},
}


def painted() -> Picture:
    """A white screen on which each element is dark."""
    picture = np.full((600, 800, 3), 255, np.uint8)
    for left, top, width, height in BOXES:
        picture[top : top + height, left : left + width] = INK
    return picture


def is_where_it_is_told(picture: Picture, boxes: np.ndarray) -> bool:
    """Whether each box is dark, and just outside of it the picture is not."""
    return all(
        picture[round(top + 2) : round(bottom - 2), round(left + 2) : round(right - 2)].max() < 2 * INK
        and (top < 3 or picture[round(top - 3), round((left + right) / 2)].min() > 200)
        for left, top, right, bottom in boxes
    )


@pytest.mark.parametrize("scale", [0.5, 0.8, 1.0, 1.3])
@pytest.mark.parametrize("seed", range(6))
def test_elements_are_where_the_truth_of_a_crop_says(scale: float, seed: int) -> None:
    picture, truth = cut(painted(), read_truth(TOLD), scale, np.random.default_rng(seed))
    assert picture.shape == (HEIGHT, WIDTH, 3)
    assert is_where_it_is_told(picture, truth.boxes)


@pytest.mark.parametrize("seed", range(6))
def test_under_another_crop_both_are_where_their_truth_says(seed: int) -> None:
    chance = np.random.default_rng(seed)
    one, other = (cut(painted(), read_truth(TOLD), 1.0, chance) for _ in range(2))
    picture, truth = covered(one, other, chance)
    left, top, right, bottom = truth.boxes.T.round().astype(int)
    middles = picture[(top + bottom) // 2, (left + right) // 2]
    assert middles.size == 0 or middles.max() < 2 * INK


def test_a_large_font_is_looked_at_in_a_smaller_picture() -> None:
    chance = np.random.default_rng(0)
    assert all(10 < 40 * scale_for(40, chance) < 20 for _ in range(20))
    assert all(10 < LETTERS * scale_for(LETTERS, chance) < 20 for _ in range(20))


def test_a_seed_gives_the_same_crops_again(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "tk-1.png"), painted())
    (tmp_path / "tk-1.json").write_text(json.dumps(TOLD))
    (tmp_path / "alone.png").write_bytes(b"")
    (screen,) = screens(tmp_path)
    assert screen.toolkit == "tk"
    one, other = (list(islice(crops(tmp_path, 7), 3)) for _ in range(2))
    assert all(np.array_equal(this[0], that[0]) for this, that in zip(one, other, strict=True))
    assert all(np.array_equal(this[1].kinds, that[1].kinds) for this, that in zip(one, other, strict=True))
    kinds = {int(kind) for _, wanted in one for kind in np.unique(wanted.kinds)}
    assert kinds - {UNKNOWN, *(KINDS.index(kind) for kind in ("field", "checkbox", "button"))} == set()
