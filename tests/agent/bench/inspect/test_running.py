"""The model of a run that another process calls: what is seen goes out, a reply comes in, or the run ends."""

from __future__ import annotations

from multiprocessing import Pipe

import pytest

from agent.bench.inspect.running import CalledModel
from agent.errors import ModelFault
from agent.model import Prompt, Turn
from tests.agent.fakes import DONE, make_frame
from tools.geometry import Point, Size
from tools.observation import Observation


def prompt(*more: str, seconds: float = 5.0) -> Prompt:
    turns = (Turn("user", ("Task: x", make_frame(1))),)
    if more:
        turns = (*turns, Turn("assistant", ("r",)), Turn("user", (*more, make_frame(2))))
    return Prompt("s", turns, "refused" if more else "none", seconds=seconds)


def test_it_shows_the_frame_the_pointer_and_why_something_was_not_done() -> None:
    here, there = Pipe()
    with here, there:
        model = CalledModel(here, "inspect:m")
        model.observed(1, Observation(make_frame(1), pointer=Point(3, 4)))
        there.send(DONE)
        assert model.complete(prompt()).text == DONE
        first = there.recv()
        assert (first.size, first.pointer, first.feedback, first.said) == (Size(200, 100), (3, 4), "none", "")
        there.send(DONE)
        model.complete(prompt("Not done: forbidden\n"))
        assert there.recv().said == "Not done: forbidden"


def test_without_a_call_in_time_or_anybody_who_calls_the_run_ends() -> None:
    here, there = Pipe()
    with here:
        model = CalledModel(here, "inspect:m")
        with there, pytest.raises(ModelFault, match="in the run's time"):
            model.complete(prompt(seconds=0))
        with pytest.raises(ModelFault, match="closed the sample"):
            model.complete(prompt())
