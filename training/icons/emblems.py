"""Emblems: an icon with a smaller one in a corner, which together mean something: a folder with a star."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import yaml

from training.icons.paint import over

if TYPE_CHECKING:
    from numpy.random import Generator

    from training.icons.paint import Layer

SMALL, TWIN = (0.4, 0.62), (0.7, 0.8)
"""Part of the side that an emblem takes, and each of two that are equal."""
RIM = 5
"""Pixels by which an emblem is cut out of the icon under it, with twice its reach."""


@cache
def pairs() -> dict[str, list[tuple[str, str]]]:
    """The icons and emblems that together show a concept, by concept."""
    told = yaml.safe_load(Path(__file__).with_name("emblems.yaml").read_text(encoding="utf-8"))
    return {concept: [(icon, emblem) for icon, emblem in made] for concept, made in told.items()}


def with_emblem(icon: Layer, emblem: Layer, size: tuple[float, float], rng: Generator) -> Layer:
    """The icon in one corner, the emblem in the one across, mostly down on the right.

    Args:
        icon: The larger one.
        emblem: The smaller one, which lies over it.
        size: Parts of the side that the emblem takes: `SMALL` or, of two that are equal, `TWIN`.
        rng: Chance.
    """
    part = rng.uniform(*size)
    corner = int(rng.choice(4, p=[0.6, 0.25, 0.1, 0.05]))
    layer = _placed(icon, max(part, rng.uniform(0.82, 1.0) if size == SMALL else 0.0), 3 - corner)
    mark = _placed(emblem, part, corner)
    if size == TWIN or rng.random() < 0.6:
        rim = cv2.dilate(mark[:, :, 3], np.ones((RIM, RIM), np.uint8))
        layer[:, :, 3] *= 1 - rim
    return over(layer, mark[:, :, :3], mark[:, :, 3])


def _placed(layer: Layer, part: float, corner: int) -> Layer:
    """A layer made smaller, in a corner: down right, up right, down left or up left."""
    side = layer.shape[0]
    small = round(side * part)
    whole = layer.copy()
    whole[:, :, :3] *= whole[:, :, 3:]
    whole = np.asarray(cv2.resize(whole, (small, small), interpolation=cv2.INTER_AREA), np.float32)
    whole[:, :, :3] /= np.maximum(whole[:, :, 3:], 1e-3)
    made = np.zeros_like(layer)
    top = 0 if corner % 2 else side - small
    left = 0 if corner >= 2 else side - small
    made[top : top + small, left : left + small] = whole
    return made
