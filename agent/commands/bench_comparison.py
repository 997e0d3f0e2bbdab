"""Comparison of two benchmark runs on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from agent.bench.comparison import ComparedSection, Comparison, Side

_SHOWN = 10
"""Items on the terminal, of each kind."""
_SURE = 0.05


def print_comparison(console: Console, found: Comparison) -> None:
    """What differs, and for each section a table, the test and the items that changed."""
    console.print(Text(found.set, "bold"))
    for line in found.differences:
        console.print(Text(f"  {plain(line)}", "dim"), soft_wrap=True)
    for count, which in ((found.only_first, "first"), (found.only_second, "second")):
        if count:
            console.print(Text(f"  {count} items have results in the {which} run alone: left out", "yellow"))
    for section in found.sections:
        console.print()
        _print_section(console, section)


def _print_section(console: Console, section: ComparedSection) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(section.name or "run")
    for name in ("attempts", "passed %", "seconds", "tokens", "cost"):
        table.add_column(name, justify="right", no_wrap=True)
    for side in (section.first, section.second):
        table.add_row(*_cells(side))
    console.print(table)
    test = section.paired
    style = "bold" if test.p < _SURE else "dim"
    console.print(
        Text.assemble(
            (f"{100 * test.difference:+.1f}", style),
            f" points ({100 * test.low:+.1f} to {100 * test.high:+.1f})\n{test.method}: ",
            (f"p = {test.p:.3g}", style),
            f"; {test.won} of {test.of} items won, {test.lost} lost",
        )
    )
    _print_items(console, "won", section.won)
    _print_items(console, "lost", section.lost)


def _cells(side: Side) -> tuple[Text | str, ...]:
    name = Text.assemble((plain(side.model), "bold"), f"  {plain(side.folder)}")
    cost = f"{side.cost:.3g}" if side.cost else "-"
    return (
        name,
        str(side.attempts),
        f"{100 * side.passed:.1f}",
        f"{side.seconds:.2f}",
        f"{side.tokens:.0f}",
        cost,
    )


def _print_items(console: Console, word: str, items: Sequence[str]) -> None:
    if items:
        more = f" and {len(items) - _SHOWN} more (--json has all)" if len(items) > _SHOWN else ""
        told = ", ".join(map(plain, items[:_SHOWN]))
        console.print(Text(f"  {word}: {told}{more}", "dim"), soft_wrap=True)
