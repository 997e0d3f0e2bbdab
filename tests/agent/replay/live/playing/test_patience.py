"""Patience: its seconds count from a step's first wait, and anew with the next one."""

from __future__ import annotations

from agent.replay.live.playing.patience import Patience
from tests.agent.fakes import make_frame
from tools.observation import Frame


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_counts_from_the_first_wait_of_a_step() -> None:
    clock = Clock()
    patience = Patience(5, clock)
    clock.now = 100.0
    assert not patience.waiting
    assert patience.left() == 5.0
    clock.now = 104.0
    assert (patience.waiting, patience.left()) == (True, 1.0)
    patience.ends()
    assert not patience.waiting
    assert patience.left() == 5.0


def test_what_is_done_beside_a_step_gives_it_all_its_time_again() -> None:
    clock = Clock()
    patience = Patience(5, clock)
    patience.left()
    clock.now = 4.0
    patience.pauses()
    assert patience.left() == 5.0
    clock.now = 8.0
    patience.begins(make_frame(1))
    assert patience.left() == 5.0


def test_a_wait_is_about_a_screen() -> None:
    patience, frame = Patience(5, Clock()), make_frame(1)
    assert not patience.was_about(frame)
    patience.waits(frame)
    assert patience.was_about(frame)
    assert not patience.was_about(Frame(255 - frame.bgrx))
    patience.ends()
    assert not patience.was_about(frame)
