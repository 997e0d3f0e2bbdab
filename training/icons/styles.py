"""Styles: one drawing made to look as programs and themes have it: filled in, bolder, shaded, disabled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from training.icons.paint import over, shaded
from training.icons.relief import edged, lit, on_plate, recoloured, shadowed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from training.icons.paint import Layer

_HALF = 128
_LEAST = 12
"""Pixels of an enclosed part that gets a colour of its own, at least."""
_DIM, _PALE = 0.35, 0.75


def layer_of(picture: NDArray[np.uint8]) -> Layer:
    """The picture's numbers in 0 to 1."""
    return np.divide(picture, 255, dtype=np.float32)


def in_style(drawing: Layer, rng: Generator) -> Layer:
    """The drawing in one of the styles; what has colours of its own mostly keeps them, or gets others."""
    layer = (
        _coloured(drawing, rng) if _is_coloured(drawing) and rng.random() < 0.85 else _tinted(drawing, rng)
    )
    if rng.random() < 0.05:
        layer = on_plate(layer, rng)
    return shadowed(layer, rng) if rng.random() < 0.12 else layer


def _coloured(layer: Layer, rng: Generator) -> Layer:
    layer = recoloured(layer, rng) if rng.random() < 0.45 else layer
    return edged(layer, rng) if rng.random() < 0.15 else layer


def _tinted(layer: Layer, rng: Generator) -> Layer:
    """A shape in one colour, lit like a thing, or with what its lines enclose filled."""
    alpha, kind = _thicker(layer[:, :, 3], rng), rng.random()
    if kind < 0.22:
        return lit(alpha, rng)
    ink = _colour(rng)
    if kind < 0.5:
        return _filled_in(alpha, ink, rng)
    plain = np.empty((*alpha.shape, 4), np.float32)
    plain[:, :, :3] = shaded(ink, alpha.shape, rng) if rng.random() < 0.2 else ink
    plain[:, :, 3] = alpha
    return plain


def _is_coloured(layer: Layer) -> bool:
    seen = layer[layer[:, :, 3] > 0.5][:, :3]
    return bool(len(seen)) and float(seen.max()) > 0.15


def _colour(rng: Generator) -> Layer:
    """Mostly a grey, near black or near white; else any colour."""
    if rng.random() < 0.6:
        return np.full(3, rng.choice([rng.uniform(0, 0.35), rng.uniform(0.75, 1.0)]), np.float32)
    return rng.uniform(0, 1, 3).astype(np.float32)


def _thicker(alpha: Layer, rng: Generator) -> Layer:
    """Its lines a little thicker or thinner."""
    chance = rng.random()
    if chance > 0.4:
        return alpha
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    change = cv2.dilate if chance < 0.28 else cv2.erode
    return np.asarray(change(alpha, cross), np.float32)


def _filled_in(alpha: Layer, ink: Layer, rng: Generator) -> Layer:
    """What lines enclose is filled with colours, as in coloured themes; the lines are drawn over it."""
    open_ = (np.pad(alpha, 1) < 0.5).astype(np.uint8)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(open_, connectivity=4)
    layer = np.zeros((*alpha.shape, 4), np.float32)
    one_colour = rng.random() < 0.5
    body = shaded(rng.uniform(0.2, 1, 3).astype(np.float32), alpha.shape, rng)
    for part in range(1, count):
        inside = (parts == part)[1:-1, 1:-1]
        if parts[0, 0] == part or stats[part, cv2.CC_STAT_AREA] < _LEAST:
            continue
        paint = body if one_colour else shaded(rng.uniform(0.2, 1, 3).astype(np.float32), alpha.shape, rng)
        soft = cv2.dilate(inside.astype(np.float32), np.ones((3, 3), np.uint8))
        layer[:, :, :3] = np.where(soft[:, :, None] > 0, paint, layer[:, :, :3])
        layer[:, :, 3] = np.maximum(layer[:, :, 3], soft)
    if not layer[:, :, 3].any() and rng.random() < 0.5:  # a full shape: it gets an edge
        layer[:, :, :3], layer[:, :, 3] = body, alpha
        alpha = alpha - np.asarray(cv2.erode(alpha, np.ones((3, 3), np.uint8), iterations=2), np.float32)
    return over(layer, ink, alpha)


def dimmed(layer: Layer, rng: Generator) -> Layer:
    """The layer as of a disabled button."""
    layer[:, :, 3] *= np.float32(rng.uniform(_DIM, _PALE))
    return layer


def badged(layer: Layer, rng: Generator) -> Layer:
    """The layer with a dot in one of its corners."""
    side = layer.shape[0]
    dot = np.zeros(layer.shape[:2], np.float32)
    place = tuple(int(at) for at in rng.choice([side // 6, side - side // 6], 2))
    cv2.circle(dot, place, int(rng.integers(side // 10, side // 5)), 1.0, -1, cv2.LINE_AA)
    return over(layer, rng.uniform(0, 1, 3).astype(np.float32), dot)
