"""Published results beside a run's own, on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from agent.bench.published import Published


def print_published(console: Console, published: Published, attempted: int) -> None:
    """A row for each model.

    Args:
        console: to print on.
        published: of the run's set.
        attempted: how many items the run has results of; fewer are not compared with all.
    """
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("published")
    table.add_column("%", justify="right", no_wrap=True)
    for model, percent in published.percent.items():
        table.add_row(model, f"{percent:.1f}")
    console.print()
    console.print(table)
    told = f"{published.conditions}, all {published.items} items; by {published.source}"
    console.print(Text(told, "dim"), soft_wrap=True)
    if attempted < published.items:
        console.print(Text(f"not of the {attempted} items above: parts of a set differ", "dim"))
