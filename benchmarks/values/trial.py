"""Trials: the form recorded once in a toolkit, replayed with other values, judged by what was saved."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from contextlib import chdir
from dataclasses import asdict, dataclass, replace
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
        case "html" if shutil.which("chromium"):
            return [str(ROOT / ".venv" / "bin" / "python"), str(PROGRAMS / "html_form.py")]
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

    Where a replay stops, they are tried one by one until one stops; the others go on without it. What does
    not exist is asked for act by act.
    """
    form = Form(kit, kind, acts, folder)
    left = [act for act in acts if form.values[act]]
    if kind == "not there":
        for act in left:
            yield from form.replayed([act])
        return
    while left:
        told = form.replayed(left)
        if told[0].outcome == "stopped" and len(left) > 1:
            told = _one_by_one(form, left, told[0])
        yield from told
        left = [act for act in left if act not in {trial.act for trial in told}]


def _one_by_one(form: Form, acts: Sequence[str], stop: Trial) -> list[Trial]:
    """The acts by themselves, the one that the stop speaks of first, until one stops.

    If each is right by itself, the stop is told besides, as one of them all together.
    """
    told: list[Trial] = []
    for act in sorted(acts, key=lambda act: act != stop.act):
        told += form.replayed([act])
        if told[-1].outcome == "stopped":
            return told
    return [*told, replace(stop, act="together")]


@dataclass(frozen=True, slots=True)
class Form:
    """A recorded form, to be replayed with values of one kind."""

    kit: str
    kind: str
    acts: Sequence[str]
    folder: Path
    """Holds the task and its recording."""

    @property
    def values(self) -> dict[str, str]:
        """Of each act."""
        return dict(zip(ACTS, KINDS[self.kind], strict=True))

    def replayed(self, changed: Sequence[str]) -> list[Trial]:
        """One replay: the outcome of each changed act, or the one at which it stopped."""
        names = dict(zip(ACTS, NAMES, strict=True))
        overrides = {names[act]: self.values[act] for act in changed}
        options = LiveOptions(task=self.folder / "task.yaml", overrides=overrides, patience=PATIENCE)
        with chdir(self.folder):
            [replay] = plan_replays(self.folder / "rec", options)
            result = replay_live(replay, options)
        saved = Path(self.folder, result.workdir or "", "saved.txt")
        if not saved.exists():
            act = stopped_at(result.message, {act: self.values[act] for act in changed})
            return [self._trial(act, "stopped", result.message, result)]
        got = dict(zip(ACTS, saved.read_text(encoding="utf-8").split("\n"), strict=True))
        known = dict(zip(ACTS, RECORDED, strict=True))
        told = []
        for act in self.acts:
            is_right = got[act] == (self.values if act in changed else known)[act]
            if act in changed or not is_right:
                outcome: Outcome = "right" if is_right else "wrong"
                told.append(self._trial(act, outcome, f"saved: {got[act]}; {result.verdict}", result))
        return told

    def _trial(self, act: str, outcome: Outcome, said: str, result: Result) -> Trial:
        return Trial(self.kit, act, self.kind, self.values[act], outcome, said, result.seconds)


def stopped_at(message: str, changed: Mapping[str, str]) -> str:
    """The act whose value a stop quotes in its reason, or in what it did not do; else the first one.

    Args:
        message: Of the stop.
        changed: The acts with another value than the recorded one, in the order of the form, with it.
    """
    where, _, why = message.partition("): ")
    known = dict(zip(ACTS, RECORDED, strict=True))
    for text in (why, where):
        quoted = {part.removeprefix("Sorted: ") for part in re.findall(r"[\"'](.+?)[\"']", text)}
        named = [act for act in changed if quoted & {changed[act], known[act]}]
        if named:
            return named[0]
    return next(iter(changed))
