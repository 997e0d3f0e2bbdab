"""Every recording in the tree replays with today's prompt, parser, grounding, guard and loop."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.recording.reading import load_recording
from agent.replay.offline import replay
from agent.task import load_task

ROOT = Path(__file__).parent.parent
RECORDINGS = sorted(place for place in (ROOT / "recordings").iterdir() if place.is_dir())
TASKS = sorted((ROOT / "tasks").glob("*.yaml"))


@pytest.mark.parametrize("folder", RECORDINGS, ids=lambda folder: folder.name)
def test_it_replays_to_its_recorded_verdict(folder: Path) -> None:
    recording = load_recording(folder)
    assert replay(recording).verdict == "passed"


@pytest.mark.parametrize("path", TASKS, ids=lambda path: path.stem)
def test_every_task_has_a_recording_of_the_file_as_it_is(path: Path) -> None:
    """A task that was changed is recorded anew: `make record`."""
    recorded = load_recording(ROOT / "recordings" / load_task(path).id)
    assert recorded.header.task_sha256 == load_task(path).document.digest


def test_no_display_and_no_model_are_needed() -> None:
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, "-m", "agent", "replay", *map(str, RECORDINGS)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(": agrees: ") == len(RECORDINGS) > 0
