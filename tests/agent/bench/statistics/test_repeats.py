"""Equal attempts: pass@k and pass^k by their definitions, and what flipped."""

from __future__ import annotations

from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.bench.statistics.repeats import pass_all, pass_at, repeats


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.integers(1, 8))
def test_both_are_what_their_definitions_say(attempts: list[bool], k: int) -> None:
    """The share of all choices of k attempts in which one passes, and in which all do."""
    k = min(k, len(attempts))
    chosen = list(combinations(attempts, k))
    passed, of = sum(attempts), len(attempts)
    assert pass_at(passed, of, k) == pytest.approx(fmean(any(one) for one in chosen))
    assert pass_all(passed, of, k) == pytest.approx(fmean(all(one) for one in chosen))


@pytest.mark.parametrize(("passed", "of", "k"), [(30, 200, 1), (30, 200, 10), (30, 200, 100), (0, 200, 10)])
def test_pass_at_k_is_the_printed_estimator(passed: int, of: int, k: int) -> None:
    """As Chen et al. 2021 print it: 1 - prod(1 - k / arange(n - c + 1, n + 1))."""
    product = 1.0
    for number in range(of - passed + 1, of + 1):
        product *= 1 - k / number
    assert pass_at(passed, of, k) == pytest.approx(1 - product)


@pytest.mark.parametrize(("passed", "of", "k"), [(1, 2, 3), (3, 2, 1), (0, 0, 1), (1, 2, 0)])
def test_what_can_not_be_drawn_is_refused(passed: int, of: int, k: int) -> None:
    for estimator in (pass_at, pass_all):
        with pytest.raises(ValueError, match="can't be drawn"):
            estimator(passed, of, k)


def test_items_that_came_to_both_have_flipped() -> None:
    found = repeats([(3, 3), (1, 3), (0, 3), (1, 1)], [0.5, 0.5, 0.25])
    assert found is not None
    assert (found.flipped, found.of, found.runs) == (1, 3, (0.5, 0.5, 0.25))
    assert list(found.pass_at) == [1, 2, 3]
    assert found.pass_at[3] == pytest.approx(2 / 3)
    assert found.pass_all[3] == pytest.approx(1 / 3)
    assert (found.pass_at[1], found.pass_all[1]) == pytest.approx((4 / 9, 4 / 9))


def test_without_repeats_there_are_no_such_figures() -> None:
    assert repeats([(1, 1), (0, 1)], [0.5]) is None
