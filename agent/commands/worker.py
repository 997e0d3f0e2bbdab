"""Worker: a process that does run after run for the command that started it (`agent.commands.jobs`).

It ends with that command, however that came about: a run under way is interrupted then, and cleans up.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from agent.interrupts import PARENT_GONE, end_on_signals, interrupt, wake
from agent.loading import uncollected
from agent.redact.errors import portable
from tools.host.owned.sweep import end_own

if TYPE_CHECKING:
    from ctypes import c_int
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from agent.runs.attempts import Does
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result

    Order = tuple[Does, Planned, RunOptions]
    Answer = Result | Exception | None

_LOOK_SECONDS = 0.2
"""After which a process notices that its parent is gone."""
_busy, _stopped = threading.Event(), threading.Event()
"""A run is under way, which an interrupt may end (between two it would end the process); and none is to be
begun any more."""


def work(orders: Connection[Answer, Order], stop: c_int) -> None:
    """Do what is ordered, until there is nobody any more who orders.

    Args:
        orders: runs come in, what came of them goes out: a result; an error; None, if none was begun.
        stop: the signal that ends the run under way, 0 until there is one. No event of `multiprocessing`:
            to set one waits for ever when a process that waited for it was killed.
    """
    if hasattr(os, "setsid"):
        os.setsid()  # a terminal's Ctrl-C goes to the parent, which knows what is under way
    end_on_signals(_interrupt)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_watch, args=(parent, stop), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            with uncollected():
                order = orders.recv()  # loads what it takes
            answer = _done(*order)
            if _stopped.is_set():
                end_own()
            orders.send(answer)


def _done(run: Does, planned: Planned, options: RunOptions) -> Answer:
    try:
        _busy.set()
        return None if _stopped.is_set() else run(planned, options)
    except KeyboardInterrupt:
        return None
    except Exception as error:  # noqa: BLE001  (the parent raises it)
        return portable(error)
    finally:
        _busy.clear()


def _interrupt(number: int, _frame: object) -> None:
    if _busy.is_set():
        interrupt(number if _sent is None else _sent)


_sent: int | None = None
"""The signal that the parent got; None: it got none, and a signal is one to this process."""


def _watch(parent: BaseProcess, stop: c_int) -> None:
    """Interrupt the run under way when the parent says so or is gone."""
    global _sent  # noqa: PLW0603  (of this process)
    while parent.is_alive() and not stop.value:
        parent.join(_LOOK_SECONDS)
    _sent = stop.value if parent.is_alive() else PARENT_GONE
    _stopped.set()
    wake()
    while parent.is_alive():  # it takes the result
        parent.join(_LOOK_SECONDS)
    while _busy.is_set():
        threading.Event().wait(_LOOK_SECONDS)
    os._exit(1)
