"""Runs side by side (`--jobs`), each in a process of its own: the mouse library holds one display a process.

Only as many are handed out as there are processes. Ctrl-C and SIGTERM are for the parent alone. It has the
runs under way interrupted and hands out no more: what is finished is kept, each run cleans up as on Ctrl-C.
A process ends when its parent does, however that came about.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from multiprocessing.synchronize import Event

    from agent.runs.attempts import Does
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result

_LOOK_SECONDS = 0.2
"""After which a process notices that its parent is gone."""
_ENDING = (signal.SIGINT, signal.SIGTERM)
_busy, _stopped = threading.Event(), threading.Event()
"""In a process: a run is under way, which an interrupt may end (between two it would end the process); and
none is to be begun any more."""


def side_by_side(jobs: int, planned: Sequence[Planned], run: Does, options: RunOptions) -> Iterator[Result]:
    """The results as they come; after one that was interrupted no run is begun.

    Raises:
        EnvironmentFault: a process was killed.
    """
    context = multiprocessing.get_context("spawn")
    stop, waiting = context.Event(), iter(planned)
    running: set[Future[Result | None]] = set()
    with (
        ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(stop,)) as pool,
        _on_signals(stop),
    ):
        try:
            while True:
                if not stop.is_set():
                    free = islice(waiting, jobs - len(running))
                    running |= {pool.submit(_one, run, one, options) for one in free}
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for result in filter(None, map(_result, done)):
                    if result.verdict == "interrupted":
                        stop.set()
                    yield result
        except (
            BaseException
        ):  # whoever takes the results has failed: the pool would wait for runs nobody wants
            stop.set()
            raise


def _result(done: Future[Result | None]) -> Result | None:
    """None: it was not begun, or interrupted before it came to a result."""
    try:
        return done.result()
    except KeyboardInterrupt:
        return None
    except BrokenProcessPool:
        raise EnvironmentFault("a run's process was killed; is there enough memory for --jobs?") from None


@contextmanager
def _on_signals(stop: Event) -> Iterator[None]:
    """While it lasts, what ends this process ends its runs first."""

    def end(_signal: int, _frame: object) -> None:
        threading.Thread(target=stop.set).start()  # its lock may be held by what the signal has broken off

    before = {which: signal.signal(which, end) for which in _ENDING}
    try:
        yield
    finally:
        for which, handler in before.items():
            signal.signal(which, handler)


def _begin(stop: Event) -> None:
    """In each process, first of all."""
    if hasattr(os, "setsid"):
        os.setsid()  # a terminal's Ctrl-C goes to the parent, which knows what is under way
    for which in _ENDING:
        signal.signal(which, _interrupt)
    threading.Thread(target=_watch, args=(stop,), daemon=True).start()


def _one(run: Does, planned: Planned, options: RunOptions) -> Result | None:
    try:
        _busy.set()
        return None if _stopped.is_set() else run(planned, options)
    except KeyboardInterrupt:
        return None
    finally:
        _busy.clear()


def _interrupt(_signal: int, _frame: object) -> None:
    if _busy.is_set():
        raise KeyboardInterrupt


def _watch(stop: Event) -> None:
    """Interrupt the run under way when the parent says so or is gone."""
    parent = multiprocessing.parent_process()
    while parent and parent.is_alive() and not stop.wait(_LOOK_SECONDS):
        pass
    _stopped.set()
    _interrupt_main()
    while parent and parent.is_alive():  # it takes the result
        parent.join(_LOOK_SECONDS)
    while _busy.is_set():
        threading.Event().wait(_LOOK_SECONDS)
    os._exit(1)


def _interrupt_main() -> None:
    """As Ctrl-C does: what the main thread waits for in the system is broken off too, where that can be."""
    main = threading.main_thread().ident
    with suppress(ProcessLookupError):
        if hasattr(signal, "pthread_kill") and main is not None:
            signal.pthread_kill(main, signal.SIGINT)
        else:
            signal.raise_signal(signal.SIGINT)
