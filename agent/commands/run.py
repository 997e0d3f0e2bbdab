"""`agent run TASK...`: run tasks, show what happens, tell how it ended."""

from __future__ import annotations

import json
import multiprocessing
import signal
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.check import check_runs, load_runs
from agent.errors import BadInput
from agent.progress import Progress, plain, print_result, print_summary, stderr_console
from agent.result import Result, exit_status, write_junit
from agent.run import Options, Planned, always, plan, run_one
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from types import FrameType

    from rich.console import Console

    from tools.action import Action
    from tools.observation import Observation


def main(options: argparse.Namespace) -> int:
    """Run every task, case and repetition; the exit status of the gravest verdict."""
    signal.signal(signal.SIGTERM, _interrupt)
    runs = load_runs(options.tasks, options.var)
    check_runs(runs, options)
    planned = plan(runs, options.repeat, Path(options.record) if options.record else None)
    _check_options(options)
    console = stderr_console()
    results = []
    for result in _results(planned, options, console):
        print_result(console, result)
        results.append(result)
        if result.verdict == "interrupted":
            break
    if len(results) > 1:
        print_summary(console, results)
    if options.junit:
        write_junit(results, Path(options.junit))
    if options.json:
        shown = {"exit": exit_status(results), "runs": [result.model_dump(mode="json") for result in results]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    return exit_status(results)


def _check_options(options: argparse.Namespace) -> None:
    """Refuse what could only fail after the runs."""
    if options.jobs > 1 and options.approve != "auto":
        raise BadInput(f"--approve {options.approve}: is for one run at a time; leave out --jobs")
    if options.junit:
        try:
            Path(options.junit).parent.mkdir(parents=True, exist_ok=True)
            Path(options.junit).touch()
        except OSError as error:
            raise BadInput(f"--junit {options.junit}: can't be written: {error.strerror}") from None


def _results(planned: list[Planned], options: argparse.Namespace, console: Console) -> Iterator[Result]:
    approve = {"auto": always, "ask": _ask, "deny": _never}[options.approve]
    chosen = Options(
        model=options.model,
        display=options.display,
        max_steps=options.max_steps,
        timeout=options.timeout,
        approve=approve,
        ground=options.ground,
        grounder=options.grounder,
    )
    if options.jobs == 1 or len(planned) == 1:
        progress = Progress(console)
        for one in planned:
            progress.starting(one.label)
            yield run_one(one, chosen, [progress])
        return
    # Processes, not threads: the mouse and keyboard library holds one display a process.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(options.jobs, len(planned)), mp_context=context) as pool:
        try:
            for done in as_completed([pool.submit(run_one, one, chosen) for one in planned]):
                yield done.result()
        except BrokenProcessPool:
            raise EnvironmentFault("a run's process was killed; is there enough memory for --jobs?") from None


def _never(action: Action, seen: Observation) -> bool:
    del seen
    stderr_console().print(f"not done (--approve deny): {plain(str(action))}")
    return False


def _ask(action: Action, seen: Observation) -> bool:
    """A person's answer; no answer (no terminal, end of input) is a no."""
    del seen
    sys.stderr.write(f"do this? {plain(str(action))} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _interrupt(signum: int, frame: FrameType | None) -> None:
    """An end by SIGTERM cleans up as one by Ctrl-C does."""
    del signum, frame
    raise KeyboardInterrupt
