"""Run of any set: what has no result yet is attempted, every try is kept, figures are made of them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from agent.bench.results.config import Config, selection_digest
from agent.bench.results.folder import ResultsFolder
from agent.bench.results.reading import latest
from agent.bench.summary import summary
from agent.bench.trying import tries
from agent.errors import BadInput
from agent.extras import check_extra

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from agent.bench.benchmark import Benchmark, Item
    from agent.bench.results.attempt import Attempt
    from agent.bench.summary import Summary

    Order = tuple[Item, int]
    """An item and the repeat, counted from 0."""
    Carries = Callable[[Benchmark, Sequence[Order], Path], Generator[list[Attempt], None, None]]
    """Carries out orders, one after another or side by side: the tries at each as it is done."""

UNDECIDED_IN_A_ROW = 5
"""Attempts that come to nothing one after another, before the run is given up."""


def in_turn(benchmark: Benchmark, orders: Sequence[Order], out: Path) -> Generator[list[Attempt], None, None]:
    """Carry out orders one after another, in this process."""
    if not orders:
        return
    try:
        benchmark.prepare()
        for item, repeat in orders:
            yield tries(benchmark, item, repeat, out)
    finally:
        benchmark.close()


def run_benchmark(
    benchmark: Benchmark,
    items: Sequence[Item],
    repeat: int,
    out: Path,
    tell: Callable[[Attempt, int, int], None],
    carries: Carries = in_turn,
) -> Summary:
    """Attempt what has no result yet, and sum up all results.

    Args:
        benchmark: the set and its model.
        items: those of its items that are attempted.
        repeat: how often each.
        out: the results folder; results in it are gone on with.
        tell: is told of each attempt, how many are done and how many there are.
        carries: how attempts are made.

    Raises:
        BadInput: there are no items, the folder holds another configuration's results, the extra is missing.
    """
    check_extra("scipy")
    if not items:
        raise BadInput(f"bench {benchmark.name}: there are no items to attempt")
    with ResultsFolder(out, configuration(benchmark, items, repeat)) as folder:
        try:
            _attempt_all(benchmark, _left(items, repeat, folder.attempts), folder, tell, carries)
        finally:
            found = summary(folder.config, latest(folder.attempts), folder.attempts, folder.last)
            folder.write_summary(found)
    return found


def configuration(benchmark: Benchmark, items: Sequence[Item], repeat: int) -> Config:
    """The configuration of a run."""
    about = benchmark.about()
    return Config(
        set=benchmark.name,
        apart=benchmark.apart,
        data=benchmark.digest(),
        items=len(items),
        selected=selection_digest((item.name, item.seed) for item in items),
        model=about.model,
        profile=about.profile,
        prompts=about.prompts,
        repeat=repeat,
        limits=about.limits,
        options=about.options,
    )


def _left(items: Sequence[Item], repeat: int, attempts: Sequence[Attempt]) -> list[Order]:
    """What has no result yet: all items once, then all again."""
    decided = {one.key for one in attempts if one.decided}
    orders = [(item, number) for number in range(repeat) for item in items]
    return [order for order in orders if (order[0].name, order[0].seed, order[1]) not in decided]


def _attempt_all(
    benchmark: Benchmark,
    orders: Sequence[Order],
    folder: ResultsFolder,
    tell: Callable[[Attempt, int, int], None],
    carries: Carries,
) -> None:
    in_a_row, expected = 0, folder.config.items * folder.config.repeat
    done = expected - len(orders)
    with closing(carries(benchmark, orders, folder.path)) as carried:
        for made in carried:
            for attempt in made:
                folder.append(attempt)
            done += 1
            tell(made[-1], done, expected)
            in_a_row = 0 if made[-1].decided else in_a_row + 1
            if in_a_row == UNDECIDED_IN_A_ROW:
                return
