"""The picture that a person is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from agent.runs.marked_picture import write_marked
from agent.runs.question import Question
from tests.agent.fakes import make_frame
from tools.action import Click, Drag, Key
from tools.geometry import Box, Point
from tools.observation import Observation

if TYPE_CHECKING:
    from pathlib import Path

    from tools.action import Action

SEEN = Observation(make_frame(), pointer=Point(20, 80))
RED = (230, 0, 80)


def drawn(folder: Path, action: Action, box: Box | None = None) -> np.ndarray:
    """Where something was drawn in red."""
    write_marked(Question(1, action, SEEN, box=box), path := folder / "asked.png")
    with Image.open(path) as image:
        assert image.size == (200, 100)
        return np.all(np.asarray(image) == RED, axis=-1)


def test_the_point_is_marked_and_can_still_be_seen(tmp_path: Path) -> None:
    red = drawn(tmp_path, Click(point=Point(100, 50)))
    assert red[50, 86] or red[50, 87]
    assert not red[46:55, 96:105].any()


def test_the_box_is_drawn_around_it(tmp_path: Path) -> None:
    red = drawn(tmp_path, Click(point=Point(100, 50)), Box(60, 40, 80, 20))
    assert red[37:64, 57].all() or red[38:63, 56].all()
    assert not drawn(tmp_path, Click(point=Point(100, 50)))[40, 57]


def test_a_drag_is_a_line_and_keys_have_no_place(tmp_path: Path) -> None:
    assert drawn(tmp_path, Drag(point=Point(180, 80)))[80, 60]
    assert not drawn(tmp_path, Key(keys=("x",))).any()


def test_at_the_edge_and_for_a_tiny_box_it_is_drawn_as_well(tmp_path: Path) -> None:
    assert drawn(tmp_path, Click(point=Point(0, 99)), Box(0, 99, 1, 1)).any()
