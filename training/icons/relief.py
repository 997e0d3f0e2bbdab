"""Relief: a drawing as desktop themes shade it: lit from above, with an edge, on a plate, with a shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from training.icons.paint import over, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from training.icons.paint import Layer

_NEAR = np.ones((3, 3), np.uint8)
_FULL = 0.35
"""Share of its square from which on a drawing is no line that grows wider and stays what it is."""


def lit(alpha: Layer, rng: Generator) -> Layer:
    """A body that grows darker downwards, in a dark edge, often with a light line within it."""
    body = alpha
    if alpha.mean() < _FULL and rng.random() < 0.6:
        body = _wider(alpha, int(rng.integers(1, 3)))
    fill = rng.uniform(0.3, 1, 3) if rng.random() < 0.6 else np.full(3, rng.uniform(0.6, 1))
    colour = fill.astype(np.float32)
    layer = np.empty((*alpha.shape, 4), np.float32)
    layer[:, :, :3], layer[:, :, 3] = shaded(colour, alpha.shape, rng), body
    inner = _narrower(body, int(rng.integers(1, 3)))
    if rng.random() < 0.5:
        light = inner - _narrower(inner, 1)
        layer = over(layer, np.clip(colour + 0.4, 0, 1), light * np.float32(rng.uniform(0.4, 0.9)))
    edge = colour * np.float32(rng.uniform(0.1, 0.7)) if rng.random() < 0.7 else np.full(3, 0.2, np.float32)
    return over(layer, edge, body - inner)


def recoloured(layer: Layer, rng: Generator) -> Layer:
    """A coloured drawing in other colours, paler, darker or grey."""
    mixed = np.eye(3) + rng.normal(0, 0.25, (3, 3))
    grey = rng.choice([0.0, 0.0, 1.0, rng.random()])
    mixed = (1 - grey) * mixed + grey / 3
    colours = np.clip(layer[:, :, :3] @ mixed.astype(np.float32), 0, 1) ** np.float32(
        np.exp(rng.normal(0, 0.4))
    )
    return np.dstack([colours, layer[:, :, 3]]).astype(np.float32)


def edged(layer: Layer, rng: Generator) -> Layer:
    """With a dark line along its outline."""
    alpha = layer[:, :, 3]
    line = alpha - _narrower(alpha, int(rng.integers(1, 3)))
    return over(layer, np.full(3, rng.uniform(0, 0.4), np.float32), np.clip(line, 0, 1))


def on_plate(layer: Layer, rng: Generator) -> Layer:
    """In the middle of a disc or a rounded square."""
    side = layer.shape[0]
    plate = np.zeros(layer.shape[:2], np.float32)
    if rng.random() < 0.6:
        cv2.circle(plate, (side // 2, side // 2), side // 2 - 1, 1.0, -1, cv2.LINE_AA)
    else:
        room = int(rng.integers(3, 8))
        cv2.rectangle(plate, (room, room), (side - 1 - room, side - 1 - room), 1.0, -1)
        plate = np.asarray(cv2.GaussianBlur(cv2.dilate(plate, _round(2 * room - 3)), (3, 3), 0), np.float32)
    ground = np.empty_like(layer)
    seen = layer[:, :, 3] > 0.5
    mean = layer[seen][:, :3].mean() if seen.any() else 0.5
    light = rng.uniform(0, 0.4) if mean > 0.5 else rng.uniform(0.65, 1)
    colour = np.clip(light + rng.normal(0, 0.15, 3), 0, 1).astype(np.float32)
    ground[:, :, :3], ground[:, :, 3] = shaded(colour, plate.shape, rng), plate
    small = round(side * rng.uniform(0.5, 0.7))
    whole = cv2.resize(layer, (small, small), interpolation=cv2.INTER_AREA)
    mark, at = np.zeros_like(layer), (side - small) // 2
    mark[at : at + small, at : at + small] = whole
    return over(ground, mark[:, :, :3], mark[:, :, 3])


def shadowed(layer: Layer, rng: Generator) -> Layer:
    """With a soft shadow below."""
    down = int(rng.integers(1, 5))
    shade = np.zeros(layer.shape[:2], np.float32)
    shade[down:] = layer[:-down, :, 3]
    soft = cv2.GaussianBlur(shade, (5, 5), 0) * np.float32(rng.uniform(0.15, 0.5))
    below = np.zeros_like(layer)
    below[:, :, 3] = soft
    return over(below, layer[:, :, :3], layer[:, :, 3])


def _wider(alpha: Layer, times: int) -> Layer:
    return np.asarray(cv2.dilate(alpha, _NEAR, iterations=times), np.float32)


def _narrower(alpha: Layer, times: int) -> Layer:
    return np.asarray(cv2.erode(alpha, _NEAR, iterations=times), np.float32)


def _round(size: int) -> Layer:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
