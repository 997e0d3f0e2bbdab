"""Trials: the form recorded once in a toolkit, replayed with other values, judged by what was saved."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
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
from benchmarks.values.kinds import ACTS, KINDS, LISTS, NAMES, RECORDED, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.runs.report.result import Result

PROGRAMS = Path(__file__).parent / "programs"
ROOT = Path(__file__).parents[2]
PATIENCE = 3.0
Outcome = Literal["right", "stopped", "wrong"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One value given to one act."""

    kit: str
    act: str
    kind: str
    value: str
    outcome: Outcome
    said: str
    seconds: float

    def line(self) -> str:
        """As a line of a file of results."""
        return json.dumps(asdict(self), ensure_ascii=False)


def command_of(kit: str, classes: Path) -> list[str] | None:
    """How the form is started in a toolkit; None where that is not installed."""
    match kit:
        case "tk":
            return [str(ROOT / ".venv" / "bin" / "python"), str(PROGRAMS / "tk_form.py")]
        case "qt":
            python = os.environ.get("QT_PYTHON")
            return [python, str(PROGRAMS / "qt_form.py")] if python else None
        case "gtk":
            return ["/usr/bin/python3", str(PROGRAMS / "gtk_form.py")]
        case "swing" if shutil.which("javac"):
            subprocess.run(["javac", "-d", str(classes), str(PROGRAMS / "SwingForm.java")], check=True)
            return ["java", "-cp", str(classes), "SwingForm"]
    return None


def record(kit: str, acts: Sequence[str], folder: Path) -> Result | None:
    """Record the form with some acts; None where the toolkit is not installed."""
    folder.mkdir(parents=True, exist_ok=True)
    command = command_of(kit, folder)
    if command is None:
        return None
    task = {
        "id": f"parcels_{kit}",
        "instruction": "Fill in the form and save it.",
        "vars": dict(zip(NAMES, RECORDED, strict=True)),
        "launch": [
            {
                "command": [*command, "${workdir}/saved.txt", *LISTS],
                "wait_for": {"text": "Ready", "seconds": 60},
            }
        ],
        "steps": [*(STEPS[act] for act in acts), 'Click "Save"', 'Wait until "Saved" appears'],
        "limits": {"steps": 80},
        "checks": [{"text": "Saved"}],
    }
    path = folder / "task.yaml"
    path.write_text(json.dumps(task, ensure_ascii=False), encoding="utf-8")
    with chdir(folder):
        return run_one(plan(load_task(path).runs(), 1, folder / "rec")[0], RunOptions())


def trials(kit: str, kind: str, acts: Sequence[str], folder: Path) -> Iterator[Trial]:
    """One value of a kind for each act: as many as possible in one replay.

    An act at which a replay stops is told, and gets its recorded value in the next one. What does not exist
    is asked for act by act.
    """
    values = dict(zip(ACTS, KINDS[kind], strict=True))
    left = [act for act in acts if values[act]]
    if kind == "not there":
        for act in left:
            yield from _replayed(kit, kind, [act], values, acts, folder)
        return
    while left:
        told = list(_replayed(kit, kind, left, values, acts, folder))
        yield from told
        left = [act for act in left if act not in {trial.act for trial in told}]


def _replayed(
    kit: str, kind: str, changed: Sequence[str], values: Mapping[str, str], acts: Sequence[str], folder: Path
) -> Iterator[Trial]:
    """One replay: every act's outcome where it came to the end, else that of the one at which it stopped."""
    names = dict(zip(ACTS, NAMES, strict=True))
    options = LiveOptions(
        task=folder / "task.yaml",
        overrides={names[act]: values[act] for act in changed},
        patience=PATIENCE,
    )
    with chdir(folder):
        [replay] = plan_replays(folder / "rec", options)
        result = replay_live(replay, options)
    saved = Path(folder, result.workdir or "", "saved.txt")
    if not saved.exists():
        act = _stopped_at(result, changed, values)
        yield Trial(kit, act, kind, values[act], "stopped", result.message, result.seconds)
        return
    known = dict(zip(ACTS, RECORDED, strict=True))
    got = dict(zip(ACTS, saved.read_text(encoding="utf-8").split("\n"), strict=True))
    for act in acts:
        want = values[act] if act in changed else known[act]
        outcome: Outcome = "right" if want == got[act] else "wrong"
        if act in changed or outcome == "wrong":
            said = f"saved: {got[act]}; {result.verdict}"
            yield Trial(kit, act, kind, want, outcome, said, result.seconds)


def _stopped_at(result: Result, changed: Sequence[str], values: Mapping[str, str]) -> str:
    """The act whose value a stop speaks of, or else the first that was to be changed and was not yet done."""
    named = [act for act in changed if values[act] and values[act] in result.message]
    return named[0] if named else changed[0]
