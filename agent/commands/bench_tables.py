"""`agent bench tables DIR...`: the figures of runs side by side, in Markdown or LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.beside import read_runs
from agent.bench.tables.latex import latex
from agent.bench.tables.making import tables_of
from agent.bench.tables.markdown import markdown
from agent.commands import exit_status
from agent.printing.streams import write, write_json

if TYPE_CHECKING:
    from agent.commands.options.results import ResultsCommand


def main(options: ResultsCommand) -> int:
    """Write them to standard output.

    Raises:
        BadInput: as of `read_runs`, or a recording is damaged.
    """
    made = tables_of(read_runs(options.folders))
    if options.json:
        write_json({"exit": exit_status.PASSED, **made.model_dump(mode="json")})
    else:
        write(latex(made) if options.table_form == "latex" else markdown(made))
    return exit_status.PASSED
