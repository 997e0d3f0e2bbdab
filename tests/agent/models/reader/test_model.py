"""The model: what it checks before an episode, and what it tells of its time."""

from __future__ import annotations

import pytest

from agent.errors import BadInput, ModelFault
from agent.model import Prompt, Turn
from agent.models.reader.model import ReaderModel
from tests.agent.fakes import make_frame, make_task
from tests.agent.models.reader.paper import Run, form


def test_starting_again_forgets() -> None:
    run = Run(form(), 'Type "Ada" into "Name"')
    run.step("none")
    run.model.start(make_task(steps=[{"text": 'Click "Name"', "line": 1}]))
    assert run.step("none") == "left_click"
    assert 'Click "Name"' in run.replies[-1]


def test_checking_another_task_leaves_the_episode_alone() -> None:
    run = Run(form(), 'Type "Ada" into "Name"')
    run.step("none")
    run.model.check(make_task(steps=[{"text": 'Click "Name"', "line": 1}]))
    assert run.step("done") == "type"


def test_a_bad_step_is_refused_before_anything_is_done() -> None:
    with pytest.raises(BadInput, match=r"demo\.yaml:2:"):
        Run(form(), 'Click "Name"', "Be happy")


def test_asked_before_it_was_started() -> None:
    with pytest.raises(ModelFault, match="before an episode"):
        ReaderModel().complete(Prompt("", (Turn("user", (make_frame(),)),)))


def test_time_is_told_by_part() -> None:
    run = Run(form(), 'Click "Name"')
    frame = run.parser.paint(run.program)
    timing = run.model.complete(Prompt("", (Turn("user", (frame,)),))).timing
    assert set(timing) == {"reading", "deciding"}
