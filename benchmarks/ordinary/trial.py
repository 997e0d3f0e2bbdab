"""Trials: a program's task recorded once and replayed, unchanged or with other values."""

from __future__ import annotations

import json
import os
from contextlib import chdir
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agent.replay.live.run import plan_replays, replay_live
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from benchmarks.ordinary.pace import Pace, pace_of

if TYPE_CHECKING:
    from agent.runs.report.result import Result
    from benchmarks.ordinary.programs import Program, Values

Outcome = Literal["right", "honest stop", "needless stop", "silently wrong"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One run of a program's task."""

    program: str
    kind: str
    """recorded, unchanged, or other values."""
    values: dict[str, str]
    outcome: Outcome
    said: str
    saved: str | None
    """What the program's file holds; None: it saved none."""
    seconds: float
    pace: Pace | None
    load: float
    """Of the machine, over the last minute."""

    def line(self) -> str:
        """As a line of a file of results."""
        return json.dumps(asdict(self), ensure_ascii=False)


def record(program: Program, folder: Path) -> Trial:
    """Record the task with its own values below a folder."""
    [run] = load_task(program.task).runs()
    with chdir(folder):
        result = run_one(plan((run,), 1, folder / "rec")[0], RunOptions())
    return _judged(program, "recorded", run.values, result, folder)


def replay(program: Program, kind: str, other: Values, folder: Path) -> Trial:
    """Replay what was recorded below a folder with some other values."""
    options = LiveOptions(task=program.task, overrides=other)
    with chdir(folder):
        [planned] = plan_replays(folder / "rec", options)
        result = replay_live(planned, options)
    return _judged(program, kind, planned.planned.run.values, result, folder)


def _judged(program: Program, kind: str, values: Values, result: Result, folder: Path) -> Trial:
    file = Path(folder, result.workdir or "", program.file.format_map(values))
    saved = file.read_text(encoding="utf-8") if file.is_file() else None
    pace = pace_of(str(folder / result.recording)) if result.recording else None
    outcome = outcome_of(
        result.verdict, is_right=saved == program.saved(values), is_kept=program.keeps(values)
    )
    said = f"{result.verdict}: {result.message}"
    load = os.getloadavg()[0]
    return Trial(program.name, kind, dict(values), outcome, said, saved, result.seconds, pace, load)


def outcome_of(verdict: str, *, is_right: bool, is_kept: bool = True) -> Outcome:
    """What became of a trial, going by the verdict and by whether the program saved what it had to.

    All values are ordinary ones, so a stop is needless, unless the program or the machine failed, the checks
    told of what was saved wrong, or the program made something else of a value.
    """
    if verdict == "passed":
        return "right" if is_right else "silently wrong"
    is_told = verdict in ("environment_error", "interrupted") or (verdict == "failed" and not is_right)
    return "honest stop" if is_told or not is_kept else "needless stop"
