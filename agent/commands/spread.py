"""Orders carried out side by side, each in a process: the mouse library holds one display a process.

Only as many are handed out as there are processes. A signal that ends this process is for it alone: it has
the orders under way interrupted and hands out no more. What is finished is kept, each run cleans up as on
Ctrl-C. A process that is killed costs its order, no other.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

from agent.commands.worker import work as work_orders
from agent.errors import BadInput
from agent.interrupts import CLEANING_SECONDS, end_on_signals, interrupt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from ctypes import c_int
    from multiprocessing.context import SpawnContext
    from typing import Self


Order = TypeVar("Order")
Options = TypeVar("Options")
Made = TypeVar("Made")
_LOOK_SECONDS = 1.0
"""After which it is looked at how long those under way take to end."""
_PATIENCE = 2 * CLEANING_SECONDS
"""Seconds that they may."""
_MEMORY = "is there enough memory for --jobs?"


@dataclass(frozen=True, slots=True)
class Work(Generic[Order, Options, Made]):
    """What processes do with each order."""

    does: Callable[[Order, Options], Made]
    """A function of a module, since other processes have to find it."""
    options: Options
    lost: Callable[[Order, str], Made]
    """What comes of an order that was killed, or refused with BadInput: made of what is to be said."""
    ends: Callable[[Made], bool]
    """Whether no order is begun after this came of one."""


def spread(jobs: int, orders: Sequence[Order], work: Work[Order, Options, Made]) -> Iterator[Made]:
    """What comes of each order, as it comes.

    Raises:
        KeyboardInterrupt: at the end, if nothing came of some.
    """
    context = multiprocessing.get_context("spawn")
    stop = context.Value("i", 0, lock=False)
    done = 0
    with ExitStack() as opened, _on_signals(stop):
        try:
            for result in _results(
                jobs, orders, work, stop, lambda: opened.enter_context(_Worker(context, stop, work))
            ):
                done += 1
                yield result
        finally:  # whoever takes the results may have failed, and nobody wants what is under way
            stop.value = stop.value or signal.SIGINT
    if done < len(orders):
        interrupt(stop.value)


def _results(
    jobs: int,
    orders: Sequence[Order],
    work: Work[Order, Options, Made],
    stop: c_int,
    hire: Callable[[], _Worker[Order, Options, Made]],
) -> Iterator[Made]:
    idle: list[_Worker[Order, Options, Made]] = []
    busy: list[_Worker[Order, Options, Made]] = []
    waiting, late = list(orders), _Late()
    while True:
        while waiting and len(busy) < jobs and not stop.value:
            busy.append(idle.pop() if idle else hire())
            busy[-1].begin(waiting.pop(0))
        if not busy:
            return
        ready = wait([worker.answers for worker in busy], _LOOK_SECONDS)
        if late.since(stop.value):
            for worker in busy:
                worker.give_up()
        for worker in [worker for worker in busy if worker.answers in ready]:
            busy.remove(worker)
            result = worker.result()
            if not worker.ended:
                idle.append(worker)
            if result is not None:
                if work.ends(result):
                    stop.value = stop.value or signal.SIGINT
                yield result


class _Late:
    """Whether those that were to stop should have ended by now: one that got a SIGSTOP never does."""

    _at: float | None = None

    def since(self, stop: int) -> bool:
        """Whether so much time has gone by since there was a signal."""
        if stop and self._at is None:
            self._at = time.monotonic()
        return self._at is not None and time.monotonic() - self._at > _PATIENCE


class _Worker(Generic[Order, Options, Made]):
    """A process that carries out orders."""

    def __init__(self, context: SpawnContext, stop: c_int, work: Work[Order, Options, Made]) -> None:
        self._work = work
        self.answers, theirs = context.Pipe()
        self.ended = self._is_late = False
        """Whether it was killed, and whether that was for its not ending."""
        self._process = context.Process(target=work_orders, args=(theirs, stop), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.answers.close()
        self._process.join(CLEANING_SECONDS)
        self._process.kill()
        self._process.join(CLEANING_SECONDS)

    def give_up(self) -> None:
        """Kill it: it does not end by itself."""
        self._is_late = True
        self._process.kill()

    def begin(self, order: Order) -> None:
        """Have it carry out an order."""
        self._order = order
        self.answers.send((self._work.does, order, self._work.options))

    def result(self) -> Made | None:
        """What came of it; None: it was not begun, or interrupted before it came to a result.

        Raises:
            Exception: whatever the run raised.
        """
        try:
            answer: Made | Exception | None = self.answers.recv()
        except (EOFError, OSError):
            self.ended = True
            return self._killed()
        if isinstance(answer, BadInput):  # all were checked before: something has come in between
            return self._work.lost(self._order, str(answer))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _killed(self) -> Made:
        """What comes of an order that its process did not survive."""
        self._process.join(CLEANING_SECONDS)
        status = self._process.exitcode
        how = f"was killed by signal {-status}" if status and status < 0 else f"ended with status {status}"
        why = f"it had not ended {_PATIENCE:g} s after the signal" if self._is_late else _MEMORY
        said = f"the run's process {how}; {why}"
        return self._work.lost(self._order, said)


@contextmanager
def _on_signals(stop: c_int) -> Iterator[None]:
    """While it lasts, what ends this process ends its runs first."""

    def end(number: int, _frame: object) -> None:
        stop.value = stop.value or number

    before = end_on_signals(end)
    try:
        yield
    finally:
        before()
