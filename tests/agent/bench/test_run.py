"""Run of a set: resumed with nothing done twice, the environment's errors are nobody's misses."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.results.attempt import Attempt
from agent.bench.results.reading import read_results
from agent.bench.run import UNDECIDED_IN_A_ROW, run_benchmark
from agent.bench.trying import TRIES
from agent.errors import BadInput, ModelFault
from agent.interrupts import end_on_signals
from agent.usage import Usage
from tests.agent.bench.sets import ToldSet
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.summary import Summary


def run(benchmark: ToldSet, out: Path, repeat: int = 1) -> tuple[Summary, list[str]]:
    """The summary, and what was told."""
    told: list[str] = []

    def tell(attempt: Attempt, done: int, expected: int) -> None:
        told.append(f"{done}/{expected} {attempt.item} {attempt.outcome}")

    return run_benchmark(benchmark, benchmark.items(), repeat, out, tell), told


def test_every_item_is_attempted_and_told_of(tmp_path: Path) -> None:
    found, told = run(ToldSet({"a": ["passed"], "b": ["failed"]}), tmp_path / "out")
    assert told == ["1/2 a passed", "2/2 b failed"]
    [section] = found.sections
    assert (section.passed.passed, section.passed.of, found.complete) == (1, 2, True)
    assert [one.item for one in read_results(tmp_path / "out").attempts] == ["a", "b"]


def test_repeats_go_over_all_items_once_and_then_again(tmp_path: Path) -> None:
    benchmark = ToldSet({"a": ["passed", "failed"], "b": ["failed"]})
    run(benchmark, tmp_path, repeat=2)
    assert benchmark.asked == [("a", 0), ("b", 0), ("a", 1), ("b", 1)]


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    killed = ToldSet({"a": ["failed"], "b": [KeyboardInterrupt()], "c": ["passed"]})
    with pytest.raises(KeyboardInterrupt):
        run(killed, tmp_path)
    again = ToldSet({"a": ["passed"], "b": ["passed"], "c": ["failed"]})
    found, told = run(again, tmp_path)
    assert again.asked == [("b", 0), ("c", 0)]
    assert told[0] == "2/3 b passed"
    assert found.sections[0].passed.passed == 1
    last = ToldSet({"a": ["passed"], "b": ["passed"], "c": ["passed"]})
    assert run(last, tmp_path) == (found, [])
    assert last.prepared == last.closed == 0
    assert (killed.prepared, killed.closed) == (1, 1)


def test_a_run_that_went_on_says_the_same_as_one_that_was_not_disturbed(tmp_path: Path) -> None:
    outcomes = {"a": ["failed"], "b": ["passed"], "c": ["failed"]}
    whole, _ = run(ToldSet(outcomes), tmp_path / "whole", repeat=2)
    broken = ToldSet({**outcomes, "b": ["passed", KeyboardInterrupt()]})
    with pytest.raises(KeyboardInterrupt):
        run(broken, tmp_path / "broken", repeat=2)
    resumed, _ = run(ToldSet(outcomes), tmp_path / "broken", repeat=2)
    assert resumed.model_dump(exclude={"last"}) == whole.model_dump(exclude={"last"})


def test_what_the_environment_prevents_is_tried_again_and_no_miss(tmp_path: Path) -> None:
    fault = EnvironmentFault("the program did not start")
    found, told = run(ToldSet({"a": [fault, "environment", "passed"], "b": [fault]}), tmp_path)
    assert told == ["1/2 a passed", "2/2 b environment"]
    [section] = found.sections
    assert (section.passed.passed, section.passed.of) == (1, 1)
    assert section.outcomes == {"passed": 1, "environment": 1}
    assert (found.decided, found.expected, found.prevented, found.complete) == (1, 2, 2 + TRIES, False)
    tries = read_results(tmp_path).attempts
    assert [one.outcome for one in tries] == ["environment"] * 2 + ["passed"] + ["environment"] * TRIES
    assert tries[0].details == {"error": "the program did not start"}


def test_what_came_to_nothing_is_tried_again_by_the_same_command(tmp_path: Path) -> None:
    run(ToldSet({"a": ["environment"], "b": [ModelFault("no answer")]}), tmp_path)
    again = ToldSet({"a": ["passed"], "b": ["failed"]})
    found, _ = run(again, tmp_path)
    assert again.asked == [("a", 0), ("b", 0)]
    assert found.sections[0].outcomes == {"passed": 1, "failed": 1}


def test_an_error_that_nobody_foresaw_is_not_the_models_miss(tmp_path: Path) -> None:
    found, _ = run(ToldSet({"a": [ZeroDivisionError("by zero"), "passed"]}), tmp_path)
    assert found.sections[0].passed.passed == 1
    told = read_results(tmp_path).attempts[0].details["error"]
    assert told == "unexpected ZeroDivisionError: by zero (--debug shows where)"


def test_a_model_without_a_reply_is_told_apart_counted_and_asked_once(tmp_path: Path) -> None:
    fault = ModelFault("no answer", Usage(prompt=7))
    benchmark = ToldSet({"a": [fault], "b": ["passed"]})
    found, _ = run(benchmark, tmp_path)
    [section] = found.sections
    assert section.outcomes == {"passed": 1, "model_error": 1}
    assert (section.passed.passed, section.passed.of, found.complete) == (1, 2, False)
    assert found.tokens.prompt == 7
    assert benchmark.asked == [("a", 0), ("b", 0)]


def test_a_run_in_which_all_comes_to_nothing_is_given_up(tmp_path: Path) -> None:
    names = "abcdefghij"
    benchmark = ToldSet({name: [ModelFault("no answer")] for name in names})
    found, told = run(benchmark, tmp_path)
    assert len(told) == UNDECIDED_IN_A_ROW < found.expected
    assert benchmark.closed == 1
    spread = ToldSet({name: [ModelFault("no answer") if name in "aceg" else "passed"] for name in names})
    assert len(run(spread, tmp_path / "spread")[1]) == len(names)


def test_bad_data_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="picture"):
        run(ToldSet({"a": [BadInput("picture is missing")]}), tmp_path)
    with pytest.raises(BadInput, match="no items"):
        run(ToldSet({}), tmp_path / "other")


def test_another_model_is_refused_by_name(tmp_path: Path) -> None:
    run(ToldSet({"a": ["passed"]}), tmp_path)
    other = ToldSet({"a": ["passed"]})
    other.model = "n"
    with pytest.raises(BadInput, match="model: m there, n now"):
        run(other, tmp_path)
    more = ToldSet({"a": ["passed"], "b": ["passed"]})
    with pytest.raises(BadInput, match="items: 1 there, 2 now"):
        run(more, tmp_path)
    assert other.asked == more.asked == []


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    first = ToldSet({"a": ["passed"]})
    faults: list[str] = []

    def second(out: Path) -> None:
        with pytest.raises(BadInput) as refused:
            run(ToldSet({"a": ["failed"]}), out)
        faults.append(str(refused.value))

    first.before = second
    found, _ = run(first, tmp_path)
    assert "another run writes" in faults[0]
    assert found.sections[0].passed.passed == 1


class _Signalled(Attempt):
    """An attempt in the writing of which Ctrl-C is pressed."""

    def model_dump(self, **options: Any) -> dict[str, Any]:
        signal.raise_signal(signal.SIGINT)
        return super().model_dump(**options)


class _SignalledSet(ToldSet):
    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        return _Signalled.model_construct(**dict(super().attempt(item, repeat, out)))


def test_an_interrupt_while_a_result_is_written_loses_none_and_the_figures_are_of_all(tmp_path: Path) -> None:
    put_back = end_on_signals()
    try:
        with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
            run(_SignalledSet({"a": ["passed"], "b": ["failed"]}), tmp_path)
    finally:
        put_back()
    assert [one.item for one in read_results(tmp_path).attempts] == ["a"]
    assert json.loads((tmp_path / "summary.json").read_text())["decided"] == 1
