"""Bands: the share that passed within more and more of something, with its interval everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agent.bench.statistics.proportion import CONFIDENCE, RESAMPLES, SEED, proportion

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Item(NamedTuple):
    """The attempts at one item."""

    took: Sequence[float]
    """What each of those that passed took."""
    of: int
    """Attempts, those that did not pass included."""


class Point(NamedTuple):
    """A point of a band."""

    x: float
    share: float
    low: float
    high: float


def band(items: Sequence[Item], positions: Sequence[float]) -> list[Point]:
    """At each position the share of all attempts that passed with no more than that.

    The intervals are pointwise, made as those of `proportion.clustered` are: Wilson's, or where an item was
    attempted several times a bootstrap that draws whole items.

    Raises:
        ValueError: there are no attempts.
    """
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)

    counts = np.asarray([item.of for item in items])
    if not counts.sum():
        raise ValueError("there are no attempts")
    within = np.asarray([[sum(x <= most for x in item.took) for most in positions] for item in items])
    shares = within.sum(axis=0) / counts.sum()
    if len(items) == 1 or counts.max() == 1:
        sure = [_trials(int(passed), int(counts.sum())) for passed in within.sum(axis=0)]
    else:
        sure = _drawn(within, counts, shares)
    return [
        Point(x, float(share), *interval) for x, share, interval in zip(positions, shares, sure, strict=True)
    ]


def _trials(passed: int, of: int) -> tuple[float, float]:
    known = proportion(passed, of)
    assert known.low is not None
    assert known.high is not None
    return known.low, known.high


def _drawn(
    within: NDArray[np.int64], counts: NDArray[np.int64], shares: NDArray[np.float64]
) -> list[tuple[float, float]]:
    """Intervals of a bootstrap over items; where all agree, each item counts as one trial."""
    import numpy as np  # noqa: PLC0415

    number = len(counts)
    times = np.random.default_rng(SEED).multinomial(number, np.full(number, 1 / number), RESAMPLES)
    drawn = (times @ within) / (times @ counts)[:, np.newaxis]
    tail = (1 - CONFIDENCE) / 2
    lows, highs = np.quantile(drawn, [tail, 1 - tail], axis=0)
    return [
        _trials(round(share * number), number) if share in (0.0, 1.0) else (float(low), float(high))
        for share, low, high in zip(shares.tolist(), lows, highs, strict=True)
    ]
