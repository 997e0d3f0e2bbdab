"""Orders of any kind, side by side: what comes of each comes back, whatever it is."""

from __future__ import annotations

import os
import signal

import pytest

from agent.commands.crew import Work
from agent.commands.spread import spread
from agent.errors import BadInput


def halved(order: int, options: int) -> list[int]:
    """What a process makes of an order."""
    if order == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if order == 7:
        raise BadInput("no sevens")
    return [] if order == 0 else [order // options]


def _lost(order: int, said: str) -> list[int]:
    return [-order, len(said)]


def work() -> Work[int, int, list[int]]:
    return Work(halved, 2, _lost, lambda made: made == [50])


def test_something_empty_comes_back_as_well() -> None:
    assert sorted(spread(2, [0, 4, 8], work())) == [[], [2], [4]]


def test_an_order_that_is_killed_or_refused_costs_no_other() -> None:
    assert sorted(made[0] for made in spread(1, [13, 7, 4], work())) == [-13, -7, 2]


def test_after_the_one_that_ends_them_no_order_is_begun() -> None:
    results = spread(1, [100, 4], work())
    assert next(results) == [50]
    with pytest.raises(KeyboardInterrupt):
        next(results)
