"""Orders carried over to a cluster: the command's side, which knows nothing of Ray."""

from __future__ import annotations

import multiprocessing
import signal
import socket
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.commands.cluster.agreement import seen_here
from agent.commands.cluster.driver import Came, Ended, Errand, Told, drive
from agent.commands.crew import LOOK_SECONDS, PATIENCE, on_signals
from agent.errors import BadInput
from agent.extras import check_extra
from agent.interrupts import interrupt
from agent.printing.streams import tell
from tools.errors import EnvironmentFault
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from ctypes import c_int
    from pathlib import Path
    from typing import Self

    from agent.bench.benchmark import Benchmark
    from agent.bench.results.attempt import Attempt
    from agent.bench.run import Carries, Order
    from agent.bench.sets import Asked
    from agent.commands.cluster.driver import Message

_CONTEXT = multiprocessing.get_context("spawn")
_CONNECT_SECONDS = 5.0
SILENT_SECONDS = 90.0
"""After which a driver that says nothing is given up: Ray waits for a head that is gone."""


def over_ray(address: str, jobs: int, asked: Asked) -> Carries:
    """Carries orders out on the nodes of a cluster, so many at a time on each.

    A node that is lost costs its attempts, which are made again on others.

    Raises:
        BadInput: the extra is missing; the data are at fault; a node has others, or another deskhand.
        EnvironmentFault: no cluster answers, or all of it is lost.
        ModelFault: a node can't reach the model.
    """
    check_extra("ray", extra="cluster", needs="--ray")
    _check_answers(address)
    if asked.data:
        asked = replace(asked, data=asked.data.absolute())

    def carries(
        benchmark: Benchmark, orders: Sequence[Order], out: Path
    ) -> Generator[list[Attempt], None, None]:
        if orders:
            with temporary_folder("ray") as folder:
                errand = Errand(address, jobs, asked, orders, out, seen_here(benchmark), folder / "ray.log")
                yield from _driven(errand)

    return carries


def _check_answers(address: str) -> None:
    """Make sure that somebody listens there: Ray itself takes minutes to find out."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), _CONNECT_SECONDS).close()
    except (OSError, OverflowError, UnicodeError) as error:
        raise EnvironmentFault(f"--ray {address}: no Ray cluster answers there: {error}") from None


def _driven(errand: Errand) -> Generator[list[Attempt], None, None]:
    stop, done = _CONTEXT.Value("i", 0, lock=False), 0
    with on_signals(stop), _Driver(errand, stop) as driver:
        for message in driver.messages():
            match message:
                case Told(words):
                    tell(f"{words}\n" if words else "")
                case Came(str() as wrong):
                    raise BadInput(wrong)
                case Came(list() as made):
                    done += 1
                    yield made
                case Ended(Exception() as fault):
                    raise fault
    if done < len(errand.orders):
        interrupt(stop.value)


class _Driver:
    """The process that is connected with the cluster. In the end nothing of it runs any more."""

    def __init__(self, errand: Errand, stop: c_int) -> None:
        self._errand, self._stop = errand, stop
        self._messages, theirs = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=drive, args=(theirs, stop, errand), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.value = self._stop.value or signal.SIGINT  # whoever takes the results may have failed
        until = time.monotonic() + 3 * PATIENCE
        with suppress(EOFError, OSError):
            while self._messages.poll(PATIENCE) and time.monotonic() < until:  # a full pipe would hold it up
                self._messages.recv()
        self._process.kill()
        self._process.join()
        self._messages.close()

    def messages(self) -> Iterator[Message]:
        """What it says, the last of it last.

        Raises:
            EnvironmentFault: it says nothing for too long, or died.
        """
        begun, lost = False, f"--ray {self._errand.address}: the cluster"
        while self._waited(begun=begun):
            begun = True
            try:
                message: Message = self._messages.recv()
            except (EOFError, OSError):
                raise EnvironmentFault(f"{lost} is lost{self._said()}; the same command goes on") from None
            yield message
            if isinstance(message, Ended):
                return
        self._process.kill()
        if not self._stop.value:
            raise EnvironmentFault(f"{lost} does not answer; the same command goes on once it does")

    def _waited(self, *, begun: bool) -> bool:
        """Wait for a message; False: none came, or a signal while there was nothing to clean up yet."""
        until = time.monotonic() + SILENT_SECONDS
        while not self._messages.poll(LOOK_SECONDS):
            if time.monotonic() > until or (self._stop.value and not begun):
                return False
        return True

    def _said(self) -> str:
        """The last line that Ray printed."""
        lines = self._errand.log.read_text("utf-8", "replace").strip().splitlines()
        return f" ({lines[-1]})" if lines else ""
