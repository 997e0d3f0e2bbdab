"""Entry point: runs every benchmark of this folder, or those named, and prints one table.

`python -m benchmarks [NAME...]`. A benchmark is a module with `run() -> list[Row]`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from benchmarks.row import Row


def main(words: list[str]) -> int:
    """Run them; the exit status is 1 when an aim was missed, 2 where there is no benchmark of a name."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Runs benchmarks, and prints one table."
    )
    parser.add_argument("name", nargs="*", help="such as reading; none: all of them")
    names = parser.parse_args(words).name
    for name in names:
        if not _can_run(name):
            parser.error(f"there is no benchmark {name!r}; those there are: {', '.join(_all())}")
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
        if _can_run(module.name):
            found.append(module.name)
    return found


def _can_run(name: str) -> bool:
    """Whether there is a module of that name in this folder, and it is a benchmark."""
    whole = f"benchmarks.{name}"
    return importlib.util.find_spec(whole) is not None and hasattr(importlib.import_module(whole), "run")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
