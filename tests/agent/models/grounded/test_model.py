"""The composite in the real loop: what each model is asked, what is recorded, and that it replays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import ModelFault
from agent.loop import Episode
from agent.model import Prompt, Turn
from agent.models.grounded.model import GroundedModel
from agent.models.grounded.refine import Refine
from agent.models.grounded.spec import parse_stages
from agent.protocol.prompt import pointing_prompt
from agent.protocol.toolcall import PointerCall, parse_tool_call
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from agent.replay.offline import replay
from agent.usage import Usage
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, call, click, make_task
from tests.agent.models.grounded.pointer import Pointer, marked_frame
from tools.action import Click, Type
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

    from agent.episode import Ending
    from agent.model import Model
    from tools.desktop import Desktop

FRAME = marked_frame(Point(960, 200))


def prompt(text: str = "Task: Do it.\n") -> Prompt:
    return Prompt("system", (Turn("user", (text, FRAME)),))


def record(folder: Path, desktop: Desktop, model: Model) -> Ending:
    with Recorder(folder, model=model.name, display="virtual") as recorder:
        ending = Episode(
            make_task(), desktop, model, judge=lambda _: (), watcher=recorder, approve=lambda _, __: True
        ).run()
        recorder.check()
    return ending


def test_only_the_coordinate_of_the_planners_reply_changes() -> None:
    planner, pointer = FakeModel([click(500, 500)]), Pointer()
    completion = GroundedModel(planner, (), pointer).complete(prompt())
    placed = parse_tool_call(completion.text)
    assert isinstance(placed, PointerCall)
    assert completion.text == click(500, 500).replace("[500, 500]", "[750, 251]")
    assert [reply.role for reply in completion.replies] == ["plan", "ground"]
    assert [reply.model for reply in completion.replies] == ["fake", "pointer"]
    assert completion.replies[0].text == click(500, 500)
    assert completion.replies[0].note == "640,400"
    assert completion.replies[1].note == "1280x800+0+0 x1: 960,200"
    assert completion.usage == Usage(prompt=110, reply=12)
    assert completion.timing.keys() == {"reading", "grounding"}
    assert pointer.prompts[0].turns[0].parts[1] == "left_click."


def test_every_stage_reports_its_seconds_and_its_replies() -> None:
    planner, stages = FakeModel([click(740, 260)]), parse_stages("refine(2,200)+vote(3)+snap")
    model = GroundedModel(planner, stages, Pointer([(0.02, 0.02)]))
    completion = model.complete(prompt())
    assert model.name == "fake+ground(pointer)+refine(2,200,2)+vote(3,0.1,768,2,0)+snap(20)"
    assert completion.timing.keys() == {"reading", "grounding", "refining", "voting", "snapping"}
    roles = ["plan", "ground", "refine", "refine", "vote", "vote", "vote", "snap"]
    assert [reply.role for reply in completion.replies] == roles
    assert sum((reply.usage for reply in completion.replies), Usage()) == completion.usage
    assert completion.usage == Usage(prompt=10 + 6 * 100, reply=5 + 6 * 7)


def test_a_model_may_look_again_itself() -> None:
    itself = Pointer([(0.1, 0.1), (0.0, 0.0)])
    completion = GroundedModel(itself, [Refine(size=300)]).complete(prompt())
    assert [reply.role for reply in completion.replies] == ["plan", "refine"]
    assert parse_tool_call(completion.text) == parse_tool_call(click(750, 251))


@pytest.mark.parametrize(
    "reply", ["nothing", "", DONE, call("type", text="[1, 2]"), call("key", keys=["a"]), click(5000, 1)]
)
def test_a_reply_without_a_place_is_passed_on_untouched(reply: str) -> None:
    pointer = Pointer()
    completion = GroundedModel(FakeModel([reply]), parse_stages("refine+snap"), pointer).complete(prompt())
    assert (completion.text, completion.replies, pointer.prompts) == (reply, (), [])


def test_a_reply_whose_place_is_right_is_passed_on_as_it_was_written() -> None:
    odd = click(750, 250).replace("[750, 250]", '"750,250"')
    assert GroundedModel(FakeModel([odd]), (), Pointer()).complete(prompt()).text == odd


def test_a_question_is_the_planners_alone() -> None:
    pointer = Pointer()
    question = Prompt("system", (Turn("user", ("Where?", FRAME)),), wanted="words")
    model = GroundedModel(FakeModel([click(1, 1)], sees=False), parse_stages("refine"), pointer)
    assert (model.complete(question).text, model.sees, pointer.prompts) == (click(1, 1), False, [])


def test_a_place_that_is_asked_for_needs_no_planner() -> None:
    planner, pointer = FakeModel([DONE]), Pointer([(0.1, 0.1), (0.0, 0.0)])
    model = GroundedModel(planner, [Refine(size=300)], pointer)
    completion = model.complete(pointing_prompt("Click the mark.", FRAME))
    assert parse_tool_call(completion.text) == parse_tool_call(click(750, 251))
    assert [reply.role for reply in completion.replies] == ["ground", "refine"]
    assert [asked.turns[0].parts[1] for asked in pointer.prompts] == ["Click the mark."] * 2
    assert planner.prompts == []


def test_both_are_started_and_prepared() -> None:
    planner, pointer = Pointer(name="planner"), Pointer()
    model = GroundedModel(planner, (), pointer)
    model.start(make_task())
    model.prepare()
    assert planner.events == pointer.events == ["start", "prepare"]


def test_a_planner_that_points_itself_is_started_once() -> None:
    planner = Pointer()
    GroundedModel(planner, parse_stages("refine")).start(make_task())
    assert planner.events == ["start"]


def test_a_grounders_fault_is_a_model_error_that_counts_the_planners_tokens(tmp_path: Path) -> None:
    faulty = Pointer([ModelFault("the grounder is gone", Usage(prompt=3, reply=1))])
    model = GroundedModel(FakeModel([click()]), (), faulty)
    ending = record(tmp_path / "rec", FakeDesktop(), model)
    assert (ending.verdict, ending.message) == ("model_error", "the grounder is gone")
    assert ending.usage == Usage(prompt=13, reply=6)
    assert replay(load_recording(tmp_path / "rec")).verdict == "model_error"


def test_a_run_with_two_models_is_recorded_whole_and_replays_without_them(tmp_path: Path) -> None:
    thought = f"<think>It is [1, 2] or [3, 4].</think>\n{click(10, 10)}"
    planner = FakeModel([thought, call("type", text="Zoë"), "nothing", click(20, 20), DONE])
    grounder = FakeModel([click(250, 500), "there", click(750, 500)])
    grounder.name = "other"
    desktop = FakeDesktop()
    assert record(tmp_path / "rec", desktop, GroundedModel(planner, (), grounder)).verdict == "passed"
    # The second answer of the grounder is useless: the planner's own point stays.
    at = Point(4, 2)
    assert desktop.actions == [Click(point=Point(50, 50)), Type(text="Zoë"), Click(point=at)]
    recording = load_recording(tmp_path / "rec")
    assert recording.header.model == "fake+ground(other)"
    steps = recording.steps
    assert [[reply.text for reply in step.replies] for step in steps] == [
        [thought, click(250, 500)],
        [],
        [],
        [click(20, 20), "there"],
        [],
    ]
    # The same pixel; a frame of 200 by 100 has fewer pixels than the grid has points.
    assert steps[0].reply == thought.replace("[10, 10]", "[252, 505]")
    assert steps[0].usage == Usage(prompt=20, reply=10)
    assert "grounding" in steps[0].timing
    assert "no <tool_call>" in steps[3].replies[1].note
    assert replay(recording).verdict == "passed"
    assert planner.prompts[1].turns[1].parts[0] == steps[0].reply
