"""Shelf: cuts of screens around toggles and around what is none, each with its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.geometry import Box
from tools.see.toggles.patch import ANSWERS, HEIGHT, TALL, WIDTH
from training.detector.shelf import screens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.random import Generator
    from numpy.typing import NDArray

    from training.detector.augment import Picture
    from training.detector.shelf import Screen

LEAST = 6
"""Pixels of the lower side from which a toggle is learned."""
ROOM = 1.6
"""Sizes of a patch that are cut out, so that it may be looked at askew."""
OTHERS = {"icon-button": 3, "title-button": 2, "button": 2, "number": 1, "dropdown": 2, "node": 2, "link": 1}
"""Kinds of what is none, and how many of a screen are taken at most; of the wider ones a square part."""
ANYWHERE = 2
"""Places of a screen at which nothing is looked for."""
HELD = 10
"""One screen of so many is held back."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a screen with a box in it."""

    pixels: Picture
    box: Box
    """In these pixels."""
    answer: int
    """Its place in `ANSWERS`."""
    look: str


def load(folder: Path) -> tuple[list[Cut], list[Cut]]:
    """The cuts of a set's screens: to train on, and held back."""
    train: list[Cut] = []
    held: list[Cut] = []
    chance = np.random.default_rng(0)
    for number, screen in enumerate(screens(folder)):
        (train if number % HELD else held).extend(cuts(screen, chance))
    return train, held


def cuts(screen: Screen, chance: Generator) -> Iterator[Cut]:
    """The cuts of one screen."""
    told = screen.told()
    picture, _, _ = screen.look()
    toggles = [(box, answer) for one in told["elements"] if (answer := answer_of(one)) and (box := _box(one))]
    for box, answer in toggles:
        yield _cut(picture, box, answer, screen.look_name)
    for box in _others(told, picture.shape, chance):
        if not any(box.meets(toggle) for toggle, _ in toggles):
            yield _cut(picture, box, 0, screen.look_name)


def answer_of(element: dict[str, Any]) -> int:
    """The place of an element's answer; 0 where it is no toggle, or too small, or hidden."""
    answer = (element["kind"], element["state"])
    known = answer in ANSWERS and min(element["box"][2:]) >= LEAST
    return ANSWERS.index(answer) if known else 0


def _others(told: dict[str, Any], shape: tuple[int, ...], chance: Generator) -> Iterator[Box]:
    """Small boxes that are no toggles, some of each kind."""
    for kind, most in OTHERS.items():
        boxes = [
            _box(one) for one in told["elements"] if one["kind"] == kind and min(one["box"][2:]) >= LEAST
        ]
        for at in chance.permutation(len(boxes))[:most]:
            yield _square(boxes[at], chance)
    for _ in range(ANYWHERE):
        side = int(chance.integers(10, 30))
        left, top = (int(chance.integers(0, size - side)) for size in (shape[1], shape[0]))
        yield Box(left, top, side, side)


def _square(box: Box, chance: Generator) -> Box:
    """A square part of a box, at its left end, its right end or in its middle; perhaps its whole height."""
    side = min(box.width, box.height)
    side = max(LEAST, round(side * chance.uniform(0.5, 1.0)))
    room = box.width - side
    left = box.left + int(chance.choice([0, room // 2, room]))
    return Box(left, box.top + (box.height - side) // 2, side, side)


def _box(element: dict[str, Any]) -> Box:
    return Box(*(round(side) for side in element["box"]))


def _cut(picture: NDArray[np.uint8], box: Box, answer: int, look: str) -> Cut:
    across, down = (round(ROOM / 2 * side * box.height / TALL) for side in (WIDTH, HEIGHT))
    middle = box.center
    whole = Box(0, 0, picture.shape[1], picture.shape[0])
    window = Box(middle.x - across, middle.y - down, 2 * across, 2 * down).overlap(whole)
    return Cut(picture[window.slices].copy(), box.shift(-window.left, -window.top), answer, look)
