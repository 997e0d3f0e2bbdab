"""`agent run TASK...`: run tasks, show what happens, tell how it ended."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.check import check_runs, load_runs
from agent.commands.outcome import approval, check_outputs, end_on_sigterm, tell
from agent.errors import BadInput
from agent.replay.record_modes import check_mode, mode_of, run_in_mode
from agent.runs.run import Options, Planned, plan, run_one
from agent.runs.terminal import Progress, stderr_console
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from agent.episode import Watcher
    from agent.replay.record_modes import Mode
    from agent.runs.result import Result


def main(options: argparse.Namespace) -> int:
    """Run every task, case and repetition; the exit status of the gravest verdict."""
    end_on_sigterm()
    runs = load_runs(options.tasks, options.var)
    check_runs(runs, options)
    mode = mode_of(options.record_mode, options.record, os.environ)
    planned = plan(runs, options.repeat, Path(options.record) if options.record else None, fresh=mode is None)
    if mode is not None:
        for one in planned:
            check_mode(one, mode)
    if options.jobs > 1 and options.approve != "auto":
        raise BadInput(f"--approve {options.approve}: is for one run at a time; leave out --jobs")
    check_outputs(options)
    console = stderr_console()
    return tell(_results(planned, mode, options, console), options, console)


def _results(
    planned: list[Planned], mode: Mode | None, options: argparse.Namespace, console: Console
) -> Iterator[Result]:
    chosen = Options(
        model=options.model,
        display=options.display,
        max_steps=options.max_steps,
        timeout=options.timeout,
        approve=approval(options.approve),
        ground=options.ground,
        grounder=options.grounder,
    )
    if options.jobs == 1 or len(planned) == 1:
        progress = Progress(console)
        for one in planned:
            progress.starting(one.label)
            yield _run(one, mode, chosen, [progress])
        return
    # Processes, not threads: the mouse and keyboard library holds one display a process.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(options.jobs, len(planned)), mp_context=context) as pool:
        try:
            for done in as_completed([pool.submit(_run, one, mode, chosen) for one in planned]):
                yield done.result()
        except BrokenProcessPool:
            raise EnvironmentFault("a run's process was killed; is there enough memory for --jobs?") from None


def _run(planned: Planned, mode: Mode | None, options: Options, watchers: Sequence[Watcher] = ()) -> Result:
    if mode is None:
        return run_one(planned, options, watchers)
    return run_in_mode(planned, mode, options, watchers)
