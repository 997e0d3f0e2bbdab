"""`agent check --steps`: the sentences that may be written as steps, the user's own among them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.models import written_forms
from agent.printing.escapes import visible
from agent.printing.streams import write, write_json
from agent.runs.planning.suite import task_files
from agent.task.own.meaning import known_steps

if TYPE_CHECKING:
    from agent.commands.options.check import CheckCommand
    from agent.task.own.declared import OwnStep


def list_steps(options: CheckCommand) -> int:
    """List them; those of a user with file, line and what their docstrings say.

    Raises:
        BadInput: a file of own steps is wrong.
    """
    folders = (
        dict.fromkeys(file.parent for file in task_files(options.tasks)) if options.tasks else {Path(): None}
    )
    own = known_steps(folders)
    if options.json:
        write_json({"forms": written_forms(), "own": [_described(step) for step in own]})
        return exit_status.PASSED
    lines = ["The embedded model `reader` understands:", *(f"  {form}" for form in written_forms())]
    lines += [
        "",
        "Own steps:" if own else "There are no own steps: write some in a steps.py beside the task.",
    ]
    for step in own:
        lines += [f"  {step.pattern.sentence}", f"      {step.where}" + (f": {step.doc}" if step.doc else "")]
    write("".join(f"{visible(line)}\n" for line in lines))
    return exit_status.PASSED


def _described(step: OwnStep) -> dict[str, object]:
    return {"step": step.pattern.sentence, "file": str(step.path), "line": step.line, "doc": step.doc}
