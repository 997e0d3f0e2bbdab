"""`agent bench plots DIR... --out OUT`: what runs passed with how much, and missed at which size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.beside import read_runs
from agent.bench.plots.writing import write_plots
from agent.commands import exit_status
from agent.errors import BadInput
from agent.printing.streams import tell, write_json

if TYPE_CHECKING:
    from agent.commands.options.results import ResultsCommand


def main(options: ResultsCommand) -> int:
    """Write them, and say where they are and what was left out.

    Raises:
        BadInput: no folder is named for them, or as of `write_plots`.
    """
    if options.out is None:
        raise BadInput("bench plots: name a folder for the pictures (--out)")
    made = write_plots(read_runs(options.folders), options.out)
    if options.json:
        told = {"files": [str(file) for file in made.files], "left_out": list(made.left_out)}
        write_json({"exit": exit_status.PASSED, "plots": told})
    else:
        tell("".join(f"{file}\n" for file in made.files))
        tell("".join(f"not drawn: {what}\n" for what in made.left_out))
    return exit_status.PASSED
