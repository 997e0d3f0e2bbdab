"""True places and clicked places -> the mapping between them that explains the most with the least. Pure.

Every mapping is a space (`agent.selftest.spaces`), which way the axes run, and a correction that is fitted by
least squares over all pictures, robust to outliers. They are compared as the Bayesian information criterion
does: squared error in units of the noise, each error bounded, plus ln(n) a fitted number. A mapping that is
not the right one must be better by a margin as well, for most models are right.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

import numpy as np

from agent.selftest.robust import FINEST, least_squares, spread
from agent.selftest.spaces import SPACES, Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from agent.selftest.asking import Shot
    from tools.geometry import Size

    Floats = NDArray[np.float64]

Axes = Literal["straight", "swapped", "x mirrored", "y mirrored", "both mirrored"]
Correction = Literal["none", "factor", "factors", "shift", "grid shift", "by size", "factors and shifts"]

AXES: tuple[Axes, ...] = ("straight", "swapped", "x mirrored", "y mirrored", "both mirrored")
_GRID: tuple[Correction, ...] = ("none", "factor", "factors", "shift", "grid shift", "factors and shifts")
_PIXELS: tuple[Correction, ...] = ("none", "by size")
_MARGINS = {
    **dict.fromkeys(("grid", "straight", "none"), 0.0),
    "grid 999": 4.0,
    **dict.fromkeys(("factor", "shift", "grid shift", "by size"), 8.0),
    **dict.fromkeys(("factors", "factors and shifts"), 14.0),
}
"""By how much each departure from the right mapping must do better: more the less it is heard of."""
_MARGIN = 6.0
"""Of all others."""
_BOUND = 18.0
"""Of one shot's squared error, in units of the noise: three standard deviations on both axes."""
_SMALL = 3.0
"""Pixels; a correction that moves nothing by more is none."""
_REFINEMENTS = 3
NEAR = 0.02
"""Of the longer side: a shot this near to where the mapping puts it is explained by it."""


@dataclass(frozen=True, slots=True)
class Shots:
    """The readable shots as arrays, shape (n, 2), frame pixels, x and y."""

    true: Floats
    seen: Floats
    extent: Floats
    """Of each shot's frame."""
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

    def __len__(self) -> int:
        return len(self.true)


@dataclass(frozen=True, slots=True)
class Mapping:
    """One explanation, fitted."""

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
        """Whether it leaves every place where it is."""
        return (self.axes, self.space.name, self.correction) == ("straight", "grid", "none")

    @property
    def margin(self) -> float:
        """What it must do better by."""
        return sum(_MARGINS.get(part, _MARGIN) for part in (self.axes, self.space.name, self.correction))


@dataclass(frozen=True, slots=True)
class Fit:
    """The best mapping, and how good it is."""

    mapping: Mapping
    noise: float
    """Pixels: standard deviation on one axis of what the mapping leaves, outliers aside."""
    share: float
    """Of the shots that it explains."""
    second: Mapping
    """The next best."""
    lead: float
    """How much better the best scores."""


def fit(shots: Shots) -> Fit:
    """The mapping that explains the shots best; at least three of them."""
    found = list(_mappings(shots))
    noise = max(FINEST, min(spread(mapping.predicted - shots.seen) for mapping in found))
    for _ in range(_REFINEMENTS):
        # The least of many medians is too little: from then on the best mapping's own noise.
        best = min(found, key=lambda mapping: _score(mapping, shots, noise))
        noise = max(FINEST, _left(best, shots, noise))
    scored = sorted((_score(mapping, shots, noise), rank) for rank, mapping in enumerate(found))
    best = found[scored[0][1]]
    off = np.linalg.norm(best.predicted - shots.seen, axis=1)
    share = float(np.mean(off <= NEAR * shots.extent.max(axis=1)))
    return Fit(best, noise, share, found[scored[1][1]], scored[1][0] - scored[0][0])


def _left(mapping: Mapping, shots: Shots, noise: float) -> float:
    """Standard deviation on one axis of what a mapping leaves, outliers aside, fitted numbers paid for."""
    squares = ((mapping.predicted - shots.seen) ** 2).sum(axis=1)
    kept = squares[squares <= _BOUND * noise**2]
    return float(np.sqrt(kept.sum() / max(1, 2 * len(kept) - len(mapping.fitted))))


def _mappings(shots: Shots) -> Iterator[Mapping]:
    known = tuple(sorted(set(shots.sizes)))
    for axes, space in product(AXES, SPACES):
        base = _place(axes, space, shots)
        corrections = {"grid": _GRID, "pixels": _PIXELS}.get(space.name, ("none",))
        for correction in corrections:
            if correction == "none":
                yield Mapping(axes, space, correction, (), known, base)
            elif (
                correction != "factors and shifts" or "mirrored" not in axes
            ):  # negative factors mirror as well
                design, wanted, moved = _design(correction, base, shots)
                fitted = least_squares(design, wanted)
                predicted = moved + (design @ fitted).reshape(-1, 2)
                if np.abs(predicted - base).max() > _SMALL:
                    yield Mapping(axes, space, correction, tuple(fitted.tolist()), known, predicted)


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
            which = np.asarray(
                [[size == one for one in sorted(set(shots.sizes))] for size in shots.sizes], np.float64
            )
            return np.repeat(which, 2, axis=0) * flat[:, None], wanted, still
        case "factors and shifts":
            return np.hstack([axis * flat[:, None], axis]), wanted, still
        case "grid shift":
            return axis * shots.extent.reshape(-1)[:, None], wanted - flat, base
        case _:
            return axis, wanted - flat, base


def _score(mapping: Mapping, shots: Shots, noise: float) -> float:
    """Lower is better."""
    squares = (((mapping.predicted - shots.seen) / noise) ** 2).sum(axis=1)
    numbers = len(mapping.fitted) * np.log(2 * len(shots))
    return float(np.minimum(squares, _BOUND).sum() + numbers + mapping.margin)
