"""`agent run TASK...`: run tasks, show their progress and their results."""

from __future__ import annotations

import os
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

from agent.commands.check import check_runs, load_runs
from agent.commands.jobs import side_by_side
from agent.commands.results import Results
from agent.commands.view import watched
from agent.errors import BadInput
from agent.printing.console import stderr_console
from agent.replay.options import mode_of
from agent.runs.attempts import attempt, not_done
from agent.runs.planning.plan import label_of, plan
from agent.runs.planning.selection import selection
from agent.runs.report.terminal import Progress
from agent.runs.run import run_one
from agent.task.unused import refuse_unused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.commands.options.run import RunCommand
    from agent.episode import Watcher
    from agent.runs.attempts import Does
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result
    from agent.task import Run


def main(options: RunCommand) -> int:
    """Run every task, case and repetition; the exit status of the gravest verdict."""
    console = stderr_console()
    results = Results(console, options.output)
    planned, does = _planned(options)
    if options.jobs == 1 or len(planned) == 1:
        progress = Progress(console)
        run = partial(attempt, does=does, retries=options.retries, starting=progress.starting)
        with watched(options.run) if options.view else nullcontext(options.run) as attended:
            return results.add_all(one_by_one(planned, run, attended, [progress], progress.starting))
    run = partial(attempt, does=does, retries=options.retries)
    return results.add_all(side_by_side(options.jobs, planned, run, options.run))


def _planned(options: RunCommand) -> tuple[list[Planned], Does]:
    """All runs, and what does one: the model, or the recording where there is one."""
    asked = load_runs(options.tasks, options.overrides)
    runs = selected(asked, options.selected)
    check_runs(runs, options.run)
    refuse_unused([run.file for run in asked], options.overrides)
    mode = mode_of(options.mode, options.record, os.environ)
    planned = plan(runs, options.repeat, options.record, fresh=mode is None)
    if mode is None:
        return planned, run_one
    from agent.replay.record_modes import check_mode, run_in_mode  # noqa: PLC0415  (heavy: all of live replay)

    for one in planned:
        check_mode(one, mode)
    return planned, partial(run_in_mode, mode=mode)


def selected(runs: list[Run], expression: str | None) -> list[Run]:
    """The runs that an expression matches: their names, their files' names, their tags and marks."""
    if expression is None:
        return runs
    selects = selection(expression)
    chosen = [run for run in runs if selects(_names_of(run))]
    if not chosen:
        tags = sorted({tag for run in runs for tag in _tags_of(run)})
        names = ", ".join([*map(label_of, runs), *(f"tag {tag}" for tag in tags)])
        raise BadInput(f'-k "{expression}": none of the {len(runs)} runs matches; there are: {names}')
    return chosen


def _names_of(run: Run) -> str:
    return " ".join((str(run.file.document.path), label_of(run), *_tags_of(run)))


def _tags_of(run: Run) -> tuple[str, ...]:
    written = run.file.written
    return (*written.tags, *(mark.name for mark in written.marks))


def one_by_one(
    planned: Sequence[Planned],
    run: Does,
    options: RunOptions,
    watchers: Sequence[Watcher] = (),
    starting: Callable[[str], None] = lambda _label: None,
) -> Iterator[Result]:
    """The results as they come; one that was interrupted is the last.

    Args:
        planned: the runs.
        run: does one.
        options: as of any run.
        watchers: who is told of their steps.
        starting: is told which one comes.

    Raises:
        BadInput: of the first one; what is wrong with a later one is its verdict.
    """
    for one in planned:
        starting(one.label)
        try:
            result = run(one, options, watchers)
        except BadInput as fault:
            if one is planned[0]:
                raise
            result = not_done(one, options, "environment_error", str(fault))
        yield result
        if result.verdict == "interrupted":
            return
