"""Asking: the embedded model in every kind of words, a real checkpoint, and a server over loopback."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.answer import read_answer
from agent.bench.grounding.asking import ask, begin, prompts_digest
from agent.bench.grounding.layouts.pictures import read_picture
from agent.bench.grounding.set import grounding_set
from agent.bench.results.reading import read_results
from agent.bench.run import run_benchmark
from agent.bench.sets import Asked
from agent.models import load_model, new_model
from tests.agent.bench.grounding.folders import draw, grid, screenspot_pro
from tests.agent.fakes import FakeModel, click
from tests.agent.models.qwen.shared import shared_checkpoint
from tests.agent.models.server.faulty import FaultyServer, error, says

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.summary import Summary
    from tools.observation import Frame


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    path = tmp_path_factory.mktemp("pictures") / "a.png"
    draw(path)
    return read_picture(path)[0]


def test_the_embedded_model_clicks_what_is_written(frame: Frame) -> None:
    place = read_answer(ask(new_model("reader"), "Open file", frame).text).place
    assert place == pytest.approx(grid(120, 218), abs=4)


@pytest.mark.parametrize(
    "words", ["Frobnicate", 'Click the "Save" button', "\\", '"', "a" * 5000, "${workdir}"]
)
def test_the_embedded_model_says_of_anything_else_that_it_is_not_there(frame: Frame, words: str) -> None:
    answer = read_answer(ask(new_model("reader"), words, frame).text)
    assert (answer.place, answer.refused) == (None, True)


def test_models_that_see_and_the_embedded_one_are_asked_with_other_words() -> None:
    assert prompts_digest(FakeModel([""])) != prompts_digest(load_model("reader"))
    model = FakeModel([""])
    begin(model)
    assert model.prompts == []


def run(asked: Asked, out: Path) -> Summary:
    benchmark = grounding_set(asked)
    return run_benchmark(benchmark, benchmark.items(), 1, out, lambda *_: None)


def test_a_real_checkpoint_is_measured(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It has random weights, so it misses; but every reply of its has a place, as it is held to the form."""
    checkpoint = shared_checkpoint(tmp_path_factory)
    found = run(Asked("screenspot-pro", str(checkpoint), screenspot_pro(tmp_path / "data")), tmp_path / "out")
    results = read_results(tmp_path / "out")
    assert [attempt.details["point"] is not None for attempt in results.attempts] == [True] * 4
    assert results.config.profile
    assert results.config.profile["family"] == "qwen3-vl"
    assert (results.config.profile["weights"], results.config.profile["sampled"]) == ("auto", False)
    assert found.tokens.reply > 0
    assert found.complete


def test_a_server_is_asked_with_the_picture_first_and_its_name_is_the_models(tmp_path: Path) -> None:
    with FaultyServer(says(click(*grid(120, 58))), models=("some/model-8b",)) as server:
        found = run(Asked("screenspot-pro", server.url, screenspot_pro(tmp_path / "data")), tmp_path / "out")
        [system, user] = server.requests[0]["messages"]
    assert [part["type"] for part in user["content"]] == ["image_url", "text"]
    assert user["content"][1]["text"] == "Save"
    assert '"enum": ["left_click"]' in json.dumps(system["content"]).replace('\\"', '"')
    assert found.model == "server:some/model-8b"
    assert found.sections[0].outcomes == {"passed": 2, "failed": 2}
    assert found.tokens.prompt == 4000


def test_how_a_server_is_asked_is_part_of_the_configuration_and_where_it_is_is_not(tmp_path: Path) -> None:
    data = screenspot_pro(tmp_path / "data")
    with FaultyServer(says(click(1, 1)), models=("some/model-8b",)) as server:
        run(Asked("screenspot-pro", server.url, data), tmp_path / "out")
    profile = read_results(tmp_path / "out").config.profile
    assert profile
    assert profile["server"] == {"structured": "none", "sampled": None, "extra": {}}
    assert isinstance(profile["sampling"], dict)
    assert "127.0.0.1" not in (tmp_path / "out" / "config.json").read_text()
    with FaultyServer(says(click(1, 1)), models=("some/model-8b",)) as other:
        assert run(Asked("screenspot-pro", other.url, data), tmp_path / "out").complete
        assert other.requests == []


def test_stages_that_look_again_are_part_of_the_configuration(tmp_path: Path) -> None:
    data = screenspot_pro(tmp_path / "data")
    with FaultyServer(says(click(1, 1)), models=("some/model-8b",)) as server:
        run(Asked("screenspot-pro", server.url, data, ground="refine(1)"), tmp_path / "out")
    results = read_results(tmp_path / "out")
    assert results.config.model == "server:some/model-8b+refine(1,768,2)"
    assert results.config.profile
    assert list(results.config.profile) == ["planner"]
    assert isinstance(results.attempts[0].details["replies"], list)


def test_a_server_that_fails_leaves_items_to_be_tried_again(tmp_path: Path) -> None:
    data = screenspot_pro(tmp_path / "data")
    with FaultyServer(error(400, "picture too large"), says(click(1, 1))) as server:
        first = run(Asked("screenspot-pro", server.url, data), tmp_path / "out")
        again = run(Asked("screenspot-pro", server.url, data), tmp_path / "out")
        asked = len(server.requests)
    assert (first.decided, first.sections[0].outcomes) == (3, {"failed": 3, "model_error": 1})
    assert "picture too large" in str(read_results(tmp_path / "out").attempts[0].details["error"])
    assert (again.decided, again.complete, asked) == (4, True, 5)
