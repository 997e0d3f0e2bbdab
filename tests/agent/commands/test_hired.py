"""Processes hired: as many as there are jobs, and another one in place of one that was killed."""

from __future__ import annotations

import multiprocessing
import os
from contextlib import ExitStack

from agent.commands.crew import Work
from agent.commands.hired import HiredCrew


def which(order: int, options: None) -> tuple[int, int, str]:
    """Who carries it out; order 0 kills it."""
    if order == 0:
        os._exit(3)
    return order, os.getpid(), ""


def _lost(order: int, said: str) -> tuple[int, int, str]:
    return order, 0, said


def test_there_are_as_many_as_jobs_and_one_that_is_killed_is_replaced() -> None:
    context = multiprocessing.get_context("spawn")
    stop = context.Value("i", 0, lock=False)
    with ExitStack() as opened:
        crew = HiredCrew(1, context, stop, Work(which, None, _lost, lambda _: False), opened)
        first = crew.idle()
        assert first is not None
        assert crew.idle() is None
        first.begin(0)
        assert crew.ready([first], 60) == [first]
        assert first.result() == (
            0,
            0,
            "the run's process ended with status 3; is there enough memory for --jobs?",
        )
        crew.dismiss(first)
        second = crew.idle()
        assert second is not None
        assert second is not first
        second.begin(5)
        assert crew.ready([second], 60) == [second]
        assert second.result()[0] == 5  # type: ignore[index]
        crew.dismiss(second)
        assert crew.idle() is second
