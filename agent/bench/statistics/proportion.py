"""Proportion with its interval: so many of so many, as independent trials or in clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CONFIDENCE = 0.95
RESAMPLES = 9999
SEED = 20_260_101
"""Of every resampling: the same attempts give the same figures."""
_BATCH = 500
"""Resamples that are held in memory at once."""


class Proportion(BaseModel):
    """A share with its 95 % interval; without trials there is no share."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    passed: int
    of: int
    share: float | None
    low: float | None
    high: float | None
    method: Literal["wilson", "bootstrap"] = "wilson"
    """wilson: independent trials; bootstrap: several trials an item, items drawn anew."""


def proportion(passed: int, of: int) -> Proportion:
    """The share of `passed` in `of`, with its interval (Wilson 1927, no continuity correction).

    Raises:
        ValueError: they are no counts of that kind.
    """
    if not 0 <= passed <= of:
        raise ValueError(f"{passed} of {of} is no proportion")
    if of == 0:
        return Proportion(passed=0, of=0, share=None, low=None, high=None)
    low, high = _wilson(passed, of)
    return Proportion(passed=passed, of=of, share=passed / of, low=low, high=high)


def clustered(clusters: Sequence[tuple[int, int]]) -> Proportion:
    """The share in all clusters together, with the interval of a bootstrap that draws whole clusters.

    Trials of one item are no independent ones: Wilson's interval would be too narrow. Where all clusters
    agree, nothing can be drawn from them, and each counts as one trial. One alone is taken as trials.

    Args:
        clusters: of each item how many trials passed, and how many there were.

    Raises:
        ValueError: they are no counts of that kind.
    """
    clusters = [(passed, of) for passed, of in clusters if of]
    passed, of = sum(one for one, _ in clusters), sum(trials for _, trials in clusters)
    if len(clusters) <= 1 or all(trials == 1 for _, trials in clusters):
        return proportion(passed, of)
    shares = {one / trials for one, trials in clusters}
    if len(shares) == 1 and shares <= {0.0, 1.0}:
        low, high = _wilson(round(shares.pop() * len(clusters)), len(clusters))
    else:
        low, high = bootstrapped([float(one) for one, _ in clusters], [float(one) for _, one in clusters])
    return Proportion(passed=passed, of=of, share=passed / of, low=low, high=high, method="bootstrap")


def bootstrapped(sums: Sequence[float], counts: Sequence[float]) -> tuple[float, float]:
    """The percentile interval of the sums' total over the counts' total; pairs of both are drawn anew."""
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from scipy.stats import bootstrap  # noqa: PLC0415  (heavy: loaded on use)

    def ratio(top: NDArray[np.float64], bottom: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        found: NDArray[np.float64] = top.sum(axis=axis) / bottom.sum(axis=axis)
        return found

    interval = bootstrap(
        (np.asarray(sums), np.asarray(counts)),
        ratio,
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=_BATCH,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return float(interval.low), float(interval.high)


def _wilson(passed: int, of: int) -> tuple[float, float]:
    from scipy.stats import binomtest  # noqa: PLC0415  (heavy: loaded on use)

    interval = binomtest(passed, of).proportion_ci(CONFIDENCE, method="wilson")
    return float(interval.low), float(interval.high)
