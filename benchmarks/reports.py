"""Size and opening time of a report's page of 200 steps, on a plain desktop and on one that packs badly."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from playwright.sync_api import sync_playwright

from agent.episode import Step
from agent.model import Completion
from agent.protocol.prompt import build_prompt
from agent.protocol.system import system_text
from agent.protocol.toolcall import parse_tool_call
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from agent.report.page import write_page
from agent.task import load_task
from agent.usage import Usage
from benchmarks.row import Row
from tools.action import Click
from tools.geometry import Point
from tools.observation import Frame, Observation, Settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from agent.task import Task

ROOT = Path(__file__).parent.parent
STEPS = 200
MOST_BYTES, MOST_SECONDS = 15_000_000, 2.0
CALL = """<tool_call>
{"name": "computer_use", "arguments": {"action": "left_click", "coordinate": [540, 257]}}
</tool_call>"""
WORDS = "The screen shows a form, and the next field is empty. " * 6
_OPENED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))"
"""Two frames after it was loaded it has been painted."""


def run() -> list[Row]:
    """A page of a form, and a page of a photograph with a window over it."""
    form = load_recording(ROOT / "recordings" / "fill_form")
    plain = [frame.rgb for frame in form.frames.values()]
    return [*_rows("form", plain), *_rows("photograph", [_photograph()])]


def _rows(name: str, grounds: list[NDArray[np.uint8]]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        recording, page = Path(folder) / "rec", Path(folder) / "page.html"
        _record(recording, grounds)
        began = time.perf_counter()
        write_page([recording], page)
        writing = time.perf_counter() - began
        size, recorded = page.stat().st_size, sum(file.stat().st_size for file in recording.rglob("*.webp"))
        opening = min(_opening(page) for _ in range(3))
    against = f"its frames {recorded / 1e6:.1f} MB, written in {writing:.1f} s"
    yield Row(
        f"page of {STEPS} steps, {name}",
        size / 1e6,
        "MB",
        against,
        size / recorded,
        "under 15 MB",
        met=size < MOST_BYTES,
    )
    yield Row(f"its opening, {name}", opening, "s", "", None, "under 2 s", met=opening < MOST_SECONDS)


def _record(folder: Path, grounds: list[NDArray[np.uint8]]) -> None:
    """A run whose every step shows something new: a text typed into another place."""
    task = load_task(ROOT / "tasks" / "fill_form.yaml").runs()[0].resolve(folder)
    with Recorder(folder, model="bench", display="virtual") as recorder:
        recorder.began(task, system_text())
        for index in range(1, STEPS + 1):
            frame = _screen(grounds[index % len(grounds)], index)
            seen = Observation(frame, settled=Settled(quiet=True, changed=True, seconds=0.05))
            recorder.observed(index, seen)
            recorder.acting()
            recorder.stepped(_step(task, index, seen))
        recorder.check()


def _step(task: Task, index: int, seen: Observation) -> Step:
    reply = f"Thought: {WORDS}\nAction: Click field {index}.\n{CALL}"
    point = Point(*(seen.frame.size.width * 54 // 100, seen.frame.size.height * 26 // 100))
    return Step(
        index=index,
        observation=seen,
        prompt=build_prompt(task, (), seen),
        completion=Completion(reply, Usage(prompt=2500, reply=90)),
        outcome="done",
        call=parse_tool_call(reply),
        action=Click(point=point),
        timing=(("model", 0.8), ("settling", 0.1), ("acting", 0.02), ("recording", 0.001)),
    )


def _screen(ground: NDArray[np.uint8], index: int) -> Frame:
    picture = ground.copy()
    left, top = 40 + index * 37 % (picture.shape[1] - 400), 40 + index * 23 % (picture.shape[0] - 120)
    cv2.rectangle(picture, (left, top), (left + 340, top + 60), (250, 250, 250), -1)
    cv2.putText(picture, f"step {index}", (left + 12, top + 40), cv2.FONT_HERSHEY_SIMPLEX, 1, (20, 20, 20), 2)
    return Frame.from_rgb(picture)


def _photograph() -> NDArray[np.uint8]:
    """Soft shapes in all colours: a lossless packer can do little with them."""
    random = np.random.default_rng(1)
    coarse = random.integers(0, 255, (12, 20, 3), np.uint8)
    return np.asarray(cv2.resize(coarse, (1280, 800), interpolation=cv2.INTER_CUBIC), np.uint8)


def _opening(page: Path) -> float:
    """Seconds from asking for the page to its being painted."""
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        began = time.perf_counter()
        opened.goto(f"file://{page}", wait_until="load")
        opened.evaluate(_OPENED)
        seconds = time.perf_counter() - began
        browser.close()
    return seconds
