"""Attempts side by side (`agent bench --jobs`), each process with the set, its model and its displays."""

from __future__ import annotations

from functools import cache
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING

from agent.bench.sets import load_set
from agent.bench.trying import tries, undecided
from agent.commands.crew import Work
from agent.commands.spread import spread
from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from agent.bench.benchmark import Benchmark
    from agent.bench.results.attempt import Attempt
    from agent.bench.run import Carries, Order
    from agent.bench.sets import Asked


def side_by_side(jobs: int, asked: Asked) -> Carries:
    """Carries orders out in so many processes; a process that is killed costs its attempt, no other.

    Raises:
        BadInput: the data are at fault.
        ModelFault: a process can't load or reach the model.
    """

    def carries(
        _benchmark: Benchmark, orders: Sequence[Order], out: Path
    ) -> Generator[list[Attempt], None, None]:
        for made in spread(jobs, orders, Work(attempted, (asked, out), _lost, _ends)):
            if isinstance(made, str):
                raise BadInput(made)
            yield made

    return carries


def attempted(order: Order, options: tuple[Asked, Path]) -> list[Attempt] | str:
    """The tries at one attempt; or what is wrong with the data. The process keeps the set for the next."""
    asked, out = options
    item, repeat = order
    try:
        return tries(opened(asked), item, repeat, out)
    except BadInput as fault:
        return str(fault)


@cache
def opened(asked: Asked) -> Benchmark:
    """The set with its model loaded; it is closed with this process."""
    benchmark = load_set(asked)
    Finalize(benchmark, benchmark.close, exitpriority=1)
    benchmark.prepare()
    return benchmark


def _lost(order: Order, said: str) -> list[Attempt] | str:
    item, repeat = order
    return [undecided(item, repeat, "environment", said)]


def _ends(made: list[Attempt] | str) -> bool:
    return isinstance(made, str)
