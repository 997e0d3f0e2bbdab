"""Session: the child process that holds one desktop for a client, from its opening to the verdict."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.errors import ModelFault
from agent.loop_guard import NoGuard
from agent.mcp.results import Closed
from agent.mcp.seat.requests import Answer
from agent.mcp.seat.seat import Seat
from agent.mcp.seat.sentences import Sentences
from agent.recording.disk import cannot
from agent.runs.approval import Approval
from agent.runs.options import RunOptions
from agent.runs.planning.one_run import run_of_file
from agent.runs.planning.plan import Planned
from agent.runs.run import TaskRun

if TYPE_CHECKING:
    from pathlib import Path

    from agent.mcp.line import Line
    from agent.model import Completion, Prompt
    from agent.runs.report.result import Result
    from agent.task import Task

_SCENES = 8
"""That are kept read: those of the last acts."""
_UP_TO_THE_CLIENT: dict[str, tuple[()]] = {"steps": (), "interruptions": ()}
"""What of a task nobody follows."""
_LIMITS = {"steps": 100_000, "seconds": 86_400.0}
"""Of a client's use of a desktop: it ends it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a desktop is opened."""

    folder: Path
    """Gets the recording and the programs' logs."""
    task: Path | None = None
    """Whose programs, rules, secrets and checks hold; its steps are left to the client."""
    values: tuple[tuple[str, str], ...] = ()
    command: tuple[str, ...] = ()
    """The one program, where there is no task."""
    wait_for: str | None = None
    size: tuple[int, int] = (1280, 800)
    display: str = "virtual"
    approve: str = "auto"
    """`auto`: the person is asked what a rule asks about; `ask`: about every act; `deny`: nothing is done."""


class Client:
    """The model of such a run: a client that is somewhere else; it is asked through its seat."""

    name = "mcp"
    sees = True

    def check(self, task: Task) -> None:
        """It can do any: what is done is up to it."""

    def start(self, task: Task) -> None:
        """Nothing to do."""

    def prepare(self) -> None:
        """Nothing to load."""

    def complete(self, prompt: Prompt) -> Completion:
        """Never: the seat is asked. Raises ModelFault."""
        del prompt
        raise ModelFault("a client decides at its seat")


def hold(line: Line) -> None:
    """Open the desktop that is ordered, and hold it until the client, or the server, wants it no more."""
    line.serve(lambda opening: _held(line, opening))


def _held(line: Line, opening: Opening) -> Answer:
    from tools.see.cache import SceneCache  # noqa: PLC0415  (heavy: loaded on use)

    planned = _planned(opening)
    folder = planned.new_folder()
    task = planned.run.resolve(folder.workdir)
    task = task.model_copy(update={"limits": task.limits.model_copy(update=_LIMITS)})
    seat = Seat(
        line,
        Sentences(folder.path, task.secrets, task.vars),
        SceneCache(kept=_SCENES),
        f"-{secrets.token_hex(2)}",
    )
    answer = seat.answer if opening.approve != "deny" else (lambda _question: False)
    options = RunOptions(
        display=opening.display,
        approve=Approval(every=opening.approve != "auto", answer=answer),
        attendant=seat,
    )
    return Answer(_closed(TaskRun(folder, task, Client(), options, guard=NoGuard()).run()))


def _planned(opening: Opening) -> Planned:
    """The run that the use of the desktop is."""
    path = opening.task or opening.folder / "desktop.yaml"
    try:
        opening.folder.mkdir(parents=True, exist_ok=True)
        if opening.task is None:
            path.write_text(json.dumps(_written(opening), ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        advice = "start `agent mcp` with --out DIR where you can write"
        raise cannot(str(opening.folder), "make the desktop's folder", error, advice) from None
    label, run = run_of_file(path, dict(opening.values), None)
    return Planned(run, label, None, opening.folder)


def _written(opening: Opening) -> dict[str, Any]:
    """A task file for a desktop without one. Variables are no part of a command: a `$` is a `$`."""
    launch: dict[str, Any] = {"command": [word.replace("$", "$$") for word in opening.command]}
    if opening.wait_for:
        launch["wait_for"] = {"text": opening.wait_for.replace("$", "$$")}
    return {
        "id": "desktop",
        "instruction": "Used by an MCP client.",
        "launch": [launch] if opening.command else [],
        "display": {"size": list(opening.size)},
    }


def _closed(result: Result) -> Closed:
    return Closed(
        verdict=result.verdict,
        message=result.message,
        steps=result.steps,
        seconds=result.seconds,
        checks=result.checks,
        recording=result.recording,
        picture=result.picture,
    )
