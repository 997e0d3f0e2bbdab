"""A fork: whose reply it is at each step, and what the model that goes on is shown before its turn comes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.model import Prompt, Turn
from agent.models.grounded.model import GroundedModel
from agent.protocol.toolcall import WaitCall, parse_tool_call
from agent.recording.reading import load_recording
from agent.replay.fork.model import ForkModel
from agent.replay.live.player import ReplayPlayer
from tests.agent.fakes import DONE, FakeModel, make_task

if TYPE_CHECKING:
    from agent.recording.reading import Recording
    from tools.observation import Frame


@cache
def recording() -> Recording:
    return load_recording(Path(__file__).parents[4] / "recordings" / "galculator_sum")


class FollowingModel(FakeModel):
    """Keeps count of the steps that others decided."""

    def __init__(self) -> None:
        super().__init__([DONE])
        self.followed: list[Prompt] = []

    def follow(self, prompt: Prompt) -> None:
        self.followed.append(prompt)


def prompt(frame: Frame) -> Prompt:
    return Prompt("", (Turn("user", (frame,)),), "done")


def forked(player: ReplayPlayer, fork: ForkModel) -> str:
    """The reply to the screen after the recorded steps, which are replayed on their frames."""
    fork.start(make_task())
    for action in player.trajectory:
        fork.complete(prompt(action.before))
    return fork.complete(prompt(player.trajectory[-1].after)).text


def test_the_model_decides_once_the_recorded_steps_are_done() -> None:
    player, model = ReplayPlayer(recording(), upto=2), FakeModel([DONE])
    assert forked(player, ForkModel(player, model)) == DONE
    assert len(model.prompts) == 1


def test_a_model_that_keeps_its_place_is_shown_each_recorded_step() -> None:
    player, model = ReplayPlayer(recording(), upto=2), FollowingModel()
    assert forked(player, ForkModel(player, model)) == DONE
    assert [asked.frame for asked in model.followed] == [action.before for action in player.trajectory]


def test_it_is_shown_them_also_where_its_places_are_looked_for_again() -> None:
    player, model = ReplayPlayer(recording(), upto=2), FollowingModel()
    assert forked(player, ForkModel(player, GroundedModel(model, ()))) == DONE
    assert len(model.followed) == len(player.trajectory)


def test_the_player_waits_are_not_the_models_own() -> None:
    """A late screen would be told as a step that had come to nothing, and what led to it be done again."""
    player, model = ReplayPlayer(recording(), upto=2), FakeModel([DONE])
    fork = ForkModel(player, model)
    fork.start(make_task())
    first, second = player.trajectory
    turns: list[Turn] = []
    replies = []
    for frame in (first.before, first.before, second.before, second.after):
        turns.append(Turn("user", (frame,)))
        replies.append(fork.complete(Prompt("", tuple(turns), "done")).text)
        turns.append(Turn("assistant", (replies[-1],)))
    assert isinstance(parse_tool_call(replies[1]), WaitCall)
    (shown,) = model.prompts
    done = (turns[0], turns[1], Turn("user", (second.before,)), turns[5], turns[6])
    assert shown.turns == done
