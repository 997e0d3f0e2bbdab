"""Comparison of two results folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.comparison import compare
from agent.bench.results.folder import ResultsFolder
from agent.bench.results.reading import Results, read_results
from agent.errors import BadInput
from tests.agent.bench.sets import configured, made

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.results.attempt import Attempt


def results(folder: Path, attempts: list[Attempt], **config: object) -> Results:
    with ResultsFolder(folder, configured(**config)) as opened:
        for attempt in attempts:
            opened.append(attempt)
    return read_results(folder)


def test_what_was_won_and_lost_is_named(tmp_path: Path) -> None:
    first = results(
        tmp_path / "a",
        [made("a"), made("b", "failed"), made("c", "failed"), made("d")],
        model="old",
        limits={"steps": 3},
    )
    second = results(
        tmp_path / "b",
        [
            made("a", "refused"),
            made("b"),
            made("c", seconds={"total": 3}, tokens={"prompt": 9, "cost": 3}),
            made("e"),
        ],
        model="new",
    )
    found = compare(first, second)
    [section] = found.sections
    assert (section.won, section.lost) == (("b", "c"), ("a",))
    assert (section.first.passed, section.second.passed) == pytest.approx((1 / 3, 2 / 3))
    assert (section.second.tokens, section.second.cost, section.second.attempts) == (3, 1, 3)
    assert (found.only_first, found.only_second) == (1, 1)
    assert found.differences == (
        "model: old in the first, new in the second",
        "limits.steps: 3 in the first, none in the second",
    )


def test_what_the_environment_prevented_is_left_out_and_the_models_errors_are_misses(tmp_path: Path) -> None:
    first = results(tmp_path / "a", [made("a"), made("b")])
    second = results(tmp_path / "b", [made("a", "environment"), made("b", "model_error")])
    found = compare(first, second)
    assert (found.sections[0].paired.of, found.sections[0].lost, found.only_first) == (1, ("b",), 1)


def test_repeats_and_seeds_are_one_vote_an_item(tmp_path: Path) -> None:
    ones = [made("a", repeat=number) for number in range(4)] + [made("b", seed=number) for number in (1, 2)]
    others = [
        made("a", "failed", repeat=0),
        made("a", repeat=1),
        made("b", "failed", seed=1),
        made("b", seed=2),
    ]
    [section] = compare(results(tmp_path / "a", ones), results(tmp_path / "b", others)).sections
    assert (section.paired.of, section.paired.difference, section.paired.method) == (
        2,
        -0.5,
        "permutation test",
    )
    assert section.lost == ("a", "b#1")


def test_what_is_apart_is_compared_apart(tmp_path: Path) -> None:
    attempts = [made("a", groups={"words": "old"}), made("b", groups={"words": "new"})]
    first, second = (results(tmp_path / name, attempts, apart="words") for name in "ab")
    assert [(one.name, one.paired.of) for one in compare(first, second).sections] == [("old", 1), ("new", 1)]


@pytest.mark.parametrize(("change", "said"), [({"set": "other"}, "set:"), ({"data": "e"}, "data:")])
def test_other_data_are_not_compared(tmp_path: Path, change: dict[str, str], said: str) -> None:
    first, second = results(tmp_path / "a", [made("a")]), results(tmp_path / "b", [made("a")], **change)
    with pytest.raises(BadInput, match=f"bench compare: {said}"):
        compare(first, second)


def test_runs_without_a_common_item_are_not_compared(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no item in common"):
        compare(results(tmp_path / "a", [made("a")]), results(tmp_path / "b", [made("b")]))
