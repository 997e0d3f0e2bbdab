"""The actions of a recording that are replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadRecording
from agent.recording.reading import load_recording
from agent.recording.trajectory import last_click, trajectory_of
from tests.agent.fakes import DONE, FAILED, FakeDesktop, call, click
from tests.agent.recordings import record
from tools.action import Click, Key, Type
from tools.errors import ScreenChanged
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

    from agent.recording.reading import Recording

WAIT = call("wait", time=1)


def recording(tmp_path: Path, *replies: str, desktop: FakeDesktop | None = None) -> Recording:
    record(tmp_path / "rec", list(replies), desktop)
    return load_recording(tmp_path / "rec")


def test_waits_and_what_was_not_carried_out_are_left_out(tmp_path: Path) -> None:
    dropped = FakeDesktop({3: ScreenChanged("a dialog came up")})
    rec = recording(
        tmp_path, WAIT, click(), click(100), "nothing", call("type", text="a"), DONE, desktop=dropped
    )
    trajectory = trajectory_of(rec)
    assert [(one.step, one.action.kind) for one in trajectory] == [(2, "click"), (5, "type")]


def test_a_screen_after_an_action_is_the_one_that_the_next_was_decided_on(tmp_path: Path) -> None:
    rec = recording(tmp_path, click(), WAIT, call("key", keys=["ctrl", "s"]), DONE)
    first, second = trajectory_of(rec)
    assert first.before is rec.frames[rec.steps[0].frame]
    assert first.after is second.before is rec.frames[rec.steps[2].frame]
    assert second.after is rec.frames[rec.steps[3].frame]
    assert first.sentence == "left_click."


def test_only_the_first_steps_for_a_fork(tmp_path: Path) -> None:
    rec = recording(tmp_path, click(), call("type", text="a"), FAILED)
    assert [one.step for one in trajectory_of(rec, upto=1)] == [1]
    assert [one.step for one in trajectory_of(rec, upto=9)] == [1, 2]
    assert trajectory_of(rec, upto=0) == ()


def test_a_run_that_did_not_pass_is_not_replayed_whole(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match="did not pass"):
        trajectory_of(recording(tmp_path, click(), FAILED))


def test_a_recording_in_which_nothing_was_done(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match="nothing was done in this recording"):
        trajectory_of(recording(tmp_path, WAIT, DONE))


def test_of_a_run_that_was_cut_off_the_last_action_is_left_out(tmp_path: Path) -> None:
    recording(tmp_path, click(), call("type", text="a"), DONE)
    file = tmp_path / "rec" / "session.jsonl"
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:3]))  # the header and two steps
    assert [one.step for one in trajectory_of(load_recording(tmp_path / "rec"), upto=2)] == [1]


def test_where_the_last_click_was(tmp_path: Path) -> None:
    rec = recording(tmp_path, click(100, 100), call("type", text="a"), call("key", keys=["tab"]), DONE)
    trajectory = trajectory_of(rec)
    assert [type(one.action) for one in trajectory] == [Click, Type, Key]
    assert last_click(trajectory) == Point(20, 10)
    assert last_click(trajectory[1:]) is None
