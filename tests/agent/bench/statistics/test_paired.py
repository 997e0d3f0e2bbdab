"""Paired tests against published values."""

from __future__ import annotations

from math import comb

import pytest

from agent.bench.statistics.paired import mcnemar, paired


@pytest.mark.parametrize(
    ("won", "lost", "p"),
    [
        (9, 2, 0.06543),  # Fay 2010, vignette of the R package exact2x2
        (2, 9, 0.06543),
        (5, 5, 1.0),
        (0, 0, 1.0),
        (10, 0, 2 / 2**10),
    ],
)
def test_the_exact_mcnemar_test_is_the_published_one(won: int, lost: int, p: float) -> None:
    assert mcnemar(won, lost) == pytest.approx(p, abs=5e-6)


def test_it_is_the_binomial_sum_by_hand() -> None:
    """The table of 101, 121, 59 and 33 that textbooks and statsmodels test with."""
    by_hand = 2 * sum(comb(180, number) for number in range(60)) / 2**180
    assert mcnemar(121, 59) == pytest.approx(by_hand, rel=1e-9)


def test_single_results_are_judged_by_it() -> None:
    results = [(0.0, 1.0)] * 9 + [(1.0, 0.0)] * 2 + [(1.0, 1.0)] * 21 + [(0.0, 0.0)] * 12
    found = paired(results)
    assert (found.of, found.won, found.lost, found.method) == (44, 9, 2, "exact McNemar test")
    assert found.p == pytest.approx(0.06543, abs=5e-6)
    assert found.difference == pytest.approx(7 / 44)
    # Wald's interval of paired proportions: 7/44 +- 1.96 * sqrt(11 - 49/44) / 44
    assert found.low == pytest.approx(7 / 44 - 0.1400, abs=0.02)
    assert found.high == pytest.approx(7 / 44 + 0.1400, abs=0.02)


def test_shares_are_judged_by_permuting_signs() -> None:
    """Fisher's own example, Darwin's maize (1935): 15 pairs, p = 0.0526 over all 32768 signs."""
    inches = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
    found = paired([(0.5, 0.5 + inch / 1000) for inch in inches])
    assert found.method == "permutation test"
    assert found.p == pytest.approx(0.0526, abs=0.007)
    assert (found.won, found.lost) == (13, 2)


def test_where_nothing_differs_the_interval_is_what_could_be_unseen() -> None:
    found = paired([(1.0, 1.0)] * 20)
    assert (found.p, found.difference, found.low) == (1.0, 0.0, -found.high)
    assert found.high == pytest.approx(0.1611, abs=5e-5)
    assert paired([(0.5, 0.5)] * 3).p == 1.0


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        paired([])
