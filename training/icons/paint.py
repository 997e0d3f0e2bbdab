"""Paint: colours laid over each other, and colours that change over an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from numpy.random import Generator

Layer = NDArray[np.float32]
"""Red, green, blue and alpha in 0 to 1, shape (height, width, 4); of less than these where it is said."""


def over(layer: Layer, ink: Layer, alpha: Layer) -> Layer:
    """The layer with a colour laid over it."""
    seen = alpha[:, :, None]
    made = np.empty_like(layer)
    made[:, :, 3] = alpha + layer[:, :, 3] * (1 - alpha)
    whole = ink * seen + layer[:, :, :3] * layer[:, :, 3:] * (1 - seen)
    made[:, :, :3] = whole / np.maximum(made[:, :, 3:], 1e-3)
    return made


def shaded(colour: Layer, shape: tuple[int, ...], rng: Generator) -> Layer:
    """The colour growing lighter or darker in one direction."""
    rows, columns = np.linspace(-1, 1, shape[0]), np.linspace(-1, 1, shape[1])
    down, across = rng.uniform(-0.3, 0.3), rng.uniform(-0.15, 0.15)
    slope = down * rows[:, None] + across * columns
    return np.clip(colour + slope[:, :, None], 0, 1).astype(np.float32)
