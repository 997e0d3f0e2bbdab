"""Paired comparison: two results for each item."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from agent.bench.statistics.proportion import RESAMPLES, SEED, bootstrapped, proportion

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_BATCH = 500


class Paired(BaseModel):
    """The second results against the first ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    of: int
    """Items with both results."""
    won: int
    """Items on which the second is better."""
    lost: int
    """Items on which it is worse."""
    difference: float
    """Mean of second less first."""
    low: float
    high: float
    """The difference's 95 % interval: items drawn anew."""
    p: float
    """Chance of so large a difference, either way, if there were none."""
    method: Literal["exact McNemar test", "permutation test"]
    """McNemar: one pass or miss an item on either side; else signs of the differences are permuted."""


def paired(results: Sequence[tuple[float, float]]) -> Paired:
    """The comparison of two results for each item, each between 0 and 1.

    Raises:
        ValueError: there are none.
    """
    if not results:
        raise ValueError("there is nothing to compare")
    differences = [second - first for first, second in results]
    won, lost = sum(one > 0 for one in differences), sum(one < 0 for one in differences)
    low, high = _interval(differences)
    whole = all(one in (0.0, 1.0) for both in results for one in both)
    return Paired(
        of=len(results),
        won=won,
        lost=lost,
        difference=fmean(differences),
        low=low,
        high=high,
        p=mcnemar(won, lost) if whole else _permuted(differences),
        method="exact McNemar test" if whole else "permutation test",
    )


def mcnemar(won: int, lost: int) -> float:
    """The exact McNemar test's two-sided p: the items that differ are as often won as lost."""
    from scipy.stats import binomtest  # noqa: PLC0415  (heavy: loaded on use)

    return float(binomtest(won, won + lost).pvalue) if won + lost else 1.0


def _interval(differences: Sequence[float]) -> tuple[float, float]:
    if len(set(differences)) > 1:
        return bootstrapped(differences, [1.0] * len(differences))
    room = proportion(0, len(differences)).high or 0.0  # nothing differs: so much could, unseen
    return max(-1.0, differences[0] - room), min(1.0, differences[0] + room)


def _permuted(differences: Sequence[float]) -> float:
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from scipy.stats import permutation_test  # noqa: PLC0415  (heavy: loaded on use)

    differing = [one for one in differences if one]
    if not differing:
        return 1.0

    def mean(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        found: NDArray[np.float64] = values.mean(axis=axis)
        return found

    test = permutation_test(
        (np.asarray(differing),),
        mean,
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=_BATCH,
        rng=np.random.default_rng(SEED),
    )
    return float(test.pvalue)
