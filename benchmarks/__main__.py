"""Entry point: runs every benchmark of this folder, or those named, and prints one table.

`python -m benchmarks [NAME...]`. A benchmark is a module with `run() -> list[Row]`.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from benchmarks.row import Row


def main(names: list[str]) -> int:
    """Run them; the exit status is 1 when an aim was missed."""
    console = Console()
    table = Table("benchmark", "value", "against", "ratio", "aim", "met")
    rows: list[Row] = []
    for name in names or _all():
        console.print(f"{name} ...", style="dim")
        rows += importlib.import_module(f"benchmarks.{name}").run()
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.3g}"
        cells = (row.name, f"{row.value:.4g} {row.unit}", row.baseline, ratio, row.aim)
        table.add_row(*map(escape, cells), "[green]yes[/]" if row.met else "[red]no[/]")
    console.print(table)
    return 0 if all(row.met for row in rows) else 1


def _all() -> list[str]:
    """The modules of this folder that can be run."""
    found = []
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("__") or module.ispkg:
            continue
        if hasattr(importlib.import_module(f"benchmarks.{module.name}"), "run"):
            found.append(module.name)
    return found


sys.exit(main(sys.argv[1:]))
