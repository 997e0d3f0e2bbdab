"""Consent: a live replay says which programs it starts, and asks a person where they are not their own.

A task is the user's own if its file lies in the folder that `agent` is called in, or in the Git checkout
around it, or was named with `--task`. Another one came with the recording, and does what it likes.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from agent.errors import BadInput
from agent.printing import streams
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from agent.task import Run, Task


def consent(runs: Sequence[Run], named: Path | None, console: Console) -> None:
    """Say what the runs start, and have it allowed.

    Args:
        runs: to be done.
        named: the task file that the user named, if any.
        console: where it is said.

    Raises:
        BadInput: a person said no.
    """
    tasks = [run.resolve(Path("workdir")) for run in runs]
    for command in dict.fromkeys(command for task in tasks for command in commands(task)):
        console.print(Text(f"  runs {visible(shlex.join(command))}", "dim"), soft_wrap=True)
    if named or not streams.can_ask():  # a script's author knows what it replays
        return
    files = dict.fromkeys(run.file.document.path for run in runs)
    listed = ", ".join(str(file) for file in files if not is_own(file, Path(), Path.home()))
    if listed and not streams.ask(visible(f"these are commands of {listed}; start them?")):
        raise BadInput(
            f"{listed}: lies outside the folder that you are in, and its commands may be a stranger's; "
            "nothing was started. Read them; then say yes, name the file with --task, or go to its folder"
        )


def commands(task: Task) -> Iterator[tuple[str, ...]]:
    """What a run of a task starts: its programs, and those of its checks."""
    yield from (launch.command for launch in task.launch)
    yield from (check.run for check in task.checks if check.kind == "command")


def is_own(file: Path, here: Path, home: Path) -> bool:
    """Whether a task file is one that the user works with.

    Args:
        file: of the task.
        here: the folder that the command is given in.
        home: the user's; to be in it (or above) does not make all below one's own.
    """
    here, home = here.resolve(), home.resolve()
    project = next((folder for folder in (here, *here.parents) if _is_checkout(folder, here)), here)
    return not home.is_relative_to(project) and file.resolve().is_relative_to(project)


def _is_checkout(folder: Path, here: Path) -> bool:
    """Whether it is a Git checkout of the same owner as the folder one is in, as Git itself wants it."""
    return (folder / ".git").exists() and folder.stat().st_uid == here.stat().st_uid
