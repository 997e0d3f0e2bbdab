"""Intervals against published ones."""

from __future__ import annotations

import pytest

from agent.bench.statistics.proportion import proportion


@pytest.mark.parametrize(
    ("passed", "of", "low", "high"),
    [  # Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0000),
    ],
)
def test_the_interval_is_the_published_one(passed: int, of: int, low: float, high: float) -> None:
    found = proportion(passed, of)
    assert found.low == pytest.approx(low, abs=6e-5)
    assert found.high == pytest.approx(high, abs=6e-5)
    assert found.share == passed / of


def test_without_trials_there_is_no_share() -> None:
    found = proportion(0, 0)
    assert (found.of, found.share, found.low, found.high) == (0, None, None, None)


@pytest.mark.parametrize(("passed", "of"), [(2, 1), (-1, 3)])
def test_what_is_no_proportion_is_refused(passed: int, of: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        proportion(passed, of)
