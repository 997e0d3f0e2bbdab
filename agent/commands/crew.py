"""Orders handed out to hands, as many as there are: processes of this machine, or places on a cluster.

No order is begun once there was a signal; what is under way then may end, and what came of it is kept.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from agent.interrupts import CLEANING_SECONDS, end_on_signals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Order = TypeVar("Order")
Options = TypeVar("Options")
Made = TypeVar("Made")
Order_contra = TypeVar("Order_contra", contravariant=True)
Made_co = TypeVar("Made_co", covariant=True)
LOOK_SECONDS = 1.0
"""After which it is looked at how long those under way take to end."""
PATIENCE = 2 * CLEANING_SECONDS
"""Seconds that they may."""


class Stop(Protocol):
    """The signal that ends the work; 0 until there is one."""

    value: int


@dataclass(frozen=True, slots=True)
class Work(Generic[Order, Options, Made]):
    """What is done with each order."""

    does: Callable[[Order, Options], Made]
    """A function of a module, since other processes have to find it."""
    options: Options
    lost: Callable[[Order, str], Made]
    """What comes of an order that was killed, or refused with BadInput: made of what is to be said."""
    ends: Callable[[Made], bool]
    """Whether no order is begun after this came of one."""


class HandLost(Exception):
    """Whoever had the order is lost, and what came of it; another one has to carry it out."""


class Hand(Protocol[Order_contra, Made_co]):
    """Carries out one order at a time."""

    def begin(self, order: Order_contra) -> None:
        """Have it carried out."""
        ...

    def result(self) -> Made_co | None:
        """What came of it; None: it was not begun, or interrupted before it came to a result.

        Raises:
            HandLost: it is to be carried out again.
            Exception: whatever it raised.
        """
        ...

    def give_up(self) -> None:
        """End it by force: it does not end by itself."""
        ...


H = TypeVar("H")


class Crew(Protocol[H]):
    """Hands."""

    def idle(self) -> H | None:
        """One that has nothing to do; None: all have.

        Raises:
            EnvironmentFault: there are none, and will be none.
        """
        ...

    def ready(self, busy: Sequence[H], seconds: float) -> Sequence[H]:
        """Those that have come to an end, waited for so long."""
        ...

    def dismiss(self, hand: H) -> None:
        """It has come to an end, and is idle if it still lives."""
        ...


def results(
    orders: Sequence[Order], crew: Crew[Any], stop: Stop, ends: Callable[[Made], bool]
) -> Iterator[Made]:
    """What comes of each order, as it comes; one whose hand is lost is the next to be handed out.

    Args:
        orders: are handed out in turn.
        crew: of hands for such orders.
        stop: ends the work.
        ends: whether no order is begun after this came of one.
    """
    waiting, late = deque(orders), _Late()
    busy: dict[Hand[Order, Made], Order] = {}
    while True:
        while waiting and not stop.value and (hand := crew.idle()) is not None:
            busy[hand] = waiting.popleft()
            hand.begin(busy[hand])
        if not busy:
            return
        ready = crew.ready(list(busy), LOOK_SECONDS)
        if late.since(stop.value):
            for hand in busy:
                hand.give_up()
        for hand in ready:
            order = busy.pop(hand)
            try:
                made = hand.result()
            except HandLost:
                waiting.appendleft(order)
                continue
            finally:
                crew.dismiss(hand)
            if made is not None:
                if ends(made):
                    stop.value = stop.value or signal.SIGINT
                yield made


class _Late:
    """Whether those that were to stop should have ended by now: one that got a SIGSTOP never does."""

    _at: float | None = None

    def since(self, stop: int) -> bool:
        """Whether so much time has gone by since there was a signal."""
        if stop and self._at is None:
            self._at = time.monotonic()
        return self._at is not None and time.monotonic() - self._at > PATIENCE


@contextmanager
def on_signals(stop: Stop) -> Iterator[None]:
    """While it lasts, what ends this process ends its runs first."""

    def end(number: int, _frame: object) -> None:
        stop.value = stop.value or number

    before = end_on_signals(end)
    try:
        yield
    finally:
        before()
