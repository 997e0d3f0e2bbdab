"""Mutant player on recorded screens: what it does behind a change, what it waits for, when it gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from agent.audit.recorded.player import MutantPlayer
from agent.model import Prompt, Turn
from agent.protocol.grounding import ground
from agent.protocol.toolcall import TerminateCall, parse_tool_call
from agent.replay.live.options import PlayerOptions
from tests.agent.audit.recorded.recordings import recording, scenes, units_in
from tools.action import Wait

if TYPE_CHECKING:
    from agent.audit.recorded.units import Unit
    from agent.model import Feedback
    from tools.action import Action
    from tools.observation import Frame


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Paying(NamedTuple):
    """The recorded payment: its two units, and what is on the screen before, between and after them."""

    pay: Unit
    yes: Unit

    @property
    def orders(self) -> Frame:
        return self.pay.actions[0].before

    @property
    def question(self) -> Frame:
        return self.yes.actions[0].before

    @property
    def paid(self) -> Frame:
        return self.yes.actions[-1].after


@pytest.fixture
def paying() -> Paying:
    return Paying(*units_in("pay_order"))


def player(clock: Clock, *todo: Unit | None, changed: int | None = None) -> MutantPlayer:
    return MutantPlayer(recording("pay_order"), todo, PlayerOptions(patience=5), scenes(), changed, clock)


def ask(model: MutantPlayer, frame: Frame, feedback: Feedback = "done") -> tuple[Action | TerminateCall, str]:
    """What it wants to be done on a frame, and what it says."""
    text = model.complete(Prompt("", (Turn("user", (frame,)),), feedback)).text
    call = parse_tool_call(text)
    return (call if isinstance(call, TerminateCall) else ground(call, frame.size)), text


def test_as_it_is_it_does_all_and_ends_after_one_more_look(paying: Paying) -> None:
    model = player(Clock(), paying.pay, paying.yes)
    assert ask(model, paying.orders)[0] == paying.pay.actions[0].action
    assert ask(model, paying.question)[0] == paying.yes.actions[0].action
    assert isinstance(ask(model, paying.paid)[0], Wait)
    assert ask(model, paying.paid)[0] == TerminateCall(action="terminate", status="success")


def test_a_target_that_is_not_there_is_waited_for_and_then_told_with_its_step(paying: Paying) -> None:
    clock = Clock()
    model = player(clock, None, paying.yes, changed=0)
    assert isinstance(ask(model, paying.orders)[0], Wait)
    clock.now = 5.0
    end, said = ask(model, paying.orders)
    assert end == TerminateCall(action="terminate", status="failure")
    assert 'Step 2 (Click "Yes") can\'t be done: ' in said


def test_it_goes_on_without_what_a_step_did_once_it_has_waited_for_it(paying: Paying) -> None:
    """Behind a change a step may do something else: only its successor's target must be there."""
    clock = Clock()
    model = player(clock, paying.pay, paying.yes)
    ask(model, paying.orders)
    ask(model, paying.question)
    assert isinstance(ask(model, paying.question)[0], Wait)  # the question is still there
    clock.now = 3.0
    assert isinstance(ask(model, paying.question)[0], Wait)  # does anything more come up?
    assert ask(model, paying.question)[0] == TerminateCall(action="terminate", status="success")


def test_what_a_changed_step_does_is_not_waited_for(paying: Paying) -> None:
    model = player(Clock(), paying.pay, paying.yes, changed=1)
    ask(model, paying.orders)
    ask(model, paying.question)
    _, said = ask(model, paying.question)
    assert "All is done; does anything more come up?" in said


def test_a_dropped_action_is_decided_again_and_a_refused_one_is_the_end(paying: Paying) -> None:
    model = player(Clock(), paying.pay, paying.yes)
    ask(model, paying.orders)
    assert ask(model, paying.orders, "dropped")[0] == paying.pay.actions[0].action
    end, said = ask(model, paying.question, "refused")
    assert end == TerminateCall(action="terminate", status="failure")
    assert "it was refused" in said
