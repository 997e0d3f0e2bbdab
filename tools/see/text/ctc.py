"""Chance of a text, given what the recogniser makes of a picture (Graves et al. 2006)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BLANK = 0
"""The sign that stands for none."""
_LEAST = 1e-12


def log_chance(chances: NDArray[np.float32], signs: Sequence[int]) -> float:
    """The natural logarithm of how likely the picture shows these signs.

    Args:
        chances: For each place of the picture, left to right, the chance of each sign; shape (places, signs).
        signs: Their numbers.
    """
    path = [BLANK, *(sign for pair in signs for sign in (pair, BLANK))]
    logs = np.log(np.maximum(chances[:, path], _LEAST).astype(np.float64))
    may_skip = np.array([at > 1 and sign not in (BLANK, path[at - 2]) for at, sign in enumerate(path)])
    here = np.full(len(path), -np.inf)
    here[:2] = logs[0, :2]
    for log in logs[1:]:
        ahead = np.logaddexp(here, np.concatenate(([-np.inf], here[:-1])))
        skipped = np.concatenate(([-np.inf, -np.inf], here[:-2]))[: len(path)]
        here = np.where(may_skip, np.logaddexp(ahead, skipped), ahead) + log
    return float(np.logaddexp.reduce(here[-2:]))
