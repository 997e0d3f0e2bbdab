"""Driver: the process that is connected with the cluster, hands orders out and writes recordings.

Ray prints, takes signals for itself, waits for minutes for a cluster that is not there, and ends its process
when a cluster is lost. All this happens here, and the command that started it tells what is to be told.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.commands.crew import results
from agent.redact.errors import portable
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from ctypes import c_int
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config
    from agent.bench.run import Order
    from agent.bench.sets import Asked

_CRITICAL = 50
"""Level of what Ray logs: nothing is told that is not."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What a driver is started for."""

    address: str
    """Of the cluster: HOST:PORT."""
    jobs: int
    """Attempts at a time on each node."""
    asked: Asked
    orders: Sequence[Order]
    out: Path
    """The results folder."""
    here: Config
    """What a run of the set hangs on, on this machine."""
    log: Path
    """Takes what Ray prints."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something to tell a person; "" says only that all goes on."""

    words: str


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an order: the tries, or what is wrong with the data."""

    made: list[Attempt] | str


@dataclass(frozen=True, slots=True)
class Ended:
    """The last message: all is done that was to be done, or what came between."""

    fault: Exception | None = None


Message = Told | Came | Ended


def drive(messages: Connection[Message, None], stop: c_int, errand: Errand) -> None:
    """Have orders carried out on a cluster.

    Args:
        messages: go to the command.
        stop: the signal that ends the work, 0 until there is one.
        errand: what is to be done.
    """
    _stand_apart(errand.log)
    try:
        with _connected(errand.address):
            _hand_out(messages, _Stop(stop), errand)
        messages.send(Ended())
    except Exception as fault:  # noqa: BLE001  (the command raises it)
        with suppress(OSError):  # or is no more
            messages.send(Ended(portable(fault)))


def _hand_out(messages: Connection[Message, None], stop: _Stop, errand: Errand) -> None:
    from agent.commands.cluster.nodes import Nodes  # noqa: PLC0415  (loads Ray)
    from agent.commands.cluster.preparing import prepared  # noqa: PLC0415

    def tell(words: str) -> None:
        messages.send(Told(words))

    def ends(made: list[Attempt] | str) -> bool:
        return isinstance(made, str)

    with prepared(errand.jobs, errand.asked, errand.here, stop, tell) as nodes:
        crew = Nodes(nodes, errand.jobs, errand.out, stop, tell)
        for made in results(errand.orders, crew, stop, ends):
            messages.send(Came(made))


class _Stop:
    """The signal that ends the work; that the command is no more is one, too."""

    def __init__(self, stop: c_int) -> None:
        self._stop = stop
        self._command: BaseProcess | None = multiprocessing.parent_process()

    @property
    def value(self) -> int:
        """Its number; 0 until there is one."""
        gone = self._command is not None and not self._command.is_alive()
        return self._stop.value or (signal.SIGTERM if gone else 0)

    @value.setter
    def value(self, number: int) -> None:
        self._stop.value = number


def _stand_apart(log: Path) -> None:
    """A terminal's Ctrl-C goes to the command alone, and nothing is printed on it."""
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with log.open("wb") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)


@contextmanager
def _connected(address: str) -> Iterator[None]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray  # noqa: PLC0415  (after that)

    try:
        ray.init(address=address, log_to_driver=False, logging_level=_CRITICAL, configure_logging=False)
    except (ConnectionError, RuntimeError, ValueError) as fault:  # another release, another token
        said = " ".join(str(fault).split())
        raise EnvironmentFault(f"--ray {address}: can't be connected with: {said}") from None
    try:
        yield
    finally:
        ray.shutdown()
