"""Episodes of real pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.miniwob.episode import begin
from agent.bench.miniwob.reward import PageState
from agent.bench.miniwob.tasks import folder, tasks
from tools.errors import EnvironmentFault
from tools.host.live import LiveDesktop

if TYPE_CHECKING:
    from agent.bench.miniwob.tasks import WobTask
    from agent.bench.pages.stage import Stage

TASKS: dict[str, WobTask] = {task.name: task for task in tasks(folder())}
LAYOUT = "JSON.stringify(core.getDOMInfo())"


def begun(stage: Stage, name: str, seed: int) -> Any:
    task = TASKS[name]
    return begin(stage.browser(task.window), task, seed, 100)


@pytest.mark.parametrize("name", ["click-button", "email-inbox", "use-slider", "flight.Alaska"])
def test_a_seed_gives_the_same_problem_layout_and_picture(stage: Stage, name: str) -> None:
    seen = []
    for seed in (3, 4, 3):
        episode = begun(stage, name, seed)
        with LiveDesktop(stage.display) as desktop:
            seen.append((episode.instruction, stage.page.evaluate(LAYOUT), desktop.observe().frame.digest))
    assert seen[0] == seen[2]
    assert seen[0] != seen[1]


def test_a_page_that_tells_its_parts_tells_its_words_alone(stage: Stage) -> None:
    assert begun(stage, "email-inbox-nl-turk", 1).instruction == "Delete all messages from Coletta."


def test_the_reward_is_not_on_the_screen(stage: Stage) -> None:
    begun(stage, "click-test", 0)
    seen = stage.page.evaluate(
        "['#reward-display', '#click-canvas'].map(one => document.querySelector(one).getClientRects().length)"
    )
    assert seen == [0, 0]


def test_the_first_end_counts_and_what_begins_anew_does_not(stage: Stage) -> None:
    episode = begun(stage, "click-test", 0)
    assert not episode.state().done
    stage.page.evaluate("core.endEpisode(0.5, true, 'so so')")
    stage.page.evaluate("core.cover_div.click(); core.endEpisode(1, true)")
    state = episode.state()
    assert (state.done, state.raw, state.proportional, state.reason) == (True, 0.5, True, "so so")
    assert episode.state() == state
    assert state.own_limit == 10


def test_the_pages_own_limit_is_lengthened(stage: Stage) -> None:
    begun(stage, "login-user-popup", 0)
    assert stage.page.evaluate("core.EPISODE_MAX_TIME") == 100_000


def test_a_page_that_was_left_is_lost(stage: Stage) -> None:
    episode = begun(stage, "click-test", 0)
    stage.page.load("about:blank?left")
    state = episode.state()
    assert (state.done, state.raw, state.reason) == (True, -1, "the page was left")
    assert 0 < state.seconds < 10


def test_a_page_that_never_gets_ready_is_a_fault(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.bench.miniwob.episode._READY_SECONDS", 0.1)
    monkeypatch.setattr("agent.bench.miniwob.episode.DATA_MODE", "test")
    task = TASKS["flight.AA"]
    browser = stage.browser(task.window)
    browser.page.load(task.page.as_uri())
    monkeypatch.setattr(
        "agent.bench.miniwob.episode._BEGIN",
        "(() => { WOB_TASK_READY = false; return 1; })() /* %(hidden)s %(limit)d %(seed)d %(mode)s */",
    )
    with pytest.raises(EnvironmentFault, match=r"flight\.AA does not get ready"):
        begin(browser, task, 0, 10)


def test_a_browser_that_was_killed_is_opened_again(stage: Stage) -> None:
    begun(stage, "click-test", 0)
    stage.browser(TASKS["click-test"].window).program.end()
    assert begun(stage, "click-test", 0).instruction == "Click the button."


@pytest.mark.parametrize(
    ("raw", "proportional", "seconds", "published"),
    [(1.0, True, 2.5, 0.75), (0.5, True, 5.0, 0.25), (1.0, False, 9.0, 1.0), (-1.0, False, 1.0, -1.0),
     (1.0, True, 10.0, -1.0), (0.0, False, 11.0, -1.0)],
)  # fmt: skip
def test_the_published_reward_shrinks_and_ends_with_the_pages_own_limit(
    raw: float, proportional: object, seconds: float, published: float
) -> None:
    state = PageState(
        done=True, raw=raw, proportional=bool(proportional), reason=None, seconds=seconds, own_limit=10
    )
    assert state.reward == published
