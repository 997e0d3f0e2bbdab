"""Session: the child process that holds one desktop for a client, from its opening to the verdict."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from agent.errors import ModelFault
from agent.loop_guard import NoGuard
from agent.mcp.seat.seat import Seat
from agent.mcp.seat.sentences import Sentences
from agent.runs.approval import approval_by
from agent.runs.options import RunOptions
from agent.runs.planning.one_run import run_of_file
from agent.runs.planning.plan import Planned, new_home
from agent.runs.run import TaskRun

if TYPE_CHECKING:
    from agent.mcp.line import Line
    from agent.mcp.seat.requests import Opening
    from agent.model import Completion, Prompt
    from agent.runs.report.result import Result
    from agent.task import Task

_ADVICE = "start `agent mcp` with --out DIR where you can write"
_SCENES = 8
"""That are kept read: those of the last acts."""
_LIMITS = {"steps": 100_000, "seconds": 86_400.0}
"""Of a client's use of a desktop: it ends it."""


class Client:
    """The model of such a run: a client that is somewhere else; it is asked through its seat."""

    name = "mcp"
    sees = True

    def check(self, task: Task) -> None:
        """It can do any: its steps are a plan that the client may follow, and nobody judges them."""

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


def _held(line: Line, opening: Opening) -> Result:
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
    options = RunOptions(
        display=opening.display, approve=approval_by(seat.answer, opening.approve), attendant=seat
    )
    return TaskRun(folder, task, Client(), options, guard=NoGuard()).run()


def _planned(opening: Opening) -> Planned:
    """The run that the use of the desktop is."""
    if opening.task is not None:
        label, run = run_of_file(opening.task, dict(opening.values), None)
        return Planned(run, label, None, new_home(label, opening.folder, _ADVICE))
    home = new_home("desktop", opening.folder, _ADVICE)
    path = home / "desktop.yaml"
    path.write_text(json.dumps(_written(opening), ensure_ascii=False, indent=1), encoding="utf-8")
    label, run = run_of_file(path, {}, None)
    return Planned(run, label, None, home)


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
