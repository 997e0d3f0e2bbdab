"""Replay agrees with what was recorded, and tells exactly where today's deskhand would do something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.errors import ModelFault, ReplayDiffers
from agent.loop import Episode
from agent.loop_guard import NoGuard
from agent.recording.lines import PERSON
from agent.recording.reading import Recording, load_recording
from agent.recording.recorder import Recorder
from agent.replay.offline import replay
from tests.agent.fakes import DONE, FAILED, FakeDesktop, FakeModel, approved, call, click, make_task
from tests.agent.recordings import record
from tools.errors import DisplayLost, Refused, ScreenChanged
from tools.guard import Guard

if TYPE_CHECKING:
    from pathlib import Path

    from agent.recording.lines import StepLine

CHORD = call("key", keys=["ctrl", "alt", "delete"])
EPISODES = {
    "passed": ([click(), call("type", text="x"), DONE], FakeDesktop()),
    "gave up": ([click(), FAILED], FakeDesktop()),
    "malformed": (["nothing", click(), DONE], FakeDesktop()),
    "model error": (["nothing"], FakeDesktop()),
    "refused": ([CHORD, click(), DONE], FakeDesktop()),
    "stopped": ([CHORD], FakeDesktop()),
    "dropped": ([click(), click(), DONE], FakeDesktop({1: ScreenChanged("a dialog came up")})),
    "no effect": ([click()], FakeDesktop(changing=False)),
    "model gone": ([click(), ModelFault("gone")], FakeDesktop()),
    "screen gone": ([click(), click()], FakeDesktop({2: DisplayLost("gone")})),
    "interrupted": ([click(), KeyboardInterrupt()], FakeDesktop()),
    "many": ([*[click(n) for n in range(25)], DONE], FakeDesktop()),
}


def recorded(folder: Path, name: str) -> Recording:
    replies, desktop = EPISODES[name]
    desktop.looks = 0
    record(folder / "rec", list(replies), desktop)
    return load_recording(folder / "rec")


@pytest.mark.parametrize("name", EPISODES)
def test_every_kind_of_ending_replays(tmp_path: Path, name: str) -> None:
    recording = recorded(tmp_path, name)
    ending = replay(recording)
    assert recording.end is not None
    assert (ending.verdict, ending.message) == (recording.end.verdict, recording.end.message)


def test_a_person_may_do_the_same_again_and_again(tmp_path: Path) -> None:
    """A demonstration is stopped neither by its guard nor by the task's limits, and so is no replay of it."""
    with Recorder(tmp_path / "rec", model=PERSON, display="virtual") as recorder:
        Episode(
            make_task(limits={"steps": 3}),
            FakeDesktop(changing=False),
            FakeModel([*[click()] * 6, DONE]),
            judge=lambda seen: (),
            watcher=recorder,
            approve=approved,
            guard=NoGuard(),
        ).run()
    recording = load_recording(tmp_path / "rec")
    assert [step.note for step in recording.steps] == [""] * 7
    assert replay(recording).verdict == "passed"


def altered(recording: Recording, place: int, **changes: object) -> Recording:
    """The recording with one step changed and its sums right again."""
    steps: list[StepLine] = list(recording.steps)
    steps[place] = steps[place].model_copy(update=changes)
    return replace(recording, steps=tuple(steps))


@pytest.mark.parametrize(
    ("place", "changes", "said"),
    [
        (0, {"action": {"kind": "move", "point": [1, 1]}}, "step 1: another action"),
        (1, {"call": None}, "step 2: another tool call"),
        (1, {"outcome": "refused"}, "step 2: another outcome"),
        (0, {"note": "hm"}, "step 1: another note"),
        (0, {"reply": click(1)}, "step 1: another tool call"),
        (0, {"reply": f"Well. {click()}"}, "step 2: another prompt"),
        (1, {"prompt": "0" * 64}, "step 2: another prompt"),
        (2, {"reply": FAILED}, "step 3: another tool call"),
    ],
)
def test_a_difference_names_step_expected_and_actual(
    tmp_path: Path, place: int, changes: dict[str, object], said: str
) -> None:
    with pytest.raises(ReplayDiffers, match=said) as difference:
        replay(altered(recorded(tmp_path, "passed"), place, **changes))
    assert "expected:" in str(difference.value)
    assert "actual:" in str(difference.value)


def test_another_prompt_shows_the_nearest_recorded_request(tmp_path: Path) -> None:
    recording = recorded(tmp_path, "malformed")
    with pytest.raises(ReplayDiffers, match="nearest recorded request: step 2") as difference:
        replay(altered(recording, 1, prompt="0" * 64, request="The reply holds two calls.\n"))
    assert "-The reply holds two calls." in str(difference.value)
    assert "+The reply holds no <tool_call> block" in str(difference.value)


def test_a_step_too_few_and_a_step_too_many_show(tmp_path: Path) -> None:
    recording = recorded(tmp_path, "passed")
    with pytest.raises(ReplayDiffers, match="goes on to a further step"):
        replay(replace(recording, steps=recording.steps[:-1]))
    more = recording.steps[-1].model_copy(update={"index": 4})
    with pytest.raises(ReplayDiffers, match="another ending"):
        replay(replace(recording, steps=(*recording.steps, more)))


def test_another_verdict_shows(tmp_path: Path) -> None:
    recording = recorded(tmp_path, "passed")
    failed = tuple(line.model_copy(update={"passed": False}) for line in recording.checks)
    with pytest.raises(ReplayDiffers, match="another verdict"):
        replay(replace(recording, checks=failed))


def test_todays_guard_judges_the_recorded_action(tmp_path: Path) -> None:
    class Forbidding(Guard):
        def check(self, action: object, size: object, pointer: object = None) -> None:
            raise Refused("not today")

    with pytest.raises(ReplayDiffers, match="step 1: another outcome"):
        replay(recorded(tmp_path, "passed"), Forbidding())


def test_what_only_the_machine_could_refuse_is_refused_again(tmp_path: Path) -> None:
    """A secret that the task lacks, a forbidden window, a key that the keyboard has not."""
    desktop = FakeDesktop({1: Refused("the keyboard belongs to the forbidden window")})
    record(tmp_path / "rec", [click(), click(), DONE], desktop)
    assert load_recording(tmp_path / "rec").steps[0].outcome == "refused"
    assert replay(load_recording(tmp_path / "rec")).verdict == "passed"
