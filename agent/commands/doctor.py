"""`agent doctor`: what works on this machine, what does not, and how to repair it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.doctor import examine, is_fit
from agent.printing.escapes import visible
from agent.printing.streams import write_json
from agent.runs.planning.plan import RUNS

if TYPE_CHECKING:
    from agent.commands.options.doctor import DoctorCommand
    from agent.doctor import Finding

_MARK = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "missing": ("✗", "red")}


def main(options: DoctorCommand) -> int:
    """Print every finding; 0 when all that is needed works, else 3."""
    findings = examine(RUNS)
    if options.json:
        write_json({"findings": [found.model_dump() for found in findings]})
    else:
        _print(findings)
    return exit_status.PASSED if is_fit(findings) else exit_status.ENVIRONMENT


def _print(findings: tuple[Finding, ...]) -> None:
    from rich.table import Table  # noqa: PLC0415  (heavy: loaded on use)
    from rich.text import Text  # noqa: PLC0415

    from agent.printing.console import stdout_console  # noqa: PLC0415

    table = Table("", "", "", box=None, show_header=False, pad_edge=False)
    for found in findings:
        mark, style = _MARK[found.state]
        said = Text(visible(found.what))
        if found.state != "ok" and found.mend:
            said.append(f"\n{visible(found.mend)}", style="cyan")
        table.add_row(Text(mark, style), Text(found.name, "bold"), said)
    stdout_console().print(table)
