"""Output of commands that run something: results, summary, JUnit file, exit status."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.errors import BadInput
from agent.printing.streams import write_json
from agent.runs.report.junit import write_junit
from agent.runs.report.terminal import print_result, print_summary

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from rich.console import Console

    from agent.commands.options.shared import Output
    from agent.runs.report.result import Result


class Results:
    """Prints each result as it comes; in the end the summary, the files, and the exit status.

    An older JUnit file is gone from the start: whatever happens, none is taken for that of these runs.

    Raises:
        BadInput: the JUnit file can't be written, which is said before anything is run.
    """

    def __init__(self, console: Console, output: Output) -> None:
        self._console, self._output = console, output
        self._results: list[Result] = []
        if output.junit:
            _make_room(output.junit)

    def add(self, result: Result) -> None:
        """Print one."""
        print_result(self._console, result)
        self._results.append(result)
        if self._output.junit:
            write_junit(self._results, self._output.junit)

    def finish(self) -> int:
        """Tell of all of them together; the exit status of the gravest verdict."""
        status = exit_status.of_verdicts(result.verdict for result in self._results)
        if len(self._results) > 1:
            print_summary(self._console, self._results)
        if self._output.json:
            shown = {"exit": status, "runs": [result.model_dump(mode="json") for result in self._results]}
            write_json(shown)
        return status


def _make_room(junit: Path) -> None:
    """Make sure that the file can be written, and that no older one is there."""
    if junit.is_dir():
        raise BadInput(f"--junit {junit}: is a folder; name a file in it, such as {junit / 'junit.xml'}")
    if junit.exists() and not junit.is_file():
        raise BadInput(f"--junit {junit}: is no plain file; name one that can be written anew")
    try:
        junit.parent.mkdir(parents=True, exist_ok=True)
        junit.touch()
        junit.unlink()
    except OSError as error:
        raise BadInput(f"--junit {junit}: can't be written: {error.strerror}") from None


def end_on_sigterm() -> None:
    """An end by SIGTERM cleans up as one by Ctrl-C does."""
    signal.signal(signal.SIGTERM, _interrupt)


def _interrupt(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    raise KeyboardInterrupt
