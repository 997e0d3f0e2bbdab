"""Output of commands that run something: results, summary, JUnit file, exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.errors import in_words
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

    Older files are gone from the start: whatever happens, none is taken for that of these runs.

    Raises:
        BadInput: a file can't be written, which is said before anything is run.
    """

    def __init__(self, console: Console, output: Output) -> None:
        self._console, self._output = console, output
        self._results: list[Result] = []
        self._junit = ReportFile("--junit", output.junit) if output.junit else None
        self._page = ReportFile("--report", output.report) if output.report else None

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
        fault = ""
        try:
            self._write_page()
        except KeyboardInterrupt as signalled:
            status, fault = exit_status.INTERRUPTED, f"{sentence(signalled)}; there is no report"
        except Exception as error:  # noqa: BLE001  (whatever it is, the results are worth more than their page)
            fault = f"the report can't be written: {in_words(error)}"
        with held():
            return self._finish(status, fault)

    def _write_page(self) -> None:
        """Write the page about all of them; only here, since it takes a while."""
        if self._page and self._results:
            from agent.report.page import page_of  # noqa: PLC0415  (heavy: loaded on use)

            self._page.write(page_of(self._results))
            tell(f"report: {self._output.report}\n" if not self._page.fault else "")

    def _finish(self, status: int, fault: str) -> int:
        files = [file for file in (self._junit, self._page) if file]
        lost = "; ".join(filter(None, [*(file.fault for file in files), fault]))
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
