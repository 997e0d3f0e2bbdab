"""Data set folder, read back by the `datasets` library."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.exports.huggingface import TRAIN
from agent.bench.exports.writing import export
from agent.recording.reading import load_recording
from tests.agent.bench.exports.exported import MARKED, quiet, recorded
from tests.agent.fakes import DONE, call, click

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[4]


Rows = list[dict[str, Any]]


@pytest.fixture
def rows(tmp_path: Path) -> Callable[..., Rows]:
    """Exports recordings, and reads what was written."""

    def read(*places: Path) -> Rows:
        export(places, "huggingface", tmp_path / "out", quiet, failed=True)
        script = Path(__file__).with_name("read_dataset.py")
        command = [sys.executable, script, tmp_path / "out", tmp_path / "cache"]
        env = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return read


def test_a_row_is_a_step_with_its_picture(rows: Callable[..., Rows], tmp_path: Path) -> None:
    typed = call("type", text=MARKED)
    read = rows(recorded(tmp_path / "one", [click(250, 500), typed, DONE], instruction="Tick <it>."))
    first, second, third = read
    assert len((tmp_path / "out" / TRAIN / "metadata.jsonl").read_text("utf-8").splitlines()) == len(read)
    assert first["picture"][:5] == [200, 100, 1, 0, 7]
    told = {name: first[name] for name in ("episode", "step", "task", "instruction", "model", "outcome")}
    assert told == {
        "episode": "one", "step": 1, "task": "demo", "instruction": "Tick <it>.", "model": "fake",
        "outcome": "done",
    }  # fmt: skip
    assert (first["point"], first["pixel"], first["history"]) == ([250.0, 500.0], [50, 50], [])
    assert json.loads(first["action"]) == {"kind": "click", "point": [50, 50], "button": "left", "count": 1}
    assert [row["reply"] for row in read] == [click(250, 500), typed, DONE]
    assert json.loads(second["action"])["text"] == MARKED
    assert (second["point"], second["pixel"]) == (None, None)
    assert third["history"] == ["left_click.", "type."]
    assert (third["action"], third["outcome"], third["passed"]) == (None, "ended", True)


def test_half_of_a_character_is_read_too(rows: Callable[..., Rows], tmp_path: Path) -> None:
    """No file in UTF-8 can hold it; the recording keeps it."""
    [row, _] = rows(recorded(tmp_path / "one", [f"\ud83d {click()}", DONE]))
    assert row["reply"] == f"\ufffd {click()}"


def test_all_steps_of_the_trees_recordings_are_read_back_pixel_for_pixel(rows: Callable[..., Rows]) -> None:
    folders = [ROOT / "recordings" / name for name in ("galculator_sum", "pay_order")]
    read = rows(*folders)
    recordings = [load_recording(folder) for folder in folders]
    lines = [(one, line) for one in recordings for line in one.steps]
    assert [row["reply"] for row in read] == [line.reply for _, line in lines]
    for row, (recording, line) in zip(read, lines, strict=True):
        pixels = recording.frames[line.frame].rgb.tobytes()
        assert row["picture"][-1] == hashlib.sha256(pixels).hexdigest()
