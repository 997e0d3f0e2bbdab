"""Augmentation: an icon of the set as it may stand on a screen, from 14 to 40 pixels, and its tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from tools.geometry import Box
from tools.see.icons.tile import tile
from training.icons.styles import badged, dimmed, in_style, layer_of

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from training.icons.paint import Layer

SMALLEST, LARGEST = 10, 38
"""Pixels of what is drawn of an icon of 14 to 40."""
_ROOM = 6
"""Pixels of ground around it."""
_GROUNDS, _OFTEN = ((0.8, 1.0), (0.05, 0.3), (0.0, 1.0)), (0.6, 0.3, 0.1)
"""Lightness of grounds: light, dark or any; and how often each comes up."""
UPRIGHT, CRISP = 0.35, 0.12
"""Share of icons that are neither turned nor sheared, as they are drawn for the pixels of a screen; and of
those that are drawn in whole pixels, as programs do that know no smooth edges."""
_INKED = 0.4
"""Part of a pixel that an icon covers where the whole of it is drawn, at least."""
_FEWEST = 0.5
"""Share of an icon's ink that is left then, at least."""
_SEEN = 10
"""Levels from which on a pixel stands out."""


def sample(picture: NDArray[np.uint8], rng: Generator) -> NDArray[np.float32]:
    """The tile of an icon in some style, size and colour, on some ground."""
    return shown(in_style(layer_of(picture), rng), rng)


def shown(layer: Layer, rng: Generator) -> NDArray[np.float32]:
    """The tile of an icon that has its style, in some size, on some ground."""
    if rng.random() < 0.1:
        layer = badged(layer, rng)
    if rng.random() < 0.12:
        layer = dimmed(layer, rng)
    whole = _resized(_premultiplied(layer) if rng.random() < UPRIGHT else _turned(layer, rng), rng)
    screen = _on_ground(_in_whole_pixels(whole) if rng.random() < CRISP else whole, rng)
    return tile(screen, _jittered(_outline(screen), screen, rng))


def _turned(layer: Layer, rng: Generator) -> Layer:
    """Turned by a few degrees, sheared and moved by parts of a pixel."""
    side = layer.shape[0]
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), rng.normal(0, 3), rng.uniform(0.9, 1.0))
    turn = turn + np.column_stack([rng.normal(0, 0.03, (2, 2)), rng.uniform(-1.5, 1.5, 2)])
    turned = cv2.warpAffine(_premultiplied(layer), turn, (side, side), flags=cv2.INTER_LINEAR)
    return np.asarray(turned, np.float32)


def _premultiplied(layer: Layer) -> Layer:
    """With colours times alpha."""
    whole = layer.copy()
    whole[:, :, :3] *= whole[:, :, 3:]
    return whole


def _in_whole_pixels(whole: Layer) -> Layer:
    """Without smooth edges: a pixel is the icon's or it is not; as it was where so little would be left."""
    inked = whole[:, :, 3:] >= _INKED
    if inked.sum() < _FEWEST * whole[:, :, 3].sum():
        return whole
    return np.where(inked, whole / np.maximum(whole[:, :, 3:], _INKED), 0).astype(np.float32)


def _resized(whole: Layer, rng: Generator) -> Layer:
    size = SMALLEST + (LARGEST - SMALLEST) * rng.beta(1.2, 2.2)
    stretch = float(np.exp(rng.normal(0, 0.06)))
    width, height = max(4, round(size * stretch)), max(4, round(size / stretch))
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), np.float32)


def _on_ground(whole: Layer, rng: Generator) -> NDArray[np.uint8]:
    """Laid on a light, a dark or a coloured ground on which it is seen; as screens and JPEGs have it."""
    height, width = (side + 2 * _ROOM for side in whole.shape[:2])
    ground = np.empty((height, width, 3), np.float32)
    ground[:] = _ground(whole, rng)
    part = ground[_ROOM:-_ROOM, _ROOM:-_ROOM]
    if rng.random() < 0.08:  # a shadow, or the light edge of what is disabled in old toolkits
        shade = float(rng.choice([0.0, 1.0]))
        below = ground[_ROOM + 1 : height - _ROOM + 1, _ROOM + 1 : width - _ROOM + 1]
        below += (shade - below) * whole[:, :, 3:] * 0.4
    part *= 1 - whole[:, :, 3:]
    part += whole[:, :, :3]
    if rng.random() < 0.15:
        ground = ground + np.asarray(rng.normal(0, 0.012, ground.shape), np.float32)
    pixels = np.clip(np.rint(ground * 255), 0, 255).astype(np.uint8)
    if rng.random() < 0.05:
        _, jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(60, 95))])
        pixels = np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), np.uint8)
    return np.ascontiguousarray(pixels[:, :, ::-1])


def _ground(whole: Layer, rng: Generator) -> Layer:
    """A colour that differs from the icon's."""
    weight = max(1e-3, float(whole[:, :, 3].sum()))
    mean = whole[:, :, :3].sum((0, 1)) / weight
    for _ in range(8):
        least, most = _GROUNDS[rng.choice(len(_GROUNDS), p=_OFTEN)]
        light = rng.uniform(least, most)
        colour = np.clip(light + rng.normal(0, 0.02, 3), 0, 1)
        if np.abs(colour - mean).max() > 0.25:
            break
    return np.asarray(colour, np.float32)


def _outline(screen: NDArray[np.uint8]) -> Box:
    """The box around what stands out from the ground; the middle where nothing does."""
    away = np.abs(screen.astype(np.int16) - screen[0, 0].astype(np.int16)).max(axis=2) > _SEEN
    away[[0, 1, 2, -3, -2, -1]] = False
    away[:, [0, 1, 2, -3, -2, -1]] = False
    rows, columns = np.nonzero(away.any(axis=1))[0], np.nonzero(away.any(axis=0))[0]
    if not len(rows):
        return Box(_ROOM, _ROOM, screen.shape[1] - 2 * _ROOM, screen.shape[0] - 2 * _ROOM)
    left, top = int(columns[0]), int(rows[0])
    return Box(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)


def _jittered(box: Box, screen: NDArray[np.uint8], rng: Generator) -> Box:
    """A side of the box off by a pixel now and then."""
    left, top, right, bottom = (int(by) for by in rng.choice([-1, 0, 1], 4, p=[0.15, 0.8, 0.05]))
    wider = Box(box.left + left, box.top + top, box.width - left - right, box.height - top - bottom)
    whole = Box(0, 0, screen.shape[1], screen.shape[0])
    return wider.overlap(whole) if min(wider.width, wider.height) > 2 else box
