"""Trials: a form filled in by the reader, judged by what its program held when it was saved."""

from __future__ import annotations

import json
import os
from contextlib import chdir
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from benchmarks.ordinary.pace import Pace, pace_of
from benchmarks.ordinary.trial import outcome_of
from training.screens.kits import command_of

if TYPE_CHECKING:
    from benchmarks.forms.form import Form
    from benchmarks.ordinary.trial import Outcome
    from training.screens.splits import Look

ROOT = Path(__file__).parents[2]
_UNSEEN = "\u200b"
"""What pages put where nothing stands, so that the line keeps its height."""
_TICKED = ("checkbox", "switch")
_DAYS = {"yyyy-MM-dd": (2, 1, 0), "dd.MM.yyyy": (0, 1, 2), "MM/dd/yyyy": (1, 0, 2)}


@dataclass(frozen=True, slots=True)
class Trial:
    """One form, filled in once."""

    toolkit: str
    theme: str
    seed: int
    outcome: Outcome
    said: str
    wrong: dict[str, list[str | None]]
    """What was saved wrong: by label, what was wanted and what was held; None: nothing was told of it."""
    fields: int
    seconds: float
    pace: Pace | None
    load: float
    """Of the machine, over the last minute."""

    def line(self) -> str:
        """As a line of a file of results."""
        return json.dumps(asdict(self), ensure_ascii=False)


def fill(form: Form, look: Look, seed: int, folder: Path) -> Trial:
    """Fill in a form; its task, its run and what it saved stay below a folder."""
    (folder / "plan.json").write_text(json.dumps(form.plan) + "\n", encoding="utf-8")
    path = folder / "task.yaml"
    path.write_text(json.dumps(task_of(form, look, folder), ensure_ascii=False, indent=1), encoding="utf-8")
    with chdir(folder):
        result = run_one(plan(load_task(path).runs(), 1, folder / "rec")[0], RunOptions())
    saved = Path(folder, result.workdir or "", "saved.json")
    held = held_by(json.loads(saved.read_text(encoding="utf-8"))["elements"]) if saved.is_file() else {}
    wrong = wrong_of(form, held)
    return Trial(
        look.toolkit, look.theme, seed, outcome_of(result.verdict, is_right=not wrong),
        f"{result.verdict}: {result.message}", wrong if saved.is_file() else {}, len(form.changes),
        result.seconds, pace_of(str(folder / result.recording)) if result.recording else None,
        os.getloadavg()[0],
    )  # fmt: skip


def task_of(form: Form, look: Look, folder: Path) -> dict[str, Any]:
    """The task; its program reads the plan from its standard input, of which there is one."""
    shell = ["sh", "-c", 'plan=$0; exec "$@" <"$plan"', str(folder / "plan.json")]
    return {
        "id": f"form-{look.toolkit}",
        "instruction": "Fill in the form and save it.",
        "launch": [
            {
                "command": [
                    "env", "-C", str(ROOT), "TRAINING_SAVE=${workdir}/saved.json", *shell,
                    *command_of(look.toolkit),
                ],
                "wait_for": {"text": form.save, "seconds": 120},
            }
        ],
        "display": {"kind": "virtual", "size": [1280, 1200]},  # no step scrolls: the highest form is in sight
        "steps": form.steps,
        "limits": {"steps": 200, "seconds": 900},
        "checks": [{"file": {"path": "${workdir}/saved.json", "contains": "elements"}}],
    }  # fmt: skip


def held_by(elements: list[dict[str, Any]]) -> dict[str, str]:
    """What elements hold, by their labels."""
    held: dict[str, str] = {}
    for one in elements:
        if one["kind"] in _TICKED:
            held[one["text"]] = one["state"]
        elif one["label"] and (one["kind"] != "radio" or one["state"] == "on"):
            held[one["label"]] = one["text"].replace(_UNSEEN, "").strip()
    return held


def wrong_of(form: Form, held: dict[str, str]) -> dict[str, list[str | None]]:
    """The labels of what does not hold what it has to, with both. A date may be told in another format."""
    dates = {
        row["label"]: row["format"]
        for group in form.plan["groups"]
        for row in group["rows"]
        if "format" in row
    }
    return {
        label: [wanted, held.get(label)]
        for label, wanted in form.wanted.items()
        if held.get(label) not in (wanted, label in dates and _iso(wanted, dates[label]))
    }


def _iso(date: str, form: str) -> str:
    """A date with the year first, as browsers tell it."""
    parts = date.replace(".", "-").replace("/", "-").split("-")
    day, month, year = (parts[at] for at in _DAYS[form])
    return f"{year}-{month}-{day}"
