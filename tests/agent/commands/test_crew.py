"""Orders handed out: none is lost with its hand, none is done twice, and after a signal none is begun."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from agent.commands import crew
from agent.commands.crew import HandLost, results

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest


class Stop:
    value = 0


class Clerk:
    """Doubles an order; one that dies of its first order, one that never ends."""

    def __init__(self, *, dies: bool = False, hangs: bool = False) -> None:
        self.dies, self.hangs = dies, hangs
        self.begun: list[int] = []

    def begin(self, order: int) -> None:
        self.begun.append(order)

    def result(self) -> int | None:
        if self.dies:
            raise HandLost
        return None if self.hangs else 2 * self.begun[-1]

    def give_up(self) -> None:
        self.dies = self.hangs = False


class Clerks:
    def __init__(self, *clerks: Clerk) -> None:
        self.free = list(clerks)
        self.gone: list[Clerk] = []

    def idle(self) -> Clerk | None:
        return self.free.pop(0) if self.free else None

    def ready(self, busy: Sequence[Clerk], seconds: float) -> Sequence[Clerk]:
        return [clerk for clerk in busy if not clerk.hangs]

    def dismiss(self, hand: Clerk) -> None:
        (self.gone if hand.dies else self.free).append(hand)


def never(made: int) -> bool:
    return False


def test_what_a_lost_hand_had_is_carried_out_next_by_another_one_and_nothing_twice() -> None:
    lost, stays = Clerk(dies=True), Clerk()
    clerks = Clerks(lost, stays)
    assert list(results([1, 2, 3, 4], clerks, Stop(), never)) == [4, 2, 6, 8]
    assert (lost.begun, stays.begun, clerks.gone) == ([1], [2, 1, 3, 4], [lost])


def test_after_the_one_that_ends_them_none_is_begun_and_what_is_under_way_is_kept() -> None:
    stop = Stop()
    clerks = Clerks(one := Clerk(), other := Clerk())
    assert list(results([1, 2, 3, 4], clerks, stop, lambda made: made == 2)) == [2, 4]
    assert (one.begun, other.begun, stop.value) == ([1], [2], signal.SIGINT)


def test_what_a_lost_hand_had_is_not_begun_again_after_a_signal() -> None:
    stop = Stop()
    stop.value = signal.SIGTERM
    assert list(results([1, 2], Clerks(Clerk()), stop, never)) == []


def test_one_that_does_not_end_after_a_signal_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PATIENCE", -1)
    stop, stays = Stop(), Clerk(hangs=True)
    found = results([1, 2], Clerks(Clerk(), stays), stop, never)
    assert next(found) == 2
    stop.value = signal.SIGINT
    assert list(found) == [4]
