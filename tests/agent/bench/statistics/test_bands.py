"""Bands: shares and intervals at every position, as those of whole runs are."""

from __future__ import annotations

import pytest

from agent.bench.statistics.bands import Item, Point, band
from agent.bench.statistics.proportion import clustered, proportion


def test_a_share_rises_as_attempts_pass_and_has_wilsons_interval() -> None:
    items = [Item([2.0], 1), Item([5.0], 1), Item([], 1), Item([5.0], 1)]
    found = band(items, [1.0, 2.0, 5.0, 9.0])
    assert [point.share for point in found] == [0.0, 0.25, 0.75, 0.75]
    for point, passed in zip(found, (0, 1, 3, 3), strict=True):
        known = proportion(passed, 4)
        assert (point.low, point.high) == (known.low, known.high)


def test_where_items_were_attempted_several_times_whole_items_are_drawn() -> None:
    items = [Item([1.0] * (number % 4), 3) for number in range(40)]
    end = band(items, [1.0])[0]
    known = clustered([(len(item.took), item.of) for item in items])
    assert end.share == known.share
    assert end.low == pytest.approx(known.low, abs=0.01)
    assert end.high == pytest.approx(known.high, abs=0.01)


def test_where_all_items_agree_each_is_one_trial() -> None:
    known = proportion(3, 3)
    assert known.low is not None
    assert known.high is not None
    assert band([Item([1.0, 1.0], 2)] * 3, [1.0]) == [Point(1.0, 1.0, known.low, known.high)]


def test_of_no_attempts_there_is_none() -> None:
    with pytest.raises(ValueError, match="no attempts"):
        band([], [1.0])
