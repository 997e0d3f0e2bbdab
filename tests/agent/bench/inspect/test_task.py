"""Inspect runs a task of ours for real: a program on a display, a log with steps and pictures, our checks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from agent.bench.inspect.task import SIZE, desktop, instruction
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from agent.task import load_task
from tests.agent.bench.inspect.mocked import KEYS

ROOT = Path(__file__).parents[4]
MOCKED = Path(__file__).with_name("mocked.py")


def evaluated(file: Path, folder: Path) -> dict[str, Any]:
    """What Inspect's log says of the only sample."""
    command = [sys.executable, "-W", "ignore", MOCKED, file, folder / "logs"]
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_model_of_inspects_does_the_sum_and_its_log_holds_steps_and_pictures(tmp_path: Path) -> None:
    told = evaluated(ROOT / "tasks" / "galculator_sum.yaml", tmp_path)
    assert told["error"] is None
    assert (told["score"]["value"], told["score"]["answer"]) == ("C", "passed"), told["score"]["explanation"]
    assert set(told["tools"]) == {"computer"}
    assert told["pictures"] == len(told["tools"]) >= len(KEYS) + 2
    assert told["size"] == [360, 120]
    recording = load_recording(tmp_path / told["score"]["metadata"]["recording"])
    assert (recording.header.model, recording.header.size) == ("inspect:mockllm/model", SIZE)
    assert replay(recording).verdict == "passed"


def test_a_program_that_does_not_start_is_an_error_and_no_miss(tmp_path: Path) -> None:
    task = tmp_path / "gone.yaml"
    task.write_text("instruction: Look.\nlaunch: [{command: [no-such-program-here]}]\nchecks: [{text: x}]\n")
    told = evaluated(task, tmp_path)
    assert told["score"] is None
    assert "no-such-program-here" in told["error"]


def test_each_case_is_a_sample_with_its_plan(tmp_path: Path) -> None:
    path = tmp_path / "two.yaml"
    path.write_text(
        'instruction: Greet ${name}.\nsteps: [Click "Greet"]\nvars: {name: x}\nchecks: [{text: hi}]\n'
        "cases: [{name: Ada}, {name: Zoë}]\n"
    )
    made = desktop(str(path), steps=7)
    assert [sample.input for sample in made.dataset] == [
        f'Greet {name}.\n\nPlan:\n1. Click "Greet"' for name in ("Ada", "Zoë")
    ]
    first, second = made.dataset
    assert first.id != second.id
    assert second.metadata == {
        "file": str(path), "values": {}, "size": [1366, 768], "steps": 7, "seconds": None, "number": 1,
    }  # fmt: skip
    assert instruction(load_task(path).runs({"name": "Bo"})[0]).startswith("Greet ")
