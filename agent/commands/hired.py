"""Process hired to carry out orders, one after another: the mouse library holds one display a process."""

from __future__ import annotations

from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic

from agent.commands.crew import PATIENCE, Made, Options, Order, Work
from agent.commands.worker import work as work_orders
from agent.errors import BadInput
from agent.interrupts import CLEANING_SECONDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import ExitStack
    from ctypes import c_int
    from multiprocessing.context import ForkServerContext, SpawnContext
    from typing import Self

_MEMORY = "is there enough memory for --jobs?"


class Hired(Generic[Order, Options, Made]):
    """A process that carries out orders. One that is killed costs its order, no other."""

    def __init__(
        self, context: SpawnContext | ForkServerContext, stop: c_int, work: Work[Order, Options, Made]
    ) -> None:
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
        why = f"it had not ended {PATIENCE:g} s after the signal" if self._is_late else _MEMORY
        said = f"the run's process {how}; {why}"
        return self._work.lost(self._order, said)


class HiredCrew(Generic[Order, Options, Made]):
    """So many processes of this machine, each hired when there is something for it to do."""

    def __init__(
        self,
        jobs: int,
        context: SpawnContext | ForkServerContext,
        stop: c_int,
        work: Work[Order, Options, Made],
        opened: ExitStack,
    ) -> None:
        self._left, self._context, self._stop, self._work, self._opened = jobs, context, stop, work, opened
        self._idle: list[Hired[Order, Options, Made]] = []

    def idle(self) -> Hired[Order, Options, Made] | None:
        """One that has nothing to do."""
        if self._idle:
            return self._idle.pop()
        if not self._left:
            return None
        self._left -= 1
        return self._opened.enter_context(Hired(self._context, self._stop, self._work))

    def ready(
        self, busy: Sequence[Hired[Order, Options, Made]], seconds: float
    ) -> Sequence[Hired[Order, Options, Made]]:
        """Those with an answer."""
        answered = wait([hired.answers for hired in busy], seconds)
        return [hired for hired in busy if hired.answers in answered]

    def dismiss(self, hand: Hired[Order, Options, Made]) -> None:
        """In place of one that was killed another one may be hired."""
        if hand.ended:
            self._left += 1
        else:
            self._idle.append(hand)
