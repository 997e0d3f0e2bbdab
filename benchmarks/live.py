"""Live replay of the form: the cost of a step, beside the run of the embedded model that was recorded.

A step is all from one look to the next: settling (with the program's own time in it), deciding, recording and
acting, typed characters at the pace of the keyboard. Start-up and checks are left out on both sides. The
aim leaves the program's own time out, our figure has it in it.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

from agent.recording.reading import load_recording
from agent.replay.live.run import plan_replays, replay_live
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from benchmarks.row import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.runs.report.result import Result

ROOT = Path(__file__).parent.parent
TASK = ROOT / "tasks" / "fill_form.yaml"
REPLAYS = 5
PARTS = ("settling", "model", "recording", "acting")
AIM = 150
"""Milliseconds a step."""
FASTER = 10
THEIRS = 1215
"""Milliseconds a step of openadapt-flow 2.4.0 on this form, the best of its runs (docs/internals/log.md).

Not of this run, so no ratio is made with it.
"""
OTHERS = f"openadapt-flow on this form {THEIRS} ms (docs/internals/log.md)"


def run() -> list[Row]:
    """Record once, replay on the same screen and on another layout, in one run."""
    os.environ["PATH"] = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as folder, chdir(ROOT):
        made = _steps(run_one(plan(load_task(TASK).runs(), 1, Path(folder) / "rec")[0], RunOptions()))
        same = [step for _ in range(REPLAYS) for step in _replayed(Path(folder) / "rec", {})]
        other = _replayed(Path(folder) / "rec", {"seed": "5"})
    median, per_run = statistics.median(same), sum(same) / REPLAYS
    elsewhere = statistics.median(other)
    return [
        Row(
            "live replay, a step",
            median,
            "ms",
            OTHERS,
            None,
            f"{AIM} ms or less",
            met=median <= AIM,
        ),
        Row(
            "live replay of the whole form, steps only",
            per_run,
            "ms",
            f"the run that made it {sum(made):.0f} ms",
            per_run / sum(made),
            f"1/{FASTER} or less",
            met=per_run * FASTER <= sum(made),
        ),
        Row(
            "live replay on another layout, a step",
            elsewhere,
            "ms",
            f"the run that made it {statistics.median(made):.0f} ms",
            elsewhere / statistics.median(made),
            f"below {THEIRS} ms",
            met=elsewhere < THEIRS,
        ),
    ]


def _replayed(recording: Path, values: Mapping[str, str]) -> list[float]:
    options = LiveOptions(overrides=values)
    [replay] = plan_replays(recording, options)
    return _steps(replay_live(replay, options))


def _steps(result: Result) -> list[float]:
    """Milliseconds of each step, the last look included."""
    if result.verdict != "passed" or result.recording is None:
        raise RuntimeError(f"the form was not filled: {result.message}")
    steps = load_recording(Path(result.recording)).steps
    return [1000 * sum(step.timing.get(part, 0.0) for part in PARTS) for step in steps]
