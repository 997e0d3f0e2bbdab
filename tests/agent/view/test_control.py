"""What a person in the view wants, as the loop asks for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from agent.view.control import STOPPED, Control
from tests.tools.xserver import wait_until
from tools.action import Key
from tools.errors import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable

ENTER, TAB = Key(keys=("enter",)), Key(keys=("tab",))


class Loop:
    """The loop's thread, at one question."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self.answer: list[Any] = []
        self._ask = ask
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.answer.append(self._ask())
        except Interrupted as error:
            self.answer.append(error)

    def ended(self) -> Any:
        self.thread.join(20)
        assert not self.thread.is_alive()
        return self.answer[0]


@pytest.fixture
def ended() -> list[str]:
    return []


@pytest.fixture
def control(ended: list[str]) -> Control:
    return Control(lambda: None, ended.append)


def held(control: Control, ask: Callable[[], Any]) -> Loop:
    """The loop, once it waits."""
    loop = Loop(ask)
    wait_until(lambda: control.is_waiting, lambda: "the loop")
    return loop


def test_a_run_goes_on_by_itself(control: Control) -> None:
    control.await_turn()
    assert control.next_act() is None
    assert not control.is_waiting


def test_paused_it_waits_until_it_may_go_on(control: Control) -> None:
    control.do("pause")
    loop = held(control, control.await_turn)
    control.do("resume")
    assert loop.ended() is None
    control.await_turn()
    assert control.waited > 0


def test_step_is_one_step(control: Control) -> None:
    control.do("step")
    control.await_turn()
    loop = held(control, control.await_turn)
    control.do("step")
    loop.ended()
    held(control, control.await_turn)


def test_with_the_hands_the_person_acts_until_they_hand_back(control: Control) -> None:
    assert not control.act(ENTER)
    control.do("take")
    loop = held(control, control.next_act)
    assert control.act(ENTER)
    assert loop.ended() == ENTER
    loop = held(control, control.next_act)
    control.do("give")
    assert loop.ended() is None


def test_acts_are_done_in_their_order_and_those_left_are_dropped(control: Control) -> None:
    control.do("take")
    assert all(control.act(one) for one in (ENTER, TAB, TAB))
    assert [control.next_act(), control.next_act()] == [ENTER, TAB]
    control.do("give")
    control.do("take")
    assert control.act(ENTER)
    assert control.next_act() == ENTER


def test_no_more_than_a_hundred_acts_wait(control: Control) -> None:
    control.do("take")
    assert [control.act(ENTER) for _ in range(101)].count(False) == 1


def test_a_paused_run_goes_on_for_the_person_who_takes_over(control: Control) -> None:
    control.do("pause")
    control.do("take")
    control.await_turn()


def test_an_answer_is_for_its_question(control: Control) -> None:
    control.answer(1, yes=True)
    loop = held(control, lambda: control.await_answer(2))
    control.answer(2, yes=False)
    assert loop.ended() is False
    assert control.await_answer(1) is True


@pytest.mark.parametrize("ask", ["await_turn", "next_act", "await_answer"])
def test_a_waiting_run_is_stopped(control: Control, ended: list[str], ask: str) -> None:
    control.do("pause")
    if ask == "next_act":
        control.do("take")
    loop = held(
        control, (lambda: control.await_answer(1)) if ask == "await_answer" else getattr(control, ask)
    )
    control.do("stop")
    assert str(loop.ended()) == STOPPED
    assert ended == []


def test_one_that_is_at_something_is_ended_whatever_it_is_at(control: Control, ended: list[str]) -> None:
    control.do("stop")
    assert ended == [STOPPED]
    with pytest.raises(Interrupted):
        control.await_turn()


def test_the_page_is_told_that_the_loop_waits() -> None:
    changes: list[bool] = []
    control = Control(lambda: changes.append(control.is_waiting), lambda _: None)
    control.do("pause")
    loop = held(control, control.await_turn)
    control.do("resume")
    loop.ended()
    assert changes[:2] == [False, True]
    assert changes[-1] is False
