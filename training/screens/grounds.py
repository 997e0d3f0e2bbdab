"""Backgrounds that are not even: noise, or a part of a photograph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Size

_SIZE = (460, 700)
"""Height and width of a picture."""
_PANEL = 0.45
"""What a dark panel lets through."""
_PHOTOGRAPHS = Path("/usr/share/backgrounds/mate/nature")
"""Debian's mate-backgrounds."""
_CLOSEST, _WIDEST = 0.8, 2.0
"""Pixels of a photograph that go into one of a picture, across."""


def ground(kind: str, seed: int) -> NDArray[np.uint8] | None:
    """The picture behind a window of a kind, BGR, shape (460, 700, 3); None where the ground is even."""
    drawn = {"noise": noise, "photo": photograph}.get(kind)
    return None if drawn is None else np.clip(drawn(seed) * _PANEL, 0, 255).astype(np.uint8)


def noise(seed: int) -> NDArray[np.float64]:
    """A picture with the spectrum of a photograph (amplitude 1/f, Field 1987), and nothing even in it."""
    random = np.random.default_rng(seed)
    height, width = _SIZE
    up, across = np.meshgrid(np.fft.fftfreq(height), np.fft.fftfreq(width), indexing="ij")
    falloff = 1 / np.maximum(np.hypot(up, across), 1 / width)
    layers = []
    for _ in range(3):
        layer = np.fft.ifft2(np.fft.fft2(random.normal(size=_SIZE)) * falloff).real
        layers.append(128 + 60 * layer / layer.std())
    return np.stack(layers, axis=2)


def photograph(seed: int) -> NDArray[np.float64]:
    """A part of a photograph: edges, blurs and even parts as they are in the world.

    Raises:
        FileNotFoundError: there are none.
    """
    random = np.random.default_rng(seed)
    paths = sorted(_PHOTOGRAPHS.glob("*.jpg"))
    if not paths:
        raise FileNotFoundError(f"no photographs in {_PHOTOGRAPHS}: apt-get install mate-backgrounds")
    whole = cv2.imread(str(paths[random.integers(len(paths))]))
    assert whole is not None
    height, width = whole.shape[:2]
    scale = min(random.uniform(_CLOSEST, _WIDEST), height / _SIZE[0], width / _SIZE[1])
    rows, columns = int(_SIZE[0] * scale), int(_SIZE[1] * scale)
    top, left = random.integers(height - rows + 1), random.integers(width - columns + 1)
    part = whole[top : top + rows, left : left + columns]
    return cv2.resize(part, (_SIZE[1], _SIZE[0]), interpolation=cv2.INTER_AREA).astype(np.float64)


def desktop_ground(seed: int, size: Size) -> NDArray[np.uint8]:
    """What lies behind windows: one colour, a gradient, or noise like a photograph's; BGRX."""
    random = np.random.default_rng(seed)
    kind = random.choice(("even", "even", "gradient", "noise"))
    if kind == "noise":
        grey = noise(seed).mean(axis=2, keepdims=True)
        mixed = (grey + random.uniform(0.1, 0.5) * (noise(seed) - grey)) * random.uniform(0.3, 1.2)
        small = np.clip(mixed, 0, 255).astype(np.uint8)
        return np.dstack([cv2.resize(small, size), np.zeros((size.height, size.width), np.uint8)])
    first, last = random.integers(0, 256, (2, 4))
    share = np.linspace(0, 1, size.height)[:, None, None] if kind == "gradient" else np.zeros((1, 1, 1))
    ground = first * (1 - share) + last * share
    return np.broadcast_to(ground, (size.height, size.width, 4)).astype(np.uint8)
