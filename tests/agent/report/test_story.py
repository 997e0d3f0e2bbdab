"""The story of a recording: titles, places, times, what each step led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.recording.reading import Recording, load_lines
from agent.report.story import seconds_of, steps_of
from tests.agent.fakes import DONE, call, click
from tests.agent.report.runs import TREE, record
from tools.action import Type
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path


def test_each_step_leads_to_the_next_ones_screen() -> None:
    recording = load_lines(TREE / "wrong_email")
    steps = list(steps_of(recording))
    assert [step.after for step in steps] == [line.frame for line in recording.steps[1:]] + [None]
    assert steps[0].title == 'Click the field "Full name".'
    assert steps[0].thought == 'The field "Full name" is at (691, 203).'
    assert steps[0].point == Point(691, 203)
    assert steps[1].began == pytest.approx(steps[0].seconds)
    assert recording.end is not None
    assert seconds_of(recording) == recording.end.timing["seconds"]


def test_the_last_act_led_to_the_frame_that_the_end_names(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec", [click(), KeyboardInterrupt()]))
    assert recording.end is not None
    assert [step.after for step in steps_of(recording)] == [recording.end.frame]
    assert recording.end.frame is not None


def test_of_a_run_that_was_cut_off_the_steps_are_told(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec", [click(), click(100, 100), DONE], cut=True))
    steps = list(steps_of(recording))
    assert len(steps) == 3
    assert steps[-1].after is None
    assert seconds_of(recording) == pytest.approx(sum(step.seconds for step in steps))


def test_a_reply_without_words_is_told_by_what_was_done(tmp_path: Path) -> None:
    bare = call("type", text="Ada").partition("<tool_call>")
    recording = load_lines(record(tmp_path / "rec", [bare[1] + bare[2], DONE]))
    assert next(steps_of(recording)).title == 'type "Ada"'


def _with(recording: Recording, **fields: object) -> Recording:
    from dataclasses import replace

    steps = tuple(line.model_copy(update=fields) for line in recording.steps)
    return replace(recording, steps=steps)


def test_a_secret_is_told_by_its_name(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec"))
    hidden = {"kind": "type", "text": ["pin ", {"secret": "PIN"}]}
    assert next(steps_of(_with(recording, action=hidden))).action == Type(text="pin ${secret.PIN}")


@pytest.mark.parametrize(
    "action",
    [
        {"kind": "click", "point": ["<b>", None]},
        {"kind": "fly"},
        {"point": [1, 2]},
        {"kind": "wait", "seconds": 1e9},
    ],
)
def test_what_is_no_action_is_told_as_none(tmp_path: Path, action: dict[str, object]) -> None:
    recording = _with(load_lines(record(tmp_path / "rec")), action=action)
    step = next(steps_of(recording))
    assert (step.action, step.point, step.done) == (None, None, "")


@pytest.mark.parametrize("told", [float("inf"), float("nan"), -1.0, 1e300])
def test_what_is_no_duration_counts_as_none(tmp_path: Path, told: float) -> None:
    recording = _with(load_lines(record(tmp_path / "rec")), timing={"model": told, "acting": 0.5})
    assert next(steps_of(recording)).parts == {"acting": 0.5}
