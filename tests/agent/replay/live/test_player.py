"""A recording replayed on recorded frames: what it replies, when it waits, when it halts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadRecording, Halted
from agent.model import Prompt, Turn
from agent.protocol.grounding import ground
from agent.protocol.toolcall import TerminateCall, parse_tool_call
from agent.recording.reading import Recording, load_recording
from agent.replay.live.options import PlayerOptions
from agent.replay.live.player import ReplayPlayer
from agent.replay.live.substitutions import substitutions
from tests.agent.fakes import FAILED, click, make_frame, make_task
from tests.agent.recording.test_recording import record
from tests.tools.scenes import FakeParser
from tools.action import Type, Wait
from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from agent.model import Feedback
    from tools.action import Action

RECORDINGS = Path(__file__).parents[4] / "recordings"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.001
        return self.now


def form() -> Recording:
    return load_recording(RECORDINGS / "fill_form")


def ask(model: ReplayPlayer, frame: Frame, feedback: Feedback = "done") -> Action | TerminateCall:
    """What the model wants to be done when it is shown a frame."""
    call = parse_tool_call(model.complete(Prompt("", (Turn("user", (frame,)),), feedback)).text)
    return call if isinstance(call, TerminateCall) else ground(call, frame.size)


def altered(frame: Frame, box: Box, shade: int = 90) -> Frame:
    bgrx = frame.bgrx.copy()
    bgrx[box.slices] = shade
    return Frame(bgrx)


@pytest.mark.parametrize("folder", sorted(RECORDINGS.iterdir()), ids=lambda path: path.name)
def test_on_the_recorded_screens_it_does_what_was_recorded_and_reads_nothing(folder: Path) -> None:
    model = ReplayPlayer(load_recording(folder), parser=FakeParser())
    model.start(make_task())
    for recorded_action in model.trajectory:
        assert ask(model, recorded_action.before) == recorded_action.action
    assert isinstance(ask(model, model.trajectory[-1].after), Wait)  # does anything more come up?
    assert ask(model, model.trajectory[-1].after) == TerminateCall(action="terminate", status="success")
    assert model.arrived


def test_it_waits_for_what_the_action_did_and_then_halts() -> None:
    clock = Clock()
    model = ReplayPlayer(form(), PlayerOptions(patience=5), parser=shared_reader(), clock=clock)
    first = model.trajectory[0]
    ask(model, first.before)
    for _ in range(2):
        assert isinstance(ask(model, first.before), Wait)
        assert model.waiting
    clock.now += 5
    with pytest.raises(Halted) as halt:
        ask(model, first.before)
    said = str(halt.value)
    assert 'fill_form: before step 2 (Type "Ada Lovelace". 2 of 29): nothing changed on the screen' in said
    assert "nothing more was done" in said


def test_patience_begins_anew_with_each_step() -> None:
    clock = Clock()
    model = ReplayPlayer(form(), PlayerOptions(patience=5), parser=shared_reader(), clock=clock)
    first, second = model.trajectory[:2]
    ask(model, first.before)
    assert isinstance(ask(model, first.before), Wait)
    clock.now += 4
    assert ask(model, second.before) == second.action
    assert isinstance(ask(model, second.before), Wait)
    clock.now += 4
    assert isinstance(ask(model, second.before), Wait)


def test_a_dropped_action_is_decided_again() -> None:
    model = ReplayPlayer(form(), parser=FakeParser())
    first, second = model.trajectory[:2]
    ask(model, first.before)
    assert ask(model, second.before) == second.action
    assert ask(model, second.before, "dropped") == second.action
    assert ask(model, second.after) == model.trajectory[2].action


def test_a_refused_action_ends_it() -> None:
    model = ReplayPlayer(form(), parser=FakeParser())
    ask(model, model.trajectory[0].before)
    with pytest.raises(Halted, match="refused"):
        ask(model, model.trajectory[0].before, "refused")


def test_a_state_is_known_once_the_action_has_led_to_it() -> None:
    model = ReplayPlayer(form(), parser=FakeParser())
    first = model.trajectory[0]
    assert model.known(first.before)
    assert not model.known(first.after)
    ask(model, first.before)
    assert model.known(first.after)
    assert not model.known(first.before)
    assert not model.known(make_frame())


def test_a_caret_makes_no_difference_and_anything_else_does() -> None:
    model = ReplayPlayer(form(), parser=FakeParser())
    before = model.trajectory[0].before
    assert model.known(altered(before, Box(500, 300, 2, 18)))
    assert not model.known(altered(before, Box(500, 300, 30, 18)))


def test_a_screen_of_another_size_is_never_clicked() -> None:
    clock = Clock()
    model = ReplayPlayer(form(), PlayerOptions(patience=1), parser=FakeParser(), clock=clock)
    assert isinstance(ask(model, make_frame()), Wait)
    clock.now += 1
    with pytest.raises(Halted, match="the screen is 200x100, and was 1280x800"):
        ask(model, make_frame())


def test_something_unknown_on_the_first_screen_halts() -> None:
    """A dialog of another recording, put on this one's first screen."""
    clock = Clock()
    dialog = Box(430, 340, 420, 130)
    bgrx = form().frames[form().steps[0].frame].bgrx.copy()
    error = load_recording(RECORDINGS / "wrong_email")
    bgrx[dialog.slices] = error.frames[error.steps[-1].frame].bgrx[dialog.slices]
    model = ReplayPlayer(form(), PlayerOptions(patience=1), parser=shared_reader(), clock=clock)
    assert isinstance(ask(model, Frame(bgrx)), Wait)
    clock.now += 1
    with pytest.raises(Halted, match=r"does not know: .Please check"):
        ask(model, Frame(bgrx))


def test_new_values_are_typed() -> None:
    recording = form()
    old = recording.header.task.vars
    steps = ('Type "${name}" into "Full name"', 'Type "${email}" into "E-mail"')
    words = substitutions(steps, old, {**old, "name": "Grace Hopper"}, ())
    model = ReplayPlayer(recording, PlayerOptions(substitutions=words), parser=shared_reader())
    ask(model, model.trajectory[0].before)
    assert ask(model, model.trajectory[1].before) == Type(text="Grace Hopper")


def test_a_run_that_did_not_pass_is_no_example(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), FAILED])
    with pytest.raises(BadRecording, match=r"did not pass \(gave_up: "):
        ReplayPlayer(load_recording(tmp_path / "rec"))


def patched(frame: Frame, other: Frame, box: Box) -> Frame:
    """The frame with a part of another."""
    bgrx = frame.bgrx.copy()
    bgrx[box.slices] = other.bgrx[box.slices]
    return Frame(bgrx)


TOOLTIP = Box(590, 525, 110, 50)
"""Where "Three KP 3" came up below the key while the calculator was recorded."""
DISPLAY = Box(470, 260, 330, 60)


def test_a_tooltip_need_not_come_up_again() -> None:
    model = ReplayPlayer(load_recording(RECORDINGS / "galculator_sum"), parser=shared_reader())
    for recorded_action in model.trajectory[:3]:
        ask(model, recorded_action.before)
    pressed, following = model.trajectory[2:4]
    assert [line.text for line in shared_reader().read(pressed.after).lines if "Three" in line.text]
    assert ask(model, patched(pressed.after, pressed.before, TOOLTIP)) == following.action


def test_what_stays_has_to_come_up_though_a_tooltip_did() -> None:
    model = ReplayPlayer(load_recording(RECORDINGS / "galculator_sum"), parser=shared_reader())
    for recorded_action in model.trajectory[:3]:
        ask(model, recorded_action.before)
    pressed = model.trajectory[2]
    assert isinstance(ask(model, patched(pressed.after, pressed.before, DISPLAY)), Wait)
