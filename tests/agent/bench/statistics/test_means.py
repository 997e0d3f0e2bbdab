"""Means: values and intervals that can be worked out by hand, or by another way."""

from __future__ import annotations

import numpy as np
import pytest

from agent.bench.statistics.means import chance, clustered_mean, mean_share
from agent.bench.statistics.proportion import proportion


def test_of_one_item_nothing_says_how_sure_its_mean_is() -> None:
    found = clustered_mean([[1.0, 2.0, 6.0]])
    assert (found.value, found.low, found.high, found.of) == (3.0, None, None, 3)


def test_an_interval_is_that_of_whole_items_drawn_anew() -> None:
    rng = np.random.default_rng(3)
    items = [[float(value)] * 4 for value in rng.normal(10, 2, 100)]
    found = clustered_mean(items)
    error = 1.96 * np.std([ones[0] for ones in items]) / 10
    assert found.of == 400
    assert found.low == pytest.approx(found.value - error, abs=0.1)
    assert found.high == pytest.approx(found.value + error, abs=0.1)


def test_items_without_values_are_left_out() -> None:
    assert clustered_mean([[2.0], [], [4.0]]).value == 3.0
    with pytest.raises(ValueError, match="nothing"):
        clustered_mean([[], []])


def test_chances_that_are_all_0_or_1_are_trials_of_which_none_or_all_came_to_pass() -> None:
    for value in (0.0, 1.0):
        found = chance([[value, value]] * 5)
        told = proportion(5 * int(value), 5)
        assert (found.value, found.low, found.high) == (value, told.low, told.high)


def test_a_mean_of_shares_has_an_interval_made_of_theirs() -> None:
    """Newcombe (1998), method 10: 56/70 less 48/80 is 0.0524 to 0.3339; the second is turned into a sum."""
    one, other = proportion(56, 70), proportion(80 - 48, 80)
    found = mean_share([one, other])
    assert found is not None
    assert found.value == pytest.approx((0.8 + 0.4) / 2)
    assert 2 * found.low - 1 == pytest.approx(0.0524, abs=5e-5)
    assert 2 * found.high - 1 == pytest.approx(0.3339, abs=5e-5)


def test_a_mean_of_shares_of_which_one_is_of_nothing_is_none() -> None:
    assert mean_share([proportion(1, 2), proportion(0, 0)]) is None
    assert mean_share([]) is None
