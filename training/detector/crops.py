"""Crops: parts of screens to learn from, without end, in an order and with changes that a seed decides."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tools.see.elements.element import KINDS
from training.detector.augment import varied
from training.detector.shelf import LETTERS, screens
from training.detector.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.random import Generator
    from numpy.typing import NDArray

    from training.detector.augment import Picture
    from training.detector.shelf import Screen
    from training.detector.targets import Targets
    from training.detector.truth import Truth

    Crop = tuple[Picture, Truth]

WIDTH, HEIGHT = 512, 256
"""Pixels of a crop: fields and rows are wide."""
OF_ONE = 4
"""Crops that are taken from a screen when it is read."""
AGAIN = 200
"""Screens that are drawn before the folder is looked at again."""
MIXED = 160
"""Crops that wait to be drawn from, so that neighbours in a batch are of different screens."""
LARGE = 20.0
"""Pixels of a font above which a screen is looked at in a smaller picture, as the eye does."""
SMALLER = (0.85, 1.3)
"""Height of a large font next to `LETTERS` in that smaller picture."""
RESIZED, SCALES = 0.5, (0.8, 1.3)
"""How often a screen with a usual font is looked at in another size, and in which."""
AIMED = 0.75
"""How often a crop is taken around an element, of a kind drawn first; otherwise anywhere."""
COVERED = 0.25
"""How often a part of another crop covers this one, as a window would."""
WAYS = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)


def crops(folder: Path, seed: int) -> Iterator[tuple[NDArray[np.uint8], Targets]]:
    """Pictures (channels first) with their targets, without end."""
    cv2.setNumThreads(1)
    chance = np.random.default_rng(seed)
    waiting: list[Crop] = []
    for screen in drawn(folder, chance):
        picture, truth, font = screen.look()
        waiting += [cut(picture, truth, scale_for(font, chance), chance) for _ in range(OF_ONE)]
        while len(waiting) > MIXED:
            crop = waiting.pop(int(chance.integers(len(waiting))))
            yield finished(crop, waiting[int(chance.integers(len(waiting)))], chance)


def drawn(folder: Path, chance: Generator) -> Iterator[Screen]:
    """Screens of a set without end, of each look as many; the set may grow meanwhile."""
    while True:
        looks = [list(alike) for _, alike in groupby(screens(folder), key=lambda screen: screen.look_name)]
        for _ in range(AGAIN):
            alike = looks[int(chance.integers(len(looks)))]
            yield alike[int(chance.integers(len(alike)))]


def scale_for(font: float, chance: Generator) -> float:
    """By how much a screen is made larger before it is looked at."""
    if font > LARGE:
        return chance.uniform(*SMALLER) * LETTERS / font
    return chance.uniform(*SCALES) if chance.random() < RESIZED else 1.0


def cut(picture: Picture, truth: Truth, scale: float, chance: Generator) -> Crop:
    """A part of a screen in its scale, and what stands there."""
    width, height = round(WIDTH / scale), round(HEIGHT / scale)
    across, down = _aim(picture, truth, (width, height), chance)
    shown = np.full((height, width, 3), chance.integers(256), np.uint8)
    part = picture[max(0, down) : down + height, max(0, across) : across + width]
    top, left = max(0, -down), max(0, -across)
    shown[top : top + part.shape[0], left : left + part.shape[1]] = part
    if scale != 1:
        shown = np.asarray(
            cv2.resize(shown, (WIDTH, HEIGHT), interpolation=int(chance.choice(WAYS))), np.uint8
        )
    moved = truth.moved(-across, -down, (WIDTH / width, HEIGHT / height))
    return shown, moved.within(WIDTH, HEIGHT)


def _aim(picture: Picture, truth: Truth, size: tuple[int, int], chance: Generator) -> tuple[int, int]:
    """The upper left corner of a part."""
    room = [side - own for side, own in zip(picture.shape[1::-1], size, strict=True)]
    if truth.kinds.size and chance.random() < AIMED:
        kind = chance.choice(np.unique(truth.kinds))
        box = truth.boxes[chance.choice(np.flatnonzero(truth.kinds == kind))]
        aim = chance.uniform(box[:2], box[2:]) - np.array(size) * chance.uniform(0.1, 0.9, 2)
    else:
        aim = chance.uniform(0, 1, 2) * room
    across, down = (int(np.clip(at, min(0, most), max(0, most))) for at, most in zip(aim, room, strict=True))
    return across, down


def finished(crop: Crop, other: Crop, chance: Generator) -> tuple[NDArray[np.uint8], Targets]:
    """The crop with all that chance does to it, as the net takes it."""
    picture, truth = covered(crop, other, chance) if chance.random() < COVERED else crop
    picture = varied(picture, chance)
    return np.ascontiguousarray(picture.transpose(2, 0, 1)), targets(truth, WIDTH, HEIGHT)


def covered(crop: Crop, other: Crop, chance: Generator) -> Crop:
    """The crop with a part of another over it, framed or not, as windows lie over one another."""
    width, height = int(chance.uniform(0.25, 0.8) * WIDTH), int(chance.uniform(0.3, 0.9) * HEIGHT)
    (left, top), (across, down) = (
        (int(chance.integers(0, WIDTH - width)), int(chance.integers(0, HEIGHT - height))) for _ in range(2)
    )
    picture = crop[0].copy()
    shown = other[0][down : down + height, across : across + width].copy()
    if chance.random() < AIMED:
        cv2.rectangle(shown, (0, 0), (width - 1, height - 1), [int(chance.integers(256))] * 3, 1)
    picture[top : top + height, left : left + width] = shown
    window = (left, top, left + width, top + height)
    above = other[1].moved(-across, -down).within(width, height).moved(left, top)
    return picture, crop[1].under(window).joined(above)


def held(truth: Truth) -> dict[str, int]:
    """How many elements of each kind there are."""
    counts = np.bincount(truth.kinds.astype(int), minlength=len(KINDS))
    return {kind: int(count) for kind, count in zip(KINDS, counts, strict=True) if count}
