"""Players on real pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.benchmark import Item
from agent.bench.miniwob.players.elements import Elements
from agent.bench.miniwob.players.oracle import Oracle
from agent.bench.miniwob.players.solvers import SOLVERS, clicking, entering, looking, searching, solver
from agent.bench.miniwob.set import MiniWob
from agent.bench.miniwob.tasks import folder, tasks
from agent.bench.sets import Asked
from tests.agent.fakes import make_task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.bench.pages.stage import Stage


@pytest.fixture(scope="module")
def oracle() -> Iterator[MiniWob]:
    made = MiniWob(Asked("miniwob", "oracle"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[MiniWob]:
    made = MiniWob(Asked("miniwob", "reader"))
    yield made
    made.close()


@pytest.mark.parametrize(
    "name",
    ["ascending-numbers", "click-checkboxes", "click-tab-2", "copy-paste", "enter-date", "navigate-tree",
     "phone-book", "use-autocomplete", "use-spinner"],
)  # fmt: skip
def test_the_scripted_player_solves_it_by_mouse_and_keys(oracle: MiniWob, name: str, tmp_path: Path) -> None:
    attempt = oracle.attempt(Item(name, 1), 0, tmp_path)
    assert (attempt.outcome, attempt.details["raw_reward"]) == ("passed", 1)


def test_it_gives_up_what_it_has_no_solver_for(oracle: MiniWob, tmp_path: Path) -> None:
    attempt = oracle.attempt(Item("flight.AA", 0), 0, tmp_path)
    assert (attempt.outcome, attempt.score) == ("gave_up", 0)


@pytest.mark.parametrize("name", ["click-dialog", "choose-list", "enter-time", "login-user", "click-menu"])
def test_the_embedded_model_does_what_the_rules_say(reader: MiniWob, name: str, tmp_path: Path) -> None:
    attempt = reader.attempt(Item(name, 0), 0, tmp_path)
    assert (attempt.outcome, attempt.details["raw_reward"]) == ("passed", 1), attempt.details


def test_a_solver_is_known_for_tasks_that_there_are_and_for_each_once() -> None:
    assert not SOLVERS.keys() - {task.name for task in tasks(folder())}
    parts = (clicking, entering, looking, searching)
    assert sum(len(part.SOLVERS) for part in parts) == len(SOLVERS) > 25
    assert solver.quotes('Click "a" and "b c"') == ["a", "b c"]


def test_elements_are_those_that_can_be_seen(stage: Stage) -> None:
    stage.browser(tasks(folder())[0].window).page.load("about:blank?elements")
    stage.page.evaluate(
        "document.body.innerHTML = '<b>one</b><b style=\"display: none\">two</b> <b>three</b>'", 5
    )
    elements = Elements(stage.page, 2)
    assert elements.texts("b") == ["one", "three"]
    assert elements.count("b", "two") == 0
    assert elements.at("b", number=-1) == elements.at("b", "three")
    with pytest.raises(LookupError, match="two"):
        elements.at("b", "two")


def test_an_oracle_that_was_not_started_gives_up(stage: Stage) -> None:
    oracle = Oracle(stage)
    oracle.check(make_task())
    oracle.prepare()
    assert (oracle.name, oracle.sees) == ("oracle", False)
