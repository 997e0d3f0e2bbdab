"""Summary of several runs, on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from agent.runs.report.result import Result


def print_summary(console: Console, results: Sequence[Result]) -> None:
    """One line a task with its counts and means, for several runs."""
    columns = ("task", "passed", "score", "steps", "seconds", "other verdicts")
    table = Table(*columns, box=None, header_style="dim")
    names = dict.fromkeys(result.task.partition(" #")[0] for result in results)
    for name in names:
        runs = [result for result in results if result.task.partition(" #")[0] == name]
        passed = sum(run.verdict == "passed" for run in runs)
        told = {"flaky" if run.flaky else run.verdict for run in runs}
        others = ", ".join(sorted(told - {"passed"}))
        # What came to no check held none, beside runs that did.
        scores = [run.score or 0.0 for run in runs] if any(run.score is not None for run in runs) else []
        score = f"{sum(scores) / len(scores):.2f}" if scores else ""
        steps = sum(run.steps for run in runs) / len(runs)
        seconds = sum(run.seconds for run in runs) / len(runs)
        count = Text(f"{passed} of {len(runs)}", "green" if passed == len(runs) else "red")
        table.add_row(Text(plain(name, console)), count, score, f"{steps:.1f}", f"{seconds:.1f}", others)
    console.print(table)
