"""Trials: an icon clicked in a program that was just started, judged by where the click landed."""

from __future__ import annotations

import json
from contextlib import chdir
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Literal

from agent.recording.reading import load_recording
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from tools.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from agent.runs.report.result import Result
    from benchmarks.icons.clicks.programs import MarkedIcon, Program
    from tools.observation import Frame

Outcome = Literal["right", "wrong", "not found", "changed", "not started"]
STARTED_SECONDS, SECONDS = 120, 180
"""That a program may take to start, and the step to be done."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One icon asked for in one program."""

    program: str
    said: str
    outcome: Outcome
    told: str
    """The run's own words."""
    seconds: float
    """From the first look to the click or the stop; what the program took for itself is in it."""
    rests: int
    """Places that the pointer rested on."""

    def line(self) -> str:
        """As a line of a file of results."""
        return json.dumps(asdict(self), ensure_ascii=False)


def tried(program: Program, icon: MarkedIcon, folder: Path) -> Trial:
    """Start the program anew, ask for the icon, and judge where it was clicked."""
    result, recording = started(program, f'Click the "{icon.said}" icon', folder)
    steps = recording.steps if recording else ()
    clicks = [Point(*step.action["point"]) for step in steps if _is(step, "click") and step.action]
    frames = [recording.frames[step.frame] for step in steps] if recording else []
    said = f"{result.verdict}: {result.message}"
    return Trial(
        program.name,
        icon.said,
        outcome_of(icon, clicks, frames, result.verdict),
        said,
        round(sum(_seconds(step) for step in _until_click(steps)), 2),
        sum(_is(step, "move") for step in steps),
    )


def outcome_of(icon: MarkedIcon, clicks: Sequence[Point], frames: Sequence[Frame], verdict: str) -> Outcome:
    """What became of it: a click elsewhere is wrong, and so is a step that is called done without one.

    Args:
        icon: The one that was asked for.
        clicks: All that were made.
        frames: All that were looked at; one of them has to show the icon as it was marked.
        verdict: The run's.
    """
    if verdict == "environment_error" and not frames:
        return "not started"
    if not any(icon.is_on(frame) for frame in frames):
        return "changed"
    if any(not icon.box.contains(point) for point in clicks) or (verdict == "passed" and not clicks):
        return "wrong"
    return "right" if clicks else "not found"


def started(program: Program, step: str, folder: Path) -> tuple[Result, Recording | None]:
    """What came of one step in the program, and its recording if there is one."""
    task = {
        "id": f"icons_{program.name}",
        "instruction": step,
        "launch": [
            {"command": program.command, "wait_for": {"text": program.shows, "seconds": STARTED_SECONDS}}
        ],
        "steps": [step],
        "limits": {"steps": 200, "seconds": SECONDS},
    }
    own = Path(mkdtemp(prefix=f"{program.name}-", dir=folder))
    path = own / "task.yaml"
    path.write_text(json.dumps(task, ensure_ascii=False), encoding="utf-8")
    with chdir(own):
        result = run_one(plan(load_task(path).runs(), 1, own / "rec")[0], RunOptions())
    return result, load_recording(Path(result.recording)) if result.recording else None


def _is(step: StepLine, kind: str) -> bool:
    return step.outcome == "done" and step.action is not None and step.action["kind"] == kind


def _until_click(steps: Sequence[StepLine]) -> Sequence[StepLine]:
    first = next((at for at, step in enumerate(steps, 1) if _is(step, "click")), len(steps))
    return steps[:first]


def _seconds(step: StepLine) -> float:
    return sum(step.timing.get(part, 0.0) for part in ("settling", "model", "recording", "acting"))
