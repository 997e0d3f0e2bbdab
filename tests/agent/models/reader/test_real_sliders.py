"""Sliders of a real window: moved until the number beside them is the one, never called done unseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.agent.fakes import make_task
from tests.agent.models.reader.playing import play
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from agent.task import Task

PROGRAM = Path(__file__).parent / "programs" / "sliders.py"


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    """One eye for all: it loads its models once."""
    return ScreenReader()


def mixer(file: Path, *steps: str) -> Task:
    """These steps on the sliders."""
    written = [{"text": text, "line": line} for line, text in enumerate(steps, 1)]
    launch = {"command": ["python", str(PROGRAM), str(file)], "wait_for": {"text": "Treble", "seconds": 60}}
    return make_task(steps=written, launch=[launch], limits={"steps": 60, "seconds": 840})


def test_moves_sliders_to_a_value_that_is_seen(reader: ScreenReader, tmp_path: Path) -> None:
    file = tmp_path / "mixer.json"
    steps = ('Set "Volume" to 70', 'Set "Balance" to -13', 'Click "Store"', 'Wait until "Stored" appears')
    ending = play(mixer(file, *steps), reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    assert json.loads(file.read_text("utf-8")) == {"Volume": 70, "Balance": -13, "Treble": 30}


def test_a_slider_without_a_number_is_never_called_done(reader: ScreenReader, tmp_path: Path) -> None:
    ending = play(mixer(tmp_path / "mixer.json", 'Set "Treble" to 70'), reader, tmp_path)
    assert ending.verdict == "gave_up"
    assert 'moved the slider "Treble", and no number beside it shows its value' in ending.message
