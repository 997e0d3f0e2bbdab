"""Mutant player on recorded screens: what it does behind a change, what it waits for, when it gives up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.audit.recorded.player import MutantPlayer
from agent.audit.recorded.units import units_of
from agent.model import Prompt, Turn
from agent.protocol.grounding import ground
from agent.protocol.toolcall import TerminateCall, parse_tool_call
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.replay.live.options import PlayerOptions
from tools.action import Wait
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from agent.audit.recorded.units import Unit
    from agent.model import Feedback
    from tools.action import Action
    from tools.observation import Frame

RECORDING = load_recording(Path(__file__).parents[4] / "recordings" / "pay_order")
SCENES = SceneCache(shared_reader())
PAY, YES = units_of(trajectory_of(RECORDING), SCENES)
LIST, QUESTION, PAID = PAY.actions[0].before, YES.actions[0].before, YES.actions[-1].after


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def player(clock: Clock, *units: Unit | None, changed: int | None = None) -> MutantPlayer:
    return MutantPlayer(RECORDING, units, PlayerOptions(patience=5), SCENES, changed, clock)


def ask(model: MutantPlayer, frame: Frame, feedback: Feedback = "done") -> tuple[Action | TerminateCall, str]:
    """What it wants to be done on a frame, and what it says."""
    text = model.complete(Prompt("", (Turn("user", (frame,)),), feedback)).text
    call = parse_tool_call(text)
    return (call if isinstance(call, TerminateCall) else ground(call, frame.size)), text


def test_as_it_is_it_does_all_and_ends_after_one_more_look() -> None:
    model = player(Clock(), PAY, YES)
    assert ask(model, LIST)[0] == PAY.actions[0].action
    assert ask(model, QUESTION)[0] == YES.actions[0].action
    assert isinstance(ask(model, PAID)[0], Wait)
    assert ask(model, PAID)[0] == TerminateCall(action="terminate", status="success")


def test_a_target_that_is_not_there_is_waited_for_and_then_told_with_its_step() -> None:
    clock = Clock()
    model = player(clock, None, YES, changed=0)
    assert isinstance(ask(model, LIST)[0], Wait)
    clock.now = 5.0
    end, said = ask(model, LIST)
    assert end == TerminateCall(action="terminate", status="failure")
    assert 'Step 2 (Click "Yes") can\'t be done: ' in said


def test_it_goes_on_without_what_a_step_did_once_it_has_waited_for_it() -> None:
    """Behind a change a step may do something else: only its successor's target must be there."""
    clock = Clock()
    model = player(clock, PAY, YES)
    ask(model, LIST)
    ask(model, QUESTION)
    assert isinstance(ask(model, QUESTION)[0], Wait)  # the question is still there
    clock.now = 3.0
    assert isinstance(ask(model, QUESTION)[0], Wait)  # does anything more come up?
    assert ask(model, QUESTION)[0] == TerminateCall(action="terminate", status="success")


def test_what_a_changed_step_does_is_not_waited_for() -> None:
    model = player(Clock(), PAY, YES, changed=1)
    ask(model, LIST)
    ask(model, QUESTION)
    _, said = ask(model, QUESTION)
    assert "All is done; does anything more come up?" in said


def test_a_dropped_action_is_decided_again_and_a_refused_one_is_the_end() -> None:
    model = player(Clock(), PAY, YES)
    ask(model, LIST)
    assert ask(model, LIST, "dropped")[0] == PAY.actions[0].action
    end, said = ask(model, QUESTION, "refused")
    assert end == TerminateCall(action="terminate", status="failure")
    assert "it was refused" in said
