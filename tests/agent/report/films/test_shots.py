"""Shots: what a film shows, for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.recording.reading import load_recording
from agent.report.films.drawing import CAPTION
from agent.report.films.shots import LAST, shots, shown_seconds
from tests.agent.fakes import DONE, click
from tests.agent.report.runs import TREE, record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("took", "shown"), [(0.0, 0.6), (0.8, 0.8), (1.0, 1.0), (2.0, 1.5), (16.0, 3.0), (5000.0, 3.0)]
)
def test_long_waits_are_compressed_and_haste_is_slowed_down(took: float, shown: float) -> None:
    assert shown_seconds(took) == pytest.approx(shown)


def test_a_step_is_its_recorded_screen_with_a_ring_where_it_clicks() -> None:
    recording = load_recording(TREE / "wrong_email")
    first = next(shots(recording.folder, moving=False))
    shown = np.asarray(first.picture)[:-CAPTION]
    changed = np.argwhere((shown != recording.frames[recording.steps[0].frame].rgb).any(axis=2))
    (top, left), (bottom, right) = changed.min(axis=0), changed.max(axis=0)
    assert left <= 691 - 15
    assert top <= 205 - 15
    assert right < 691 + 40
    assert bottom < 205 + 40


def test_the_pointer_moves_to_where_it_clicks(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec", [click(100, 100), click(900, 900), DONE])
    assert len(list(shots(rec, moving=False))) == 4
    assert len(list(shots(rec, moving=True))) == 8


def test_the_end_is_told_and_shown_longer(tmp_path: Path) -> None:
    *_, last = shots(record(tmp_path / "rec"), moving=False)
    *_, cut = shots(record(tmp_path / "cut", cut=True), moving=False)
    assert last.seconds == cut.seconds == LAST
    assert last.picture.tobytes() != cut.picture.tobytes()
