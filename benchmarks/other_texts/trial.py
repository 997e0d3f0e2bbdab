"""Trials: the desk recorded once in a toolkit, replayed with other texts, judged by what it then did."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import chdir
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agent.replay.live.run import plan_replays, replay_live
from agent.replay.options import PATIENCE, LiveOptions
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.runs.run import run_one
from agent.task import load_task
from benchmarks.other_texts.changes import CHANGES
from benchmarks.other_texts.desk import PORT, RECORDED, TARGET

if TYPE_CHECKING:
    from agent.runs.report.result import Result
    from benchmarks.other_texts.changes import Expected
    from benchmarks.other_texts.desk import Desk

PROGRAMS = Path(__file__).parent / "programs"
ROOT = Path(__file__).parents[2]
KITS = ("tk", "qt", "swing", "web")
_BRIEF = 3.0
"""Seconds of patience where a stop is right."""
Outcome = Literal["right", "honest stop", "needless stop", "wrong", "silently wrong"]
"""right: it passed, and what was recorded is what was done. wrong: something else was done, or before a text
that had to be a stop; silently: and the replay passed."""
_CHOSEN = f"chosen|{TARGET.number}"


@dataclass(frozen=True, slots=True)
class Trial:
    """One replay."""

    kit: str
    change: str
    seed: int
    told: str
    """What was another text."""
    outcome: Outcome
    did: tuple[str, ...]
    """What the program did."""
    said: str
    seconds: float
    recorded: str
    """The replay's recording."""

    def line(self) -> str:
        """As a line of a file of results."""
        return json.dumps(asdict(self), ensure_ascii=False)


def record(kit: str, folder: Path) -> Result | None:
    """Record the desk in a folder; None where the toolkit is not installed."""
    command = _command(kit, folder)
    if command is None:
        return None
    task = {
        "id": f"desk_{kit}",
        "instruction": "Book the order.",
        "vars": {"note": RECORDED.note},
        "launch": [{"command": command, "wait_for": {"text": "Letters in the note", "seconds": 60}}],
        "steps": [
            f'Click "{TARGET.name}"',
            'Type "${note}" into "Note"',
            f'Select "{PORT}" in "Port"',
            'Click "Book"',
            'Click "Yes"',
            'Wait until "Booked" appears',
        ],
        "limits": {"steps": 60, "seconds": 300},
        "checks": [{"text": "Booked"}],
    }
    path = folder / "task.yaml"
    path.write_text(json.dumps(task, ensure_ascii=False), encoding="utf-8")
    _show(RECORDED)
    with chdir(folder):
        return run_one(plan(load_task(path).runs(), 1, folder / "rec")[0], RunOptions())


def replayed(kit: str, change: str, seed: int, desk: Desk, folder: Path) -> Trial:
    """One live replay of the recording in a folder, on another desk; one that was right is not kept."""
    expected = CHANGES[change].expected
    options = LiveOptions(
        task=folder / "task.yaml",
        overrides={} if desk.note == RECORDED.note else {"note": desk.note},
        patience=_BRIEF if expected == "stop" else PATIENCE,
    )
    _show(desk)
    with chdir(folder):
        [replay] = plan_replays(folder / "rec", options)
        result = replay_live(replay, options)
    log = Path(folder, result.workdir or "", "log.txt")
    did = tuple(log.read_text(encoding="utf-8").splitlines()) if log.exists() else ()
    outcome = judged(expected, desk, did, passed=result.verdict == "passed")
    if outcome in ("right", "honest stop"):
        shutil.rmtree(Path(folder, result.recording or "runs/none").parent, ignore_errors=True)
    return Trial(
        kit=kit,
        change=change,
        seed=seed,
        told=RECORDED.differences(desk),
        outcome=outcome,
        did=did,
        said=f"{result.verdict}: {result.message}",
        seconds=result.seconds,
        recorded=str(folder / (result.recording or "")),
    )


def judged(expected: Expected, desk: Desk, did: tuple[str, ...], *, passed: bool) -> Outcome:
    """What a replay came to.

    Args:
        expected: What it should do.
        desk: The texts that it met.
        did: What the program did.
        passed: Whether it passed.
    """
    wanted = (_CHOSEN, f"booked|{TARGET.number}|{TARGET.name}|{desk.note}|{PORT}")
    if passed:
        return "right" if did == wanted and expected != "stop" else "silently wrong"
    if did != wanted[: len(did)] or (expected == "stop" and len(did) > _allowed(desk)):
        return "wrong"
    return "needless stop" if expected == "pass" else "honest stop"


def _allowed(desk: Desk) -> int:
    """How much may be done until a stop: what comes up later is not known before."""
    return int(_first_screen(desk) == _first_screen(RECORDED))


def _first_screen(desk: Desk) -> tuple[object, ...]:
    return desk.title, desk.heading, desk.born, desk.balance, desk.rows, desk.dialog == "first"


def _show(desk: Desk) -> None:
    """Have the programs that are started from now on show a desk."""
    os.environ["DESK"] = str(Path(tempfile.gettempdir(), f"desk-{os.getpid()}.txt"))
    Path(os.environ["DESK"]).write_text(desk.lines(), encoding="utf-8")


def _command(kit: str, folder: Path) -> list[str] | None:
    """How the desk is started in a toolkit; None where that is not installed."""
    log = "${workdir}/log.txt"
    match kit:
        case "tk":
            return [str(ROOT / ".venv" / "bin" / "python"), str(PROGRAMS / "tk_desk.py"), log]
        case "qt":
            python = os.environ.get("QT_PYTHON")
            return [python, str(PROGRAMS / "qt_desk.py"), log] if python else None
        case "web" if shutil.which("chromium"):
            profile = "${workdir}/profile"
            return [str(ROOT / ".venv" / "bin" / "python"), str(PROGRAMS / "web_desk.py"), log, profile]
        case "swing" if shutil.which("javac"):
            subprocess.run(["javac", "-d", str(folder), str(PROGRAMS / "SwingDesk.java")], check=True)
            return ["java", "-cp", str(folder), "SwingDesk", log]
    return None
