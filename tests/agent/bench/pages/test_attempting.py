"""Attempts at a page, run by the product's own loop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.bench.benchmark import Item
from agent.bench.pages.attempting import PageAttempts
from agent.bench.pages.task import page_task
from agent.bench.trying import tries
from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.task import Limits
from tests.agent.bench.pages.buttons import INSTRUCTION, JUDGE, SAVE, SIZE, begin_buttons
from tests.agent.fakes import DONE, FakeModel, click

if TYPE_CHECKING:
    from agent.bench.pages.episode import PageEpisode
    from agent.bench.pages.stage import Stage
    from agent.bench.results.attempt import Attempt
    from agent.task import Task

ITEM = Item("buttons", 3, {"kind": "buttons"})
CLICK = click(SAVE.x * 1000 / SIZE.width, SAVE.y * 1000 / SIZE.height)


def attempted(stage: Stage, out: Path, replies: list[str], wanted: int, steps: int = 9) -> Attempt:
    def begin(item: Item) -> tuple[PageEpisode, Task]:
        episode = begin_buttons(stage, out, wanted)
        limits = Limits(steps=steps, seconds=60, wait=1)
        return episode, page_task("pages", item, episode.instruction, limits, Path("page.html"), "0" * 64)

    attempts = PageAttempts(stage, lambda task: (task, FakeModel(replies)), begin, JUDGE)
    return attempts.attempt(ITEM, 0, out)


def test_a_killed_browser_is_the_environments_and_tried_again(stage: Stage, tmp_path: Path) -> None:
    killed = []

    def begin(item: Item) -> tuple[PageEpisode, Task]:
        episode = begin_buttons(stage, tmp_path)
        if not killed:
            killed.append(stage.browser(SIZE).program.end())
        limits = Limits(steps=9, seconds=60, wait=1)
        return episode, page_task("pages", item, episode.instruction, limits, Path("page.html"), "0" * 64)

    attempts = PageAttempts(stage, lambda task: (task, FakeModel([CLICK])), begin, JUDGE)
    made = tries(attempts, ITEM, 0, tmp_path)  # type: ignore[arg-type]  # of a set it needs no more
    assert [one.outcome for one in made] == ["environment", "passed"]


def test_a_run_ends_when_the_page_does_and_the_model_is_not_asked_again(stage: Stage, tmp_path: Path) -> None:
    made = attempted(stage, tmp_path, [CLICK], 1)
    assert (made.outcome, made.score, made.item, made.seed, made.groups) == (
        "passed", 1, "buttons", 3, {"kind": "buttons"},
    )  # fmt: skip
    assert made.details == {"clicks": 1, "done": True, "utterance": INSTRUCTION}
    assert made.seconds["total"] > made.seconds["opening"] > 0
    assert JUDGE.again(made, tmp_path) == made


def test_what_the_last_step_of_the_limit_led_to_counts(stage: Stage, tmp_path: Path) -> None:
    made = attempted(stage, tmp_path, [CLICK, CLICK], 2, steps=2)
    assert (made.outcome, made.details["clicks"]) == ("passed", 2)
    assert JUDGE.again(made, tmp_path) == made


def test_no_step_beyond_the_limit_is_done(stage: Stage, tmp_path: Path) -> None:
    made = attempted(stage, tmp_path, [CLICK, CLICK, CLICK], 3, steps=2)
    assert (made.outcome, made.score) == ("stopped", 0)
    assert made.details["message"] == "the limit of 2 steps is used up"
    assert made.recording
    assert [step.outcome for step in load_recording(tmp_path / made.recording).steps] == ["done", "done"]
    assert JUDGE.again(made, tmp_path) == made


def test_what_is_called_done_and_is_not_is_a_miss(stage: Stage, tmp_path: Path) -> None:
    made = attempted(stage, tmp_path, [CLICK, DONE], 2)
    assert (made.outcome, made.details["clicks"]) == ("failed", 1)


def test_the_model_is_told_nothing_of_the_judge(stage: Stage, tmp_path: Path) -> None:
    made = attempted(stage, tmp_path, [CLICK], 1)
    assert made.recording
    recording = load_recording(tmp_path / made.recording)
    assert recording.header.task.checks == ()
    assert "clicks" not in "\n".join(step.request + step.reply for step in recording.steps)


def test_another_items_recording_is_found(stage: Stage, tmp_path: Path) -> None:
    made = attempted(stage, tmp_path, [CLICK], 1)
    for change in ({"seed": 2}, {"item": "other"}):
        with pytest.raises(BadInput, match="is a recording of"):
            JUDGE.again(made.model_copy(update=change), tmp_path)
