"""Cost of recording to the loop, and the speed of an offline replay."""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agent.episode import Step
from agent.model import Completion
from agent.protocol.prompt import build_prompt
from agent.protocol.system import system_text
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from agent.replay.offline import replay
from agent.task import load_task
from benchmarks.row import Row
from tools.observation import Frame, Observation, Settled

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
STEPS = 30
THINKING = 0.3
"""Seconds a step: a stand-in for the model, which frames are encoded beside."""


def run() -> list[Row]:
    """The recorder's calls on the loop's thread against encoding there; steps a second of a replay."""
    screens = _screens()
    naive = statistics.median(_encoding(frame) for frame in screens)
    hot = statistics.median(_hot_path(screens))
    recording = load_recording(ROOT / "recordings" / "fill_form")
    replay(recording)
    began = time.perf_counter()
    times = 20
    for _ in range(times):
        replay(recording)
    rate = times * len(recording.steps) / (time.perf_counter() - began)
    return [
        Row(
            "recorder on the hot path, a step",
            hot * 1000,
            "ms",
            f"encoding there {naive * 1000:.1f} ms",
            hot / naive,
            "under 2 ms",
            met=hot < 0.002,  # noqa: PLR2004  (the aim)
        ),
        Row("offline replay", rate, "steps/s", "the aim, 300", rate / 300, "300 or more", met=rate >= 300),  # noqa: PLR2004
    ]


def _screens() -> list[Frame]:
    """The frames of a recorded run, each made new: nothing of them is computed yet."""
    recorded = load_recording(ROOT / "recordings" / "fill_form").frames.values()
    frames = [frame.bgrx for frame in recorded]
    made = []
    for index in range(STEPS):
        pixels = frames[index % len(frames)].copy()
        pixels[0, 0, :3] = np.array([index % 256, index // 256, 9], np.uint8)
        made.append(Frame(pixels))
    return made


def _encoding(frame: Frame) -> float:
    """Seconds for the picture as it is stored, made on the spot."""
    from PIL import Image

    began = time.perf_counter()
    Image.fromarray(Frame(frame.bgrx.copy()).rgb).save(
        io.BytesIO(), "WEBP", lossless=True, quality=0, method=4
    )
    return time.perf_counter() - began


def _hot_path(screens: list[Frame]) -> list[float]:
    """Seconds that each step's calls to the recorder take."""
    task = load_task(ROOT / "tasks" / "fill_form.yaml").runs()[0].resolve(Path("workdir"))
    spent, steps = [], []
    with (
        tempfile.TemporaryDirectory() as folder,
        Recorder(Path(folder) / "recording", model="bench", display="virtual") as recorder,
    ):
        recorder.began(task, system_text())
        for index, frame in enumerate(screens, 1):
            seen = Observation(frame, settled=Settled(changed=True))
            prompt = build_prompt(task, steps, seen)
            observing = _timed(recorder.observed, index, seen)
            time.sleep(THINKING)
            waiting = _timed(recorder.acting)
            step = Step(index, seen, prompt, Completion("Thought: bench."), "malformed", note="bench")
            steps.append(step)
            spent.append(observing + waiting + _timed(recorder.stepped, step))
        recorder.check()
    return spent


def _timed(call: Callable[..., None], *arguments: object) -> float:
    began = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - began
