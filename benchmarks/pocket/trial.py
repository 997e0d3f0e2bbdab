"""One run of the form by the pocket model."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.recording.reading import load_lines
from benchmarks.pocket.presses import asked_for, pressed, wrong

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROOT = Path(__file__).parents[2]
_VALUES = {"name": "Ada Lovelace", "email": "ada@engine.example", "country": "Germany"}


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a run."""

    seed: int
    verdict: str
    message: str
    saved_right: bool
    """Whether the form's database holds the values: asked here once more, without deskhand's checks."""
    claimed: bool
    """Whether the model ended it as a success."""
    clicks: int
    wrong: tuple[str, ...]
    """What was pressed and no step asks for."""
    seconds: tuple[float, ...]
    """Of each think step."""

    def line(self) -> str:
        """For a person."""
        missed = f"  wrong: {', '.join(self.wrong)}" if self.wrong else ""
        said = "" if self.verdict == "passed" else f"  {self.message.splitlines()[0][:160]}"
        return (
            f"{self.seed:4} {self.verdict:8} {len(self.seconds):3} steps {sum(self.seconds):6.1f} s thinking"
            f"{said}{missed}"
        )


def form(seed: int, model: str, words: Sequence[str], values: Mapping[str, str], keep: Path) -> Trial:
    """Fill in the form of that look."""
    folder = keep / str(seed)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    events, recording = folder / "events.txt", folder / "recording"
    options = [f"--model={model}", f"--record={recording}", "--timeout=3600", "--json", *words]
    variables = [f"--var={name}={value}" for name, value in {**values, "seed": str(seed)}.items()]
    done = subprocess.run(
        [sys.executable, "-m", "agent", "run", str(_ROOT / "tasks" / "fill_form.yaml"), *options, *variables],
        cwd=folder,
        env=os.environ | {"DESKHAND_EVENTS": str(events)},
        capture_output=True,
        text=True,
        check=False,
    )
    (folder / "told.txt").write_text(done.stdout + done.stderr, "utf-8")
    run = json.loads(done.stdout)["runs"][0]
    wanted = {**_VALUES, **values}
    clicks = pressed(events.read_text("utf-8").splitlines() if events.exists() else [])
    steps = load_lines(recording).steps
    return Trial(
        seed,
        run["verdict"],
        run["message"] or "; ".join(check["what"] for check in run["checks"] if not check["passed"]),
        _saved(folder, wanted),
        '"status": "success"' in steps[-1].reply,
        len(clicks),
        tuple(wrong(clicks, asked_for(wanted["country"]))),
        tuple(step.timing["model"] for step in steps if "model" in step.timing),
    )


def _saved(folder: Path, wanted: Mapping[str, str]) -> bool:
    """Whether exactly this customer is in the run's database."""
    found = next(folder.glob("runs/*/workdir/customers.db"), None)
    if found is None:
        return False
    with closing(sqlite3.connect(found)) as database:
        rows = database.execute(
            "select name, email, phone, country, customer_type, credit_limit, currency, terms, newsletter, "
            "tax_exempt, billing_street, billing_city, billing_postcode, delivery_street, note from customers"
        ).fetchall()
    return rows == [
        (
            *(wanted["name"], wanted["email"], "+49 30 901820", wanted["country"], "Business", 2500, "GBP"),
            *(1, 1, 0, "12 Analytical Road", "Berlin", "10115", "7 Engine Yard", "Prefers letters to calls."),
        )
    ]
