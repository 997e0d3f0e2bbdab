"""Runs without a step: the same screens are the same task, one other screen is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from agent.audit.same_screens import differ_by_more_actions, goes_on_the_same
from tests.agent.recordings import recorded
from tools.action import Key, Type
from tools.observation import Frame

if TYPE_CHECKING:
    from pathlib import Path

EMPTY, TYPED, OTHERWISE, SAVED = (
    Frame.from_rgb(np.full((60, 80, 3), shade, np.uint8)) for shade in (240, 160, 80, 20)
)
TAB, ADA, SAVE = Key(keys=("tab",)), Type(text="Ada"), Key(keys=("enter",))
WHOLE = recorded([EMPTY, EMPTY, TYPED, SAVED], TAB, ADA, SAVE)


def test_a_step_that_no_screen_tells_of_is_the_same_task_without_it() -> None:
    assert differ_by_more_actions(WHOLE, recorded([EMPTY, TYPED, SAVED], ADA, SAVE))


def test_one_other_screen_is_another_task() -> None:
    assert not differ_by_more_actions(WHOLE, recorded([EMPTY, OTHERWISE, SAVED], ADA, SAVE))
    assert not differ_by_more_actions(WHOLE, recorded([EMPTY, TYPED, OTHERWISE], ADA, SAVE))


def test_other_actions_are_another_task_whatever_the_screens_say() -> None:
    assert not differ_by_more_actions(WHOLE, recorded([EMPTY, TYPED, SAVED], Type(text="Ade"), SAVE))
    assert not differ_by_more_actions(WHOLE, WHOLE)
    assert not differ_by_more_actions(WHOLE, ())


def test_the_last_step_left_out_leaves_nothing_to_compare() -> None:
    """What it led to is known to nobody then."""
    assert not differ_by_more_actions(WHOLE, recorded([EMPTY, EMPTY, TYPED], TAB, ADA))


def test_what_can_not_be_read_is_not_the_same(tmp_path: Path) -> None:
    assert not goes_on_the_same(tmp_path, tmp_path)
