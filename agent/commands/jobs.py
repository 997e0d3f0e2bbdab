"""Runs side by side (`--jobs`), each in a process of its own: the mouse library holds one display a process.

Only as many are handed out as there are processes. A signal that ends this process is for it alone: it has
the runs under way interrupted and hands out no more. What is finished is kept, each run cleans up as on
Ctrl-C. A process that is killed costs its run, no other.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from agent.commands.worker import work
from agent.errors import BadInput
from agent.interrupts import CLEANING_SECONDS, end_on_signals, interrupt
from agent.runs.attempts import not_done

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from ctypes import c_int
    from multiprocessing.context import SpawnContext
    from typing import Self

    from agent.commands.worker import Answer
    from agent.runs.attempts import Does
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result


_LOOK_SECONDS = 1.0
"""After which it is looked at how long those under way take to end."""
_PATIENCE = 2 * CLEANING_SECONDS
"""Seconds that they may."""
_MEMORY = "is there enough memory for --jobs?"


def side_by_side(jobs: int, planned: Sequence[Planned], run: Does, options: RunOptions) -> Iterator[Result]:
    """The results as they come; after one that was interrupted no run is begun.

    Raises:
        KeyboardInterrupt: at the end, if there are runs that came to no result.
    """
    context = multiprocessing.get_context("spawn")
    stop = context.Value("i", 0, lock=False)
    done = 0
    with ExitStack() as opened, _on_signals(stop):
        try:
            for result in _results(
                jobs, planned, run, options, stop, lambda: opened.enter_context(_Worker(context, stop))
            ):
                done += 1
                yield result
        finally:  # whoever takes the results may have failed, and nobody wants what is under way
            stop.value = stop.value or signal.SIGINT
    if done < len(planned):
        interrupt(stop.value)


def _results(
    jobs: int,
    planned: Sequence[Planned],
    run: Does,
    options: RunOptions,
    stop: c_int,
    hire: Callable[[], _Worker],
) -> Iterator[Result]:
    idle: list[_Worker] = []
    busy: list[_Worker] = []
    waiting, late = list(planned), _Late()
    while True:
        while waiting and len(busy) < jobs and not stop.value:
            busy.append(idle.pop() if idle else hire())
            busy[-1].begin(run, waiting.pop(0), options)
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
            if result and result.verdict == "interrupted":
                stop.value = stop.value or signal.SIGINT
            if result:
                yield result


class _Late:
    """Whether those that were to stop should have ended by now: one that got a SIGSTOP never does."""

    _at: float | None = None

    def since(self, stop: int) -> bool:
        """Whether so much time has gone by since there was a signal."""
        if stop and self._at is None:
            self._at = time.monotonic()
        return self._at is not None and time.monotonic() - self._at > _PATIENCE


class _Worker:
    """A process that does runs."""

    def __init__(self, context: SpawnContext, stop: c_int) -> None:
        self.answers, theirs = context.Pipe()
        self.ended = self._is_late = False
        """Whether it was killed, and whether that was for its not ending."""
        self._process = context.Process(target=work, args=(theirs, stop), daemon=True)
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

    def begin(self, run: Does, planned: Planned, options: RunOptions) -> None:
        """Have it do a run."""
        self._planned, self._options = planned, options
        self.answers.send((run, planned, options))

    def result(self) -> Result | None:
        """What came of it; None: it was not begun, or interrupted before it came to a result.

        Raises:
            Exception: whatever the run raised.
        """
        try:
            answer: Answer = self.answers.recv()
        except (EOFError, OSError):
            self.ended = True
            return self._killed()
        if isinstance(answer, BadInput):  # all were checked before: something has come in between
            return not_done(self._planned, self._options, "environment_error", str(answer))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _killed(self) -> Result:
        """The result of a run that its process did not survive."""
        self._process.join(CLEANING_SECONDS)
        status = self._process.exitcode
        how = f"was killed by signal {-status}" if status and status < 0 else f"ended with status {status}"
        why = f"it had not ended {_PATIENCE:g} s after the signal" if self._is_late else _MEMORY
        said = f"the run's process {how}; {why}"
        return not_done(self._planned, self._options, "environment_error", said)


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
