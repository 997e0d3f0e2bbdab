"""Players by name."""

from __future__ import annotations

import pytest

from agent.bench.pages.players.choosing import Players
from agent.bench.pages.players.player import GivesUp, NullPlayer
from agent.bench.sets import Asked
from agent.errors import BadInput
from tests.agent.fakes import make_task


class Oracle(NullPlayer):
    name = "oracle"


def test_a_set_has_a_player_that_does_nothing_and_those_that_are_its_own() -> None:
    task = make_task()
    assert Players(Asked("pages", "null")).plays(task)[1].name == "null"
    oracle = Oracle()
    assert Players(Asked("pages", "oracle"), oracle).plays(task) == (task, oracle)


def test_an_oracle_that_a_set_has_none_of_is_told() -> None:
    with pytest.raises(BadInput, match="--model oracle: pages has no such player; it has null"):
        Players(Asked("pages", "oracle"))


def test_a_player_that_points_at_nothing_is_not_looked_after() -> None:
    with pytest.raises(BadInput, match="leave --ground"):
        Players(Asked("pages", "null", ground="refine(2)"))


def test_one_that_follows_steps_is_told_steps_or_gives_up_with_the_reason() -> None:
    players = Players(Asked("pages", "reader"))
    task, model = players.plays(make_task(instruction='Open "Filters". Then click "Save". Do not close it.'))
    assert [step.text for step in task.steps] == ['Click "Filters"', 'Click "Save"']
    assert model.name == "reader"
    task, model = players.plays(make_task(instruction="Make it shorter."))
    assert task.steps == ()
    assert isinstance(model, GivesUp)
