"""Attempts at real pages in a real browser: run, recorded, judged anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.benchmark import Item
from agent.bench.componentbench.episode import ComponentEpisode
from agent.bench.componentbench.items import componentbench_items
from agent.bench.componentbench.set import ComponentBench
from agent.bench.componentbench.success import SUCCESS
from agent.bench.sets import Asked, load_set
from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.recording.reading import load_recording
from tests.agent.bench.componentbench.checkouts import BROKEN, DELAYED, GOAL, SAVE, UNKNOWN, made_checkout
from tests.agent.bench.sets import configured
from tests.agent.fakes import DONE, FakeModel, click
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.bench.results.attempt import Attempt

CLICK = click(180 * 1000 / 1280, 120 * 1000 / 720)


@pytest.fixture(scope="module")
def opened(checkout: Path, npm: Path) -> Iterator[ComponentBench]:
    del npm
    made = ComponentBench(Asked("componentbench", "null", data=checkout))
    yield made
    made.close()


def attempted(opened: ComponentBench, name: str, out: Path, *replies: str) -> Attempt:
    """An attempt by a model that replies so."""
    model = FakeModel(list(replies))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened._players, "_model", model)
        return opened.attempt(Item(name, groups=opened.tasks[name].groups), 0, out)


def test_a_task_that_is_done_ends_the_run_and_the_recording_says_the_same(
    opened: ComponentBench, tmp_path: Path
) -> None:
    made = attempted(opened, SAVE, tmp_path, CLICK)
    assert (made.outcome, made.score, made.details["signals"]) == ("passed", 1, ["attribute"])
    assert made.details["utterance"] == GOAL
    assert opened.again(made, tmp_path) == made


def test_one_that_does_nothing_fails(opened: ComponentBench, tmp_path: Path) -> None:
    made = opened.attempt(Item(SAVE), 0, tmp_path)
    assert (made.outcome, made.score, made.details["done"], made.details["left"]) == (
        "failed",
        0,
        False,
        False,
    )
    assert opened.again(made, tmp_path) == made


def test_a_success_that_comes_a_little_later_counts_and_nothing_is_kept_from_one_to_the_next(
    opened: ComponentBench, tmp_path: Path
) -> None:
    for _ in range(2):  # the page would be done at once the second time, if its storage were kept
        made = attempted(opened, DELAYED, tmp_path, CLICK, DONE)
        assert (made.outcome, made.details["signals"]) == ("passed", ["banner"])


def test_a_page_that_lacks_a_part_or_shows_no_task_is_the_environments(
    opened: ComponentBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.bench.componentbench.episode._SECONDS", 3.0)
    for name, said in ((BROKEN, "can't load http://127.0.0.1"), (UNKNOWN, "Task not found")):
        with pytest.raises(EnvironmentFault, match=said):
            opened.attempt(Item(name), 0, tmp_path)


def test_the_model_is_told_the_goal_and_nothing_of_the_check(opened: ComponentBench, tmp_path: Path) -> None:
    made = attempted(opened, SAVE, tmp_path, CLICK)
    recording = load_recording(tmp_path / str(made.recording))
    told = "\n".join(step.request + step.reply for step in recording.steps).lower()
    assert "click the" in told
    assert not [
        word for word in ("banner", "taskdone", "it was clicked", "signal", "button-antd") if word in told
    ]


def test_a_page_that_was_left_is_not_done(opened: ComponentBench) -> None:
    episode, _ = opened._begin(Item(SAVE))
    assert isinstance(episode, ComponentEpisode)
    opened._stage.page.load("about:blank?left")
    state = episode.state()
    assert (state.done, state.left) == (False, True)


@pytest.mark.parametrize(("code", "signal"), [
    ("document.body.innerHTML += '<p id=cb-success-banner>'", "banner"),
    ("document.documentElement.dataset.taskDone = 'true'", "attribute"),
    ("window.__COMPONENT_BENCH_TASK_DONE__ = true", "global"),
])  # fmt: skip
def test_each_signal_of_the_benchmarks_own_runner_is_success(
    opened: ComponentBench, code: str, signal: str
) -> None:
    episode, _ = opened._begin(Item(SAVE))
    assert isinstance(episode, ComponentEpisode)
    assert not episode.is_over()
    opened._stage.page.evaluate(f"{code}; 0")
    assert episode.state().signals == (signal,)
    assert episode.judged(0).passed


def test_an_altered_verdict_is_found(opened: ComponentBench, tmp_path: Path) -> None:
    made = opened.attempt(Item(SAVE), 0, tmp_path)
    path = tmp_path / str(made.recording) / SESSION
    path.write_text(path.read_text().replace('\\"done\\": false', '\\"done\\": true'))
    with pytest.raises(BadInput, match="altered"):
        opened.again(made, tmp_path)


def test_a_run_in_which_nothing_was_judged_has_no_score() -> None:
    assert SUCCESS.score(SUCCESS.otherwise) == 0
    assert not SUCCESS.passes(SUCCESS.otherwise)


def test_items_need_a_checkout_and_no_built_site(tmp_path: Path) -> None:
    checkout = made_checkout(tmp_path)
    (checkout / "site" / ".next" / "BUILD_ID").unlink()
    items = componentbench_items(configured(set="componentbench"), checkout).items()
    assert [(one.name, one.seed) for one in items] == [(name, 0) for name in (SAVE, UNKNOWN, BROKEN, DELAYED)]
    with pytest.raises(BadInput, match="not built"):
        load_set(Asked("componentbench", "null", data=checkout))


def test_the_configuration_names_all_that_the_results_hang_on(checkout: Path) -> None:
    about = load_set(Asked("componentbench", "null", data=checkout, max_steps=7)).about()
    assert (about.model, about.limits["steps"], about.limits["seconds"]) == ("null", 7, 600)
    assert str(about.options.pop("browser")).startswith("Chromium ")
    assert about.options == {"mode": "pixel", "window": "1280 x 720"}
    assert about.remark == "the published set has 912 tasks, this folder 4"
