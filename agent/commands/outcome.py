"""How every command that runs something asks for approval, tells of its results, and ends."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.runs.result import Result, exit_status, write_junit
from agent.runs.run import always
from agent.runs.terminal import plain, print_result, print_summary, stderr_console

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from types import FrameType

    from rich.console import Console

    from agent.runs.run import Approve
    from tools.action import Action
    from tools.observation import Observation


def check_outputs(options: argparse.Namespace) -> None:
    """Refuse what could only fail after the runs.

    Raises:
        BadInput: the JUnit file can't be written.
    """
    if options.junit:
        try:
            Path(options.junit).parent.mkdir(parents=True, exist_ok=True)
            Path(options.junit).touch()
        except OSError as error:
            raise BadInput(f"--junit {options.junit}: can't be written: {error.strerror}") from None


def tell(results: Iterable[Result], options: argparse.Namespace, console: Console) -> int:
    """Print each result as it comes, and the summary; the exit status of the gravest verdict."""
    told = []
    for result in results:
        print_result(console, result)
        told.append(result)
        if result.verdict == "interrupted":
            break
    if len(told) > 1:
        print_summary(console, told)
    if options.junit:
        write_junit(told, Path(options.junit))
    if options.json:
        shown = {"exit": exit_status(told), "runs": [result.model_dump(mode="json") for result in told]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    return exit_status(told)


def approval(kind: str) -> Approve:
    """What says yes or no to each action: `auto`, `ask` or `deny`."""
    return {"auto": always, "ask": _ask, "deny": _never}[kind]


def end_on_sigterm() -> None:
    """An end by SIGTERM cleans up as one by Ctrl-C does."""
    signal.signal(signal.SIGTERM, _interrupt)


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
    del signum, frame
    raise KeyboardInterrupt
