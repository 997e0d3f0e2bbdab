"""Robust statistics: least squares and spread that a few outliers do not disturb. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FINEST = 1.0
"""Pixels; noise is not taken to be less, since grid numbers are whole."""
_ROUNDS = 15


def spread(errors: Floats) -> float:
    """Standard deviation on one axis, from the errors' median length (1.177 of it when they are normal)."""
    return float(np.median(np.linalg.norm(errors, axis=1))) / 1.177


def least_squares(design: Floats, wanted: Floats) -> Floats:
    """Numbers p for which design @ p is nearest to wanted, robust to outliers.

    First by absolute error, on which outliers do not pull, then by squared error over all that are none.

    Args:
        design: shape (n, k).
        wanted: shape (n,).
    """
    weight = np.ones(len(wanted), np.float64)
    error = np.zeros_like(wanted)
    for _ in range(_ROUNDS):  # iteratively reweighted: weights 1/|error| minimise the absolute error
        error = np.abs(design @ _solved(design, wanted, np.sqrt(weight)) - wanted)
        weight = 1 / np.maximum(error, 1e-3)
    kept = error <= 4 * max(FINEST, 1.4826 * float(np.median(error)))
    return _solved(design, wanted, kept.astype(np.float64))


def _solved(design: Floats, wanted: Floats, weight: Floats) -> Floats:
    return np.asarray(np.linalg.lstsq(design * weight[:, None], wanted * weight, rcond=None)[0], np.float64)
