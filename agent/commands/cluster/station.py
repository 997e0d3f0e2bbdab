"""`Station`: what a node of the cluster does. A Ray actor, as far as Ray is concerned.

Its processes are forked off by a server, and are thus no children of the actor: Ray kills those at once
with it, and they would leave their displays behind. They notice by themselves that the actor is gone, and
clean up.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

from agent.bench.trying import undecided
from agent.commands.bench_jobs import attempted, opened
from agent.commands.cluster.agreement import seen_here
from agent.commands.cluster.parcel import Parcel, TooLarge, packed
from agent.commands.crew import Work
from agent.commands.hired import HiredCrew
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from agent.bench.results.config import Config
    from agent.bench.run import Order
    from agent.bench.sets import Asked

    Answer = Parcel | Config | str | None
    """What came of an order; of none, what a run hangs on there; what is wrong with the data; or nothing,
    for it was interrupted."""


class Station:
    """Processes of a node, each with the set, its model and its displays.

    Args:
        jobs: how many.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._context = multiprocessing.get_context("forkserver")
        self._stop = self._context.Value("i", 0, lock=False)
        self._hired, self._hiring = ExitStack(), threading.Lock()

    def start(self) -> None:
        """Do nothing: whoever gets an answer knows that it has started."""

    def prepare(self, asked: Asked) -> Answer | Exception:
        """Have the set and its model made ready; what a run of it hangs on, on this node."""
        work = Work(carried_out, asked, _lost, lambda _: False)
        self._crew = HiredCrew(self._jobs, self._context, self._stop, work, self._hired)
        return self.carry_out(None)

    def carry_out(self, order: Order | None) -> Answer | Exception:
        """What comes of an order, or what it raised. Called by no more threads than there are processes."""
        with self._hiring:
            hired = self._crew.idle()
        assert hired is not None
        try:
            hired.begin(order)
            return hired.result()
        except Exception as fault:  # noqa: BLE001  (the driver raises it)
            return fault
        finally:
            with self._hiring:
                self._crew.dismiss(hired)

    def stop(self, number: int) -> None:
        """Have what is under way interrupted by a signal."""
        self._stop.value = self._stop.value or number

    def close(self) -> None:
        """End all processes."""
        self.stop(signal.SIGTERM)
        self._hired.close()


def carried_out(order: Order | None, asked: Asked) -> Parcel | Config | str:
    """The tries at an attempt; without an order, what a run hangs on here; or what is wrong with the data."""
    if order is None:
        return seen_here(opened(asked))
    item, repeat = order
    with temporary_folder("bench") as out:
        made = attempted(order, (asked, out))
        if isinstance(made, str):
            return made
        try:
            return packed(made, out)
        except TooLarge as fault:
            said = f"{fault}; attempt it without --ray"
    return packed([undecided(item, repeat, "environment", said)])


def _lost(order: Order | None, said: str) -> Parcel | str:
    if order is None:
        return said
    item, repeat = order
    return packed([undecided(item, repeat, "environment", said)])
