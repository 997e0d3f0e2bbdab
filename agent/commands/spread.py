"""Orders carried out side by side on this machine, each in a process.

Only as many are handed out as there are processes. A signal that ends this process is for it alone: it has
the orders under way interrupted and hands out no more. What is finished is kept, each run cleans up as on
Ctrl-C.
"""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING

from agent.commands.crew import Made, Options, Order, Work, on_signals, results
from agent.commands.hired import HiredCrew
from agent.interrupts import interrupt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def spread(jobs: int, orders: Sequence[Order], work: Work[Order, Options, Made]) -> Iterator[Made]:
    """What comes of each order, as it comes.

    Raises:
        KeyboardInterrupt: at the end, if nothing came of some.
    """
    context = multiprocessing.get_context("spawn")
    stop = context.Value("i", 0, lock=False)
    done = 0
    with ExitStack() as opened, on_signals(stop):
        try:
            for result in results(orders, HiredCrew(jobs, context, stop, work, opened), stop, work.ends):
                done += 1
                yield result
        finally:  # whoever takes the results may have failed, and nobody wants what is under way
            stop.value = stop.value or signal.SIGINT
    if done < len(orders):
        interrupt(stop.value)
