"""Output of commands that run something: results, summary, JUnit file, exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.interrupts import held, sentence
from agent.printing.streams import tell, write_json
from agent.runs.report.file import ReportFile
from agent.runs.report.junit import junit
from agent.runs.report.summary import print_summary
from agent.runs.report.terminal import print_result

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        self._junit = ReportFile("--junit", output.junit) if output.junit else None

    def add(self, result: Result) -> None:
        """Print one."""
        print_result(self._console, result)
        self._results.append(result)
        if self._junit:
            self._junit.write(junit(self._results))

    def add_all(self, results: Iterable[Result]) -> int:
        """Print each as it comes, and finish; an interrupt is the end of them, and none that came is lost."""
        try:
            for result in results:
                self.add(result)
        except KeyboardInterrupt as signalled:
            if not self._results:
                raise
            tell(f"agent: {sentence(signalled)}\n")
            return self.finish(exit_status.INTERRUPTED)
        return self.finish()

    def finish(self, status: int = exit_status.PASSED) -> int:
        """Tell of all of them together; the exit status of the gravest verdict, at least that one."""
        with held():
            return self._finish(status)

    def _finish(self, status: int) -> int:
        lost = self._junit.fault if self._junit else ""
        statuses = [status, exit_status.of_verdicts(result.verdict for result in self._results)]
        status = exit_status.gravest([*statuses, *([exit_status.ENVIRONMENT] if lost else [])])
        if len(self._results) > 1:
            print_summary(self._console, self._results)
        if self._output.json:
            shown = {"exit": status, "runs": [result.model_dump(mode="json") for result in self._results]}
            write_json(shown)
        if lost:
            tell(f"agent: {lost}\n")
        return status
