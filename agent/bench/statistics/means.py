"""Means with their intervals: of attempts, where those at one item hang together, and of shares."""

from __future__ import annotations

from math import sqrt
from statistics import fmean
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from agent.bench.statistics.proportion import bootstrapped, proportion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.bench.statistics.proportion import Proportion


class Mean(BaseModel):
    """A mean with its 95 % interval; of one item alone there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    value: float
    low: float | None
    high: float | None
    of: int
    """Values."""


def clustered_mean(clusters: Sequence[Sequence[float]]) -> Mean:
    """The mean of all values, with the interval of a bootstrap that draws whole clusters.

    Args:
        clusters: the values of each item.

    Raises:
        ValueError: there are none.
    """
    clusters = [values for values in clusters if values]
    everything = [value for values in clusters for value in values]
    if not everything:
        raise ValueError("there is nothing to take the mean of")
    low = high = None
    if len(clusters) > 1:
        low, high = bootstrapped(list(map(sum, clusters)), [float(len(values)) for values in clusters])
    return Mean(value=fmean(everything), low=low, high=high, of=len(everything))


def chance(clusters: Sequence[Sequence[float]]) -> Mean:
    """The mean of chances; where all are 0, or 1, nothing can be drawn from them: each item is one trial."""
    found = clustered_mean(clusters)
    if found.value in (0.0, 1.0):
        number = sum(bool(values) for values in clusters)
        sure = proportion(round(found.value * number), number)
        return found.model_copy(update={"low": sure.low, "high": sure.high})
    return found


def mean_share(shares: Sequence[Proportion]) -> Mean | None:
    """The mean of shares of different items, each one vote; None: one of them is of nothing.

    Its interval is made of theirs by the method of variance estimates recovery (Zou and Donner 2008).
    """
    whole = [
        (one.share, one.low, one.high)
        for one in shares
        if one.share is not None and one.low is not None and one.high is not None
    ]
    if not whole or len(whole) < len(shares):
        return None
    value, number = fmean(share for share, _, _ in whole), len(whole)
    below = sqrt(sum((share - low) ** 2 for share, low, _ in whole)) / number
    above = sqrt(sum((high - share) ** 2 for share, _, high in whole)) / number
    return Mean(value=value, low=max(0.0, value - below), high=min(1.0, value + above), of=number)
