"""`agent bench verify | rescore DIR`, `compare A B` ...: what is done with results that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.bench.comparison import compare
from agent.bench.receipts.rescoring import rescore
from agent.bench.receipts.verifying import verify
from agent.bench.results.reading import read_results
from agent.commands import bench_export, bench_plots, bench_tables, exit_status
from agent.commands.bench_comparison import print_comparison
from agent.commands.bench_summary import print_summary
from agent.printing.console import stdout_console
from agent.printing.streams import tell, write_json
from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from agent.bench.receipts.receipt import Receipt
    from agent.bench.receipts.rescoring import Rescored
    from agent.commands.options.results import ResultsCommand

_EACH = 100
"""Attempts after which it is told how far it is."""
_SHOWN = 20
"""Findings on the terminal."""


def main(options: ResultsCommand) -> int:
    """Carry out what is asked of the folders."""
    does = {
        "verify": _verify,
        "rescore": _rescore,
        "compare": _compare,
        "export": bench_export.main,
        "tables": bench_tables.main,
        "plots": bench_plots.main,
    }
    return does[options.name](options)


def _verify(options: ResultsCommand) -> int:
    """0 when everything holds, else 1."""
    receipt = verify(options.folders[0], options.data, _progress)
    status = exit_status.PASSED if receipt.holds else exit_status.FAILED
    if options.json:
        write_json({"exit": status, "receipt": receipt.model_dump(mode="json")})
    else:
        _print(stdout_console(), receipt)
    return status


def _rescore(options: ResultsCommand) -> int:
    """0 when all could be judged again, whatever came of it, else 1."""
    made = rescore(options.folders[0], options.data, _progress)
    status = exit_status.FAILED if made.findings else exit_status.PASSED
    if options.json:
        write_json({"exit": status, "rescored": made.model_dump(mode="json")})
    else:
        _print_rescored(stdout_console(), made)
    return status


def _compare(options: ResultsCommand) -> int:
    """0, whichever is better."""
    first, second = (read_results(folder) for folder in options.folders)
    found = compare(first, second)
    if options.json:
        write_json({"exit": exit_status.PASSED, "comparison": found.model_dump(mode="json")})
    else:
        print_comparison(stdout_console(), found)
    return exit_status.PASSED


def _progress(done: int, of: int) -> None:
    if done % _EACH == 0 or done == of:
        tell(f"judged {done} of {of}\n")


def _print(console: Console, receipt: Receipt) -> None:
    if receipt.summary:
        print_summary(console, receipt.summary)
    for name, block in {**receipt.disclosure, "checklist": receipt.checklist}.items():
        console.print()
        console.print(_block(name, block))
    console.print()
    for note in receipt.notes:
        console.print(Text(f"note: {plain(note)}", "dim"), soft_wrap=True)
    _print_findings(console, receipt)
    word, style = ("HOLDS", "bold green") if receipt.holds else ("DOES NOT HOLD", "bold red")
    told = (
        f"  {plain(receipt.folder)}: {receipt.judged} attempts judged again, {len(receipt.findings)} findings"
    )
    console.print(Text.assemble((word, style), told), soft_wrap=True)


def _print_findings(console: Console, made: Receipt | Rescored) -> None:
    for finding in made.findings[:_SHOWN]:
        line = Text.assemble(("✗ ", "bold red"), (plain(finding.where), "bold"), f"  {plain(finding.what)}")
        console.print(line, soft_wrap=True)
    if len(made.findings) > _SHOWN:
        console.print(f"  and {len(made.findings) - _SHOWN} more (--json has all)")


def _block(name: str, said: Mapping[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(name, no_wrap=True, style="dim")
    table.add_column("", overflow="fold")
    for key, value in said.items():
        table.add_row(f"  {plain(key)}", Text(plain(value)))
    return table


def _print_rescored(console: Console, made: Rescored) -> None:
    print_summary(console, made.now)
    console.print()
    for change in made.changes:
        console.print(Text(f"  {plain(change.where)}  {plain(change.what)}"), soft_wrap=True)
    _print_findings(console, made)
    was, now = made.was.sections, made.now.sections
    for before, after in zip(was, now, strict=False):
        name = f"{before.name}: " if before.name else ""
        console.print(
            f"{name}{before.passed.passed} of {before.passed.of} passed as written, "
            f"{after.passed.passed} of {after.passed.of} by today's parser and checks"
        )
    console.print(Text("the results folder stays as it is", "dim"))
