"""Tools `run_task` and `get_run`: any task or recording by its path, and a run by its handle."""

# Without postponed annotations: the SDK evaluates those of functions that stand in others.

from pathlib import Path
from typing import Annotated

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations
from pydantic import Field

from agent.errors import AgentError
from agent.mcp.desks import Desks
from agent.mcp.runs.answer import Answer
from agent.mcp.runs.asking import Questions, decided
from agent.mcp.runs.calling import called, waited
from agent.mcp.runs.desktop import desktop
from agent.mcp.runs.job import Job
from agent.mcp.runs.offered import ACTS, WAIT, RequestId, Told, Wait
from agent.mcp.runs.result import result_of
from agent.mcp.runs.runs import Runs
from agent.mcp.strict import strict_tool
from tools.errors import ToolsError

_RUN_TASK = """Run a deskhand task file, or replay a recording's folder on the real program.

It opens a display of its own, starts the programs that the task names, does the steps, judges the checks
and tells what came of it: done, not_done (nothing was acted), failed (a check says that it is wrong),
not_sure (cut off: look before you try again). A run that takes longer than wait_seconds goes on; get_run
tells how it ends."""
_GET_RUN = """Tell how a run is, or how it ended; wait for it; ask its question; cancel it. Close a desktop.

A run whose state is "asking" waits for a person: this call asks them through your client and hands their
answer on. Cancelled, it lets go of keys and mouse, ends its programs and says how far it came."""


def run_tools(runs: Runs, desks: Desks) -> list[Tool]:
    """The two tools.

    Args:
        runs: begins runs, and knows them.
        desks: the desktops that are open, which are looked at and closed as runs are.
    """

    async def run_task(
        path: Annotated[str, Field(description="A task file (*.yaml), or a recording's folder.")],
        ctx: Context,
        values: Annotated[dict[str, str], Field(description="Of its variables, by their names.")] = {},  # noqa: B006
        case: Annotated[str, Field(description="Of a task with several cases, which.")] = "",
        wait_seconds: Wait = WAIT,
        request_id: RequestId = "",
    ) -> Told:
        return await called(runs, Job(Path(path), values, case or None), ctx, wait_seconds, request_id)

    questions = Questions(runs)

    async def get_run(
        run: Annotated[str, Field(description="The handle of a run, or of a desktop.")],
        ctx: Context,
        pending: questions.pending,  # type: ignore[name-defined]
        answer: questions.answer,  # type: ignore[name-defined]
        wait_seconds: Wait = WAIT,
        cancel: Annotated[bool, Field(description="End it now, or close the desktop.")] = False,  # noqa: FBT002
    ) -> Told:
        try:
            if run in desks:
                return result_of(await desktop(desks, run, close=cancel))
            found = runs.find(run)
            if isinstance(found, Answer):
                return result_of(found)
            if cancel:
                found.cancel()
            elif pending is not None and (allow := decided(answer)) is not None:
                await found.reply(pending, allowed=allow)
            return result_of(await waited(found, ctx, wait_seconds))
        except (AgentError, ToolsError) as fault:
            raise ToolError(str(fault)) from fault

    reads = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=True)
    return [
        strict_tool(run_task, title="Run a task", description=_RUN_TASK, annotations=ACTS),
        strict_tool(get_run, title="Look at a run", description=_GET_RUN, annotations=reads),
    ]
