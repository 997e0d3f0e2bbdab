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
from agent.replay.heal.proposal import NotHealed, Pointed
from agent.replay.live.options import PlayerOptions
from agent.replay.live.player import ReplayPlayer
from agent.replay.live.values.substitutions import substitutions
from agent.usage import Usage
from tests.agent.fakes import DONE, FAILED, click, make_frame, make_task
from tests.agent.recordings import record
from tests.tools.scenes import FakeParser
from tools.action import Click, Type, Wait
from tools.geometry import Box, Point
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Scene

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


@pytest.mark.parametrize(
    "folder", sorted(place for place in RECORDINGS.iterdir() if place.is_dir()), ids=lambda path: path.name
)
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
    assert (
        'fill_form: before step 2 (Type "Ada Lovelace". 2 of 29): the field "Full name" has the focus now'
        in said
    )
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


def test_an_action_that_was_done_in_part_ends_it() -> None:
    model = ReplayPlayer(form(), parser=FakeParser())
    ask(model, model.trajectory[0].before)
    with pytest.raises(Halted, match="the recorded action was done only in part"):
        ask(model, model.trajectory[0].before, "partly")


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


class FakeHealer:
    """Finds what a test says."""

    name = "fake"

    def __init__(self, found: Pointed | NotHealed) -> None:
        self.found, self.prepared = found, False

    def prepare(self) -> None:
        self.prepared = True

    def point(self, old: Frame, at: Point, intent: str, new: Frame) -> Pointed | NotHealed:
        return self.found


def healing(folder: Path, found: Pointed | NotHealed, patience: float = 0) -> tuple[ReplayPlayer, Frame]:
    """A player whose first target is nowhere to be found on a frame, and that frame."""
    record(folder / "rec", [click(), DONE])
    recording = load_recording(folder / "rec")
    before = recording.frames[recording.steps[0].frame]
    shown = altered(before, Box(80, 30, 40, 40))
    parser = FakeParser(Scene(before, (), ()), Scene(shown, (), ()))
    options = PlayerOptions(patience=patience, healer=FakeHealer(found))  # type: ignore[arg-type]
    return ReplayPlayer(recording, options, parser=parser), shown


POINTED = Pointed(Point(20, 30), "Keep", "Save", "There.", ("it is a button",), Usage(prompt=3, reply=4))


def test_what_the_healer_finds_is_clicked_when_patience_ends(tmp_path: Path) -> None:
    model, shown = healing(tmp_path, POINTED)
    model.prepare()
    completion = model.complete(Prompt("", (Turn("user", (shown,)),), "none"))
    call = parse_tool_call(completion.text)
    assert not isinstance(call, TerminateCall)
    assert ground(call, shown.size) == Click(point=Point(20, 30))
    assert "healed, it is a button" in completion.text
    [reply] = completion.replies
    assert (reply.role, reply.model, reply.text, completion.usage) == (
        "heal",
        "fake",
        "There.",
        POINTED.usage,
    )
    assert model.heals.steps == (1,)


def test_a_target_is_waited_for_before_the_healer_is_asked(tmp_path: Path) -> None:
    model, shown = healing(tmp_path, POINTED, patience=5)
    assert isinstance(ask(model, shown, "none"), Wait)
    assert model.heals.steps == ()


def test_what_the_healer_does_not_find_is_told_too(tmp_path: Path) -> None:
    model, shown = healing(tmp_path, NotHealed("the model does not find it"))
    with pytest.raises(Halted, match="nothing to know it by; not healed: the model does not find it"):
        ask(model, shown, "none")
