"""Trials: the form on a far machine, filled in through a viewer, judged by the form's own database."""

from __future__ import annotations

import os
import sqlite3
from contextlib import chdir, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from agent.recording.reading import load_recording
from agent.replay.live.recorded_task import recorded_task, runs_of
from agent.replay.live.run import Replay, plan_replays, replay_live
from agent.replay.options import LiveOptions
from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned
from agent.runs.run import run_one
from agent.task import load_task
from benchmarks.remote.guide import form_task, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from agent.episode import Watcher
    from agent.runs.report.result import Result
    from benchmarks.remote.conditions import Condition
    from benchmarks.remote.far import Far

Outcome = Literal["right", "stopped", "silently wrong"]
SAME = ("id", "instruction", "steps", "display")
"""What a recording of the form on this machine has in common with one through a viewer: not the programs."""
FILLED_IN = (
    *("Ada Lovelace", "ada@engine.example", "+49 30 901820", "Germany", "Business", 2500, "GBP", 1, 1, 0),
    *("12 Analytical Road", "Berlin", "10115", "7 Engine Yard", "", "", "Prefers letters to calls."),
)
_COLUMNS = (
    "name, email, phone, country, customer_type, credit_limit, currency, terms, newsletter, tax_exempt, "
    "billing_street, billing_city, billing_postcode, delivery_street, delivery_city, delivery_postcode, note"
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One run."""

    outcome: Outcome
    result: Result


def record(far: Far, condition: Condition, folder: Path, to: Path) -> Trial:
    """The form's task, done by the embedded model through the viewer and recorded."""
    with _form(far, condition, folder) as database:
        task = form_task(far, condition.viewer, condition.layout, folder, database)
        result = _run(task, {}, folder, to)
        return _judged(result, database, FILLED_IN)


def replay(far: Far, condition: Condition, folder: Path, recording: Path) -> Trial:
    """A recording driven again through the viewer: one of the form's task, wherever the form was."""
    with _form(far, condition, folder) as database:
        task = form_task(far, condition.viewer, condition.layout, folder, database)
        known = load_recording(recording)
        run = runs_of(known, task, far.values(condition.layout))[0]
        planned = Planned(run, "replay", None, folder / "run")
        result = replay_live(Replay(known, recorded_task(known, run, SAME), planned), LiveOptions())
        return _judged(result, database, FILLED_IN)


def guided(
    far: Far, condition: Condition, folder: Path, name: str, watchers: Sequence[Watcher] = ()
) -> Trial:
    """The guide's own task, as it is written there, with a name that is typed; recorded in `folder`."""
    with _form(far, condition, folder) as database:
        task = folder / f"{far.protocol}.yaml"
        task.write_text(text_of(far.protocol), "utf-8")
        values = far.values(condition.layout) | {"name": name}
        result = _run(task, values, folder, folder / "recording", watchers)
        return _judged(result, database, (name,))


def guided_again(far: Far, condition: Condition, folder: Path, before: Path, name: str) -> Trial:
    """The recording of the guide's task in the folder `before`, driven again there, with another name."""
    with _form(far, condition, folder) as database, chdir(folder):
        values = far.values(condition.layout) | {"name": name}
        options = LiveOptions(task=before / f"{far.protocol}.yaml", overrides=values)
        [planned] = plan_replays(before / "recording", options)
        return _judged(replay_live(planned, options), database, (name,))


def _run(
    task: Path, values: Mapping[str, str], folder: Path, to: Path, watchers: Sequence[Watcher] = ()
) -> Result:
    [run] = load_task(task).runs(values)
    return run_one(Planned(run, "run", to, folder / "run"), RunOptions(), watchers)


@contextmanager
def _form(far: Far, condition: Condition, folder: Path) -> Iterator[Path]:
    """The form on the far machine, fresh, and the password where a task takes it from; its database."""
    folder.mkdir(parents=True)
    database = folder / "customers.db"
    far.set_layout(condition.layout)
    name = f"{far.protocol.upper()}_PASSWORD"
    os.environ[name] = far.password
    try:
        with far.program("tasks/apps/customer_form.py", "--db", str(database), *condition.form):
            yield database
    finally:
        del os.environ[name]


def _judged(result: Result, database: Path, wanted: tuple[object, ...]) -> Trial:
    """Judged by the first columns of all that was saved."""
    is_right = [row[: len(wanted)] for row in _saved(database)] == [wanted]
    if result.verdict != "passed":
        return Trial("stopped", result)
    return Trial("right" if is_right else "silently wrong", result)


def _saved(file: Path) -> list[tuple[object, ...]]:
    if not file.is_file():
        return []
    with closing(sqlite3.connect(file)) as database:
        return database.execute(f"select {_COLUMNS} from customers").fetchall()
