"""`agent bench NAME`: a model attempts a benchmark; results, summary, exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from agent.bench.benchmark import Showing
from agent.bench.published import PUBLISHED
from agent.bench.results.attempt import variant_name
from agent.bench.results.reading import read_results
from agent.bench.run import in_turn, run_benchmark
from agent.bench.sets import load_set
from agent.commands import bench_results, exit_status
from agent.commands.bench_jobs import side_by_side
from agent.commands.bench_published import print_published
from agent.commands.bench_summary import print_summary
from agent.commands.cluster.carrying import over_ray
from agent.commands.options.results import ResultsCommand
from agent.extras import check_extra
from agent.printing.console import stderr_console, stdout_console
from agent.printing.streams import tell, write_json
from agent.runs.planning.selection import selection
from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

    from agent.bench.benchmark import Benchmark, Item
    from agent.bench.results.attempt import Attempt, Outcome
    from agent.bench.run import Carries
    from agent.bench.summary import Summary
    from agent.commands.options.bench import BenchCommand

_STYLE: dict[Outcome, str] = {
    "passed": "green",
    "failed": "red",
    "wrong_format": "bold red",
    "refused": "red",
    "gave_up": "red",
    "stopped": "yellow",
    "model_error": "bold magenta",
    "environment": "bold magenta",
}


def main(options: BenchCommand | ResultsCommand) -> int:
    """Attempt what has no result yet; 0 when every attempt has one, else 3."""
    if isinstance(options, ResultsCommand):
        return bench_results.main(options)
    check_extra("scipy")  # before a model is loaded, and before a cluster is asked
    carries = _carries(options)
    benchmark = load_set(options.asked)
    console = stderr_console()
    items = chosen(benchmark, options)
    if remark := benchmark.about().remark:
        tell(f"{remark}\n")
    progress = _Progress(console)
    found = run_benchmark(benchmark, items, options.repeat, options.out, progress, carries)
    status = exit_status.PASSED if found.complete else exit_status.ENVIRONMENT
    published = None if options.asked.language else PUBLISHED.get(found.set)  # those are of the English one
    if options.json:
        told = {"summary": found.model_dump(mode="json"), "published": published and published.told()}
        write_json({"exit": status, "out": str(options.out), **told})
    else:
        print_summary(stdout_console(), found)
        if published:
            print_published(stdout_console(), published, len({item.name for item in items}))
    tell(f"results: {options.out}\n")
    if isinstance(benchmark, Showing):
        _show(benchmark, found, options.out, anew=progress.told > 0)
    if not found.complete:
        lacking = found.expected - found.decided
        tell(f"agent: {lacking} of {found.expected} attempts lack a result; the same command tries again\n")
    return status


def _carries(options: BenchCommand) -> Carries:
    """How attempts are made: one after another, side by side, or on a cluster."""
    if options.ray:
        return over_ray(options.ray, options.jobs, options.asked)
    return in_turn if options.jobs == 1 else side_by_side(options.jobs, options.asked)


def _show(benchmark: Showing, found: Summary, out: Path, *, anew: bool) -> None:
    """Have the page written, unless there is one and nothing was attempted since."""
    page = out / benchmark.page
    if anew or not page.exists():
        tell("drawing the page ...\n")
        benchmark.show(found, read_results(out).latest, out)
    tell(f"page: {page}\n")


def chosen(benchmark: Benchmark, options: BenchCommand) -> Sequence[Item]:
    """The items that are meant.

    Raises:
        BadInput: `-k` is no expression, or the data are not what they should be.
    """
    items = benchmark.items()
    if options.selected:
        selects = selection(options.selected)
        items = [item for item in items if selects(_words(item))]
    return items[: options.limit]


def _words(item: Item) -> str:
    """What `-k` looks in: the name, and the values of all breakdowns."""
    values = [(value,) if isinstance(value, str) else value for value in item.groups.values()]
    return " ".join([str(item), *(one for value in values for one in value)])


class _Progress:
    """A line for each attempt."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.told = 0
        """Attempts so far."""

    def __call__(self, attempt: Attempt, done: int, expected: int) -> None:
        """Print one; of an error also why."""
        self.told += 1
        name = variant_name(attempt.item, attempt.seed)
        line = Text.assemble(
            (f"{done:>{len(str(expected))}}/{expected} ", "dim"),
            (f"{attempt.outcome:13}", _STYLE[attempt.outcome]),
            f"{attempt.seconds.get('total', 0):7.2f} s  ",
            plain(name),
        )
        if attempt.repeat:
            line.append(f"  repeat {attempt.repeat + 1}", "dim")
        self._console.print(line, soft_wrap=True)
        if "error" in attempt.details:
            self._console.print(
                Text(f"    {plain(str(attempt.details['error']))}", "magenta"), soft_wrap=True
            )
