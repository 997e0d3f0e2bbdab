"""`agent trace REC -o F.zip`: a recording as a trace for Playwright's viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.printing.streams import tell, write_json
from agent.report.trace import write_trace

if TYPE_CHECKING:
    from agent.commands.options.report import TraceCommand


def main(options: TraceCommand) -> int:
    """Write it, and say how to open it."""
    write_trace(options.recording, options.output)
    if options.json:
        write_json({"recording": str(options.recording), "trace": str(options.output)})
    else:
        tell(
            f"{options.output}: open it with `npx playwright show-trace`, or at https://trace.playwright.dev\n"
        )
    return exit_status.PASSED
