"""Fit: the simplest mapping that explains the clicks. Pure.

Mappings are compared as the Bayesian information criterion does: squared error in units of the noise, each
shot's bounded, plus ln(n) a fitted number. One that is not the right one must be better by a margin as
well, for most models are right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from agent.clicktest.mapping import mappings
from agent.clicktest.robust import FINEST, spread

if TYPE_CHECKING:
    from agent.clicktest.mapping import Mapping, Shots

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
_REFINEMENTS = 3
NEAR = 0.02
"""Of the longer side: a shot this near to where the mapping puts it is explained by it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The best mapping, and how good it is."""

    mapping: Mapping
    noise: float
    """Pixels: standard deviation on one axis of what the mapping leaves, outliers aside."""
    share: float
    """Of the shots that it explains."""
    divisor: float
    """Standard deviations by which numbers that run to 999 differ from right ones, over all shots."""


def fit(shots: Shots) -> Fit:
    """The mapping that explains the shots best; at least three of them."""
    found = list(mappings(shots))
    noise = max(FINEST, min(spread(mapping.predicted - shots.seen) for mapping in found))
    for _ in range(_REFINEMENTS):
        # The least of many medians is too little: from then on the best mapping's own noise.
        best = min(found, key=lambda mapping: _score(mapping, shots, noise))
        noise = max(FINEST, _left(best, shots, noise))
    best = min(found, key=lambda mapping: _score(mapping, shots, noise))
    off = np.linalg.norm(best.predicted - shots.seen, axis=1)
    share = float(np.mean(off <= NEAR * shots.extent.max(axis=1)))
    return Fit(best, noise, share, float(np.linalg.norm(shots.true / 1000)) / noise)


def _left(mapping: Mapping, shots: Shots, noise: float) -> float:
    """Standard deviation on one axis of what a mapping leaves, outliers aside, fitted numbers paid for."""
    squares = ((mapping.predicted - shots.seen) ** 2).sum(axis=1)
    kept = squares[squares <= _BOUND * noise**2]
    return float(np.sqrt(kept.sum() / max(1, 2 * len(kept) - len(mapping.fitted))))


def _score(mapping: Mapping, shots: Shots, noise: float) -> float:
    """Lower is better."""
    squares = (((mapping.predicted - shots.seen) / noise) ** 2).sum(axis=1)
    numbers = len(mapping.fitted) * np.log(2 * len(shots))
    parts = (mapping.axes, mapping.space.name, mapping.correction)
    margin = sum(_MARGINS.get(part, _MARGIN) for part in parts)
    return float(np.minimum(squares, _BOUND).sum() + numbers + margin)
