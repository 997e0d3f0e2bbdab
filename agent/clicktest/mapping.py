"""Mappings from targets' places to clicked places, each fitted to the shots. Pure.

A mapping is a space (`agent.clicktest.spaces`), which way the axes run, and a correction that is fitted by
robust least squares over all pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

import numpy as np

from agent.clicktest.robust import least_squares
from agent.clicktest.spaces import SPACES, Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.clicktest.asking import Shot
    from agent.clicktest.robust import Floats
    from tools.geometry import Size

Axes = Literal["straight", "swapped", "x mirrored", "y mirrored", "both mirrored"]
Correction = Literal["none", "factor", "factors", "shift", "grid shift", "by size", "factors and shifts"]
"""None; one factor, or one an axis; a shift in pixels, or in parts of the frame; a factor a picture size; a
factor and a shift an axis."""

AXES: tuple[Axes, ...] = ("straight", "swapped", "x mirrored", "y mirrored", "both mirrored")
_CORRECTIONS: dict[str, tuple[Correction, ...]] = {
    "grid": ("none", "factor", "factors", "shift", "grid shift", "factors and shifts"),
    "pixels": ("none", "by size"),
}
"""Space -> what is tried in it; in the others nothing is."""
_SMALL = 3.0
"""Pixels; a correction that moves nothing by more is none."""


@dataclass(frozen=True, slots=True)
class Shots:
    """The readable shots as arrays, shape (n, 2), frame pixels, x and y."""

    true: Floats
    seen: Floats
    extent: Floats
    """Size of each shot's frame, in pixels."""
    sizes: tuple[Size, ...]

    @classmethod
    def of(cls, shots: Sequence[Shot]) -> Shots:
        """Those of them whose numbers could be read."""
        read = [shot for shot in shots if shot.place is not None]
        columns = (
            [shot.target.middle for shot in read],
            [shot.place for shot in read],
            [shot.size for shot in read],
        )
        true, seen, extent = (np.asarray(column, np.float64).reshape(-1, 2) for column in columns)
        return cls(true, seen, extent, tuple(shot.size for shot in read))

    @property
    def known(self) -> tuple[Size, ...]:
        """The sizes that there are, in order."""
        return tuple(sorted(set(self.sizes)))

    def __len__(self) -> int:
        return len(self.true)


@dataclass(frozen=True, slots=True)
class Mapping:
    """One fitted mapping."""

    axes: Axes
    space: Space
    correction: Correction
    fitted: tuple[float, ...]
    """The correction's numbers: factors, or shifts in pixels or parts of the frame."""
    sizes: tuple[Size, ...]
    """Those of the pictures, in order; each has a factor of its own in `by size`."""
    predicted: Floats

    @property
    def right(self) -> bool:
        """Whether it moves no place."""
        return (self.axes, self.space.name, self.correction) == ("straight", "grid", "none")


def mappings(shots: Shots) -> Iterator[Mapping]:
    """Every mapping that is tried; the right one is the first."""
    for axes, space in product(AXES, SPACES):
        base = _place(axes, space, shots)
        for correction in _CORRECTIONS.get(space.name, ("none",)):
            if correction == "none":
                yield Mapping(axes, space, correction, (), shots.known, base)
                continue
            if correction == "factors and shifts" and "mirrored" in axes:  # its negative factors mirror
                continue
            design, wanted, still = _design(correction, base, shots)
            fitted = least_squares(design, wanted)
            predicted = still + (design @ fitted).reshape(-1, 2)
            if np.abs(predicted - base).max() > _SMALL:
                yield Mapping(axes, space, correction, tuple(fitted.tolist()), shots.known, predicted)


def _place(axes: Axes, space: Space, shots: Shots) -> Floats:
    """Where the true places come to lie, in frame pixels."""
    scale = np.asarray([space.scale(size) for size in shots.sizes], np.float64).reshape(-1, 2)
    placed = shots.true * scale
    if axes == "swapped":
        return (placed / shots.extent)[:, ::-1] * shots.extent
    mirrored = np.asarray([axes in ("x mirrored", "both mirrored"), axes in ("y mirrored", "both mirrored")])
    return np.where(mirrored, shots.extent * scale - placed, placed)


def _design(correction: Correction, base: Floats, shots: Shots) -> tuple[Floats, Floats, Floats]:
    """A correction as a linear problem, flat over shots and axes: design, wanted, and what stays as it is."""
    flat = base.reshape(-1)
    axis = np.tile(np.eye(2), (len(base), 1))
    wanted, still = shots.seen.reshape(-1), np.zeros_like(base)
    match correction:
        case "factor":
            return flat[:, None], wanted, still
        case "factors":
            return axis * flat[:, None], wanted, still
        case "by size":
            which = np.asarray([[size == one for one in shots.known] for size in shots.sizes], np.float64)
            return np.repeat(which, 2, axis=0) * flat[:, None], wanted, still
        case "factors and shifts":
            return np.hstack([axis * flat[:, None], axis]), wanted, still
        case "grid shift":
            return axis * shots.extent.reshape(-1)[:, None], wanted - flat, base
        case _:
            return axis, wanted - flat, base
