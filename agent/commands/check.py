"""`agent check TASK...`: validate task files, run nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from agent.checks.ready import fault_of
from agent.commands import exit_status
from agent.commands.steps import list_steps
from agent.errors import BadInput, of_each
from agent.models import load_grounded
from agent.printing.streams import tell, write, write_json
from agent.runs.planning.suite import task_files
from agent.runs.texts import texts_of
from agent.task import load_task
from agent.task.own.expanding import OwnSteps
from agent.task.own.unexpanded import DeclaredSteps
from agent.task.schema import task_schema
from agent.task.unused import refuse_unused
from tools.ocrtext.scripts import unread_script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agent.commands.options.check import CheckCommand
    from agent.runs.options import RunOptions
    from agent.task import Run, TaskFile
    from agent.task.own.expanding import Expander


def main(options: CheckCommand) -> int:
    """Say of each file whether it could be run; 0 when all could, else 2. Or print what may be written."""
    if options.schema:
        write_json(task_schema())
        return exit_status.PASSED
    if options.steps:
        return list_steps(options)
    files = task_files(options.tasks)
    faults = {str(file): _fault(file, options, alone=len(files) == 1) for file in files}
    if options.json:
        found = [
            {"task": task, "valid": fault is None, "fault": fault and str(fault)}
            for task, fault in faults.items()
        ]
        write_json({"tasks": found})
    else:
        write("".join(f"{task}: valid\n" for task, fault in faults.items() if fault is None))
        if any(faults.values()):
            tell(f"{BadInput.together([fault for fault in faults.values() if fault])}\n")
    return exit_status.BAD_INPUT if any(faults.values()) else exit_status.PASSED


def _fault(file: Path, options: CheckCommand, *, alone: bool) -> BadInput | None:
    """What is wrong with a task file; a variable may be used by another one, unless this is alone."""
    try:
        runs = load_runs([str(file)], options.overrides, DeclaredSteps)
        check_runs(runs, options.run)
        if alone:
            refuse_unused([run.file for run in runs], options.overrides)
    except BadInput as fault:
        return fault
    return None


def load_runs(
    tasks: Sequence[str], overrides: Mapping[str, str], own: Callable[[Path], Expander] = OwnSteps
) -> list[Run]:
    """Every run that the task files ask for; a folder stands for all task files in it.

    Args:
        tasks: files and folders.
        overrides: `--var` values; of several files one concerns those that have its variable.
        own: makes what knows the own steps of the tasks of a folder.

    Raises:
        BadInput: a file, an override, a variable or a secret is wrong; all that is wrong is told at once.
    """
    files = of_each(lambda path: load_task(path, own(path.parent)), task_files(tasks))
    known = {name for file in files for name in file.variables}

    def runs_of(file: TaskFile) -> tuple[Run, ...]:
        others = known - file.variables
        return file.runs({name: value for name, value in overrides.items() if name not in others})

    runs = [run for runs in of_each(runs_of, files) for run in runs]
    for file in files:
        _tell_unread(file)
    return runs


def _tell_unread(file: TaskFile) -> None:
    """Warn of secrets that can't be painted over wherever they are shown."""
    for name in file.written.secrets:
        if script := unread_script(os.environ[name]):
            tell(
                f"agent: {file.document.path}: the secret {name} has letters that the recogniser lacks "
                f"({script}): it is painted over where it is typed, and stays where else a program shows it\n"
            )


def check_runs(runs: Sequence[Run], options: RunOptions) -> None:
    """Make sure that the model of each run, as the options have it, can do its task.

    Raises:
        BadInput: it can't; all that is wrong is told at once.
    """

    def check(run: Run) -> None:
        task = run.resolve(Path("workdir"))
        try:
            model = load_grounded(options.model or task.model, options.ground, options.grounder)
        except BadInput as fault:
            raise fault if options.model else run.file.document.error(("model",), str(fault)) from None
        model.check(task)
        texts_of(task)
        for place, one in task.placed_checks:
            if found := fault_of(one, task.source.parent, os.environ):
                raise run.file.document.error((*place, one.kind, found[0]), found[1])

    of_each(check, runs)
