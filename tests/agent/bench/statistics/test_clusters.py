"""Intervals of several trials an item, against the published formula for clustered standard errors."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from agent.bench.statistics.proportion import bootstrapped, clustered, proportion


def standard_error(clusters: list[tuple[int, int]]) -> float:
    """Clustered, as Miller gives it ("Adding Error Bars to Evals", 2024, section 2.2)."""
    of = sum(trials for _, trials in clusters)
    share = sum(passed for passed, _ in clusters) / of
    return sqrt(sum((passed - share * trials) ** 2 for passed, trials in clusters)) / of


def drawn(items: int, each: int) -> list[tuple[int, int]]:
    """Items that are mostly passed always or never."""
    rng = np.random.default_rng(1)
    return [(int(rng.binomial(each, rng.beta(0.3, 0.3))), each) for _ in range(items)]


def test_the_interval_is_as_wide_as_the_published_error_says() -> None:
    clusters = drawn(300, 5)
    found = clustered(clusters)
    assert found.method == "bootstrap"
    assert found.low is not None
    assert found.high is not None
    assert found.share is not None
    error = standard_error(clusters)
    assert found.low == pytest.approx(found.share - 1.96 * error, abs=0.1 * error)
    assert found.high == pytest.approx(found.share + 1.96 * error, abs=0.1 * error)
    independent = proportion(found.passed, found.of)
    assert independent.low is not None
    assert found.share - found.low > 1.5 * (found.share - independent.low)


def test_the_same_trials_give_the_same_interval() -> None:
    assert clustered(drawn(40, 3)) == clustered(drawn(40, 3))


def test_one_trial_an_item_and_one_item_alone_are_trials() -> None:
    assert clustered([(1, 1), (0, 1), (0, 0), (1, 1)]) == proportion(2, 3)
    assert clustered([(3, 5)]) == proportion(3, 5)
    assert clustered([]) == proportion(0, 0)


@pytest.mark.parametrize("passes", [True, False])
def test_items_that_all_agree_count_as_one_trial_each(*, passes: bool) -> None:
    found = clustered([(5 * passes, 5)] * 10)
    once = proportion(10 * passes, 10)
    assert (found.low, found.high, found.of) == (once.low, once.high, 50)


def test_the_bootstrap_of_a_sample_is_the_published_one() -> None:
    """Efron and Tibshirani 1993, table 2.1: the seven treated mice, whose mean has an error of 25.24."""
    mice = [94.0, 197, 16, 38, 99, 141, 23]
    low, high = bootstrapped(mice, [1.0] * 7)
    assert (high - low) / (2 * 1.96) == pytest.approx(23.36, rel=0.04)  # the plug-in one: 25.24 * sqrt(6 / 7)
