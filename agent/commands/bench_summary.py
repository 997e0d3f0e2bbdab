"""Summary of a benchmark run on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.bench.summary import MANY
from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from rich.console import Console

    from agent.bench.statistics.proportion import Proportion
    from agent.bench.statistics.repeats import Repeats
    from agent.bench.summary import Section, Summary


def print_summary(console: Console, found: Summary) -> None:
    """A head, and a table for each section."""
    head = Text.assemble((found.set, "bold"), "  ", (plain(found.model), "bold"))
    head.append(f"  {found.decided} of {found.expected} attempts decided", "dim")
    console.print(head)
    for section in found.sections:
        console.print()
        console.print(_table(section))
        console.print(Text(_outcomes(section), "dim"))
        if section.repeats:
            console.print(Text(_repeated(section.repeats), "dim"))
    tokens = f", {found.tokens.total} tokens" if found.tokens.total else ""
    cost = f", cost {found.tokens.cost:g}" if found.tokens.cost else ""
    console.print(Text(f"{found.seconds:.1f} s{tokens}{cost}", "dim"))


def _table(section: Section) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(section.name)
    for name in ("passed", "%", "95 % interval"):
        table.add_column(name, justify="right", no_wrap=True)
    _add(table, Text("all", "bold"), section.passed)
    for group, values in section.groups.items():
        table.add_row()
        table.add_row(Text(plain(group), "dim"))
        for value, share in values.items():
            _add(table, Text(f"  {plain(value)}"), share)
        if group in section.means and len(values) >= MANY:
            table.add_row(
                Text("  mean of these", "dim"), "", Text(f"{100 * section.means[group]:.1f}", "dim")
            )
    return table


def _add(table: Table, name: Text, share: Proportion) -> None:
    if share.share is None or share.low is None or share.high is None:
        table.add_row(name, "0 of 0", "-", "-")
        return
    interval = f"{share.low:.1%} to {share.high:.1%}".replace("%", "")
    table.add_row(name, f"{share.passed} of {share.of}", f"{100 * share.share:.1f}", interval)


def _outcomes(section: Section) -> str:
    return ", ".join(f"{number} {outcome}" for outcome, number in section.outcomes.items())


def _repeated(told: Repeats) -> str:
    """How much equal attempts differ."""
    runs = ", ".join(f"{100 * share:.1f}" for share in told.runs)
    most = max(told.pass_at)
    return (
        f"each repeat: {runs} %; {told.flipped} of {told.of} items flipped; "
        f"pass@{most} {100 * told.pass_at[most]:.1f} %, pass^{most} {100 * told.pass_all[most]:.1f} %"
    )
