"""Call that begins a run: it waits a while for its end, and tells of each step meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
from mcp.server.mcpserver.exceptions import ToolError

from agent.errors import AgentError
from agent.mcp.acting import can_ask
from agent.mcp.runs.answer import Answer
from agent.mcp.runs.result import result_of
from tools.errors import ToolsError

if TYPE_CHECKING:
    from mcp.server.mcpserver import Context
    from mcp_types import CallToolResult

    from agent.mcp.runs.job import Job
    from agent.mcp.runs.run import Run
    from agent.mcp.runs.runs import Runs


async def called(
    runs: Runs, job: Job, ctx: Context, wait_seconds: float, request_id: str | None
) -> CallToolResult:
    """Begin a run and wait for it. A call that is cancelled meanwhile cancels the run that it began.

    Raises:
        ToolError: it can't be done; nothing was started.
    """
    until = anyio.current_time() + wait_seconds
    try:
        run, is_new = await runs.begin(job, request_id or None)
        if isinstance(run, Answer):
            return result_of(run)
        try:
            return result_of(await waited(run, ctx, until - anyio.current_time()))
        except BaseException:
            if is_new:  # nobody has its handle
                run.cancel()
            raise
    except (AgentError, ToolsError) as fault:
        raise ToolError(str(fault)) from fault


async def waited(run: Run, ctx: Context, seconds: float) -> Answer:
    """How a run ended, or how far it is; where nobody can be asked what it asks, the answer is no.

    Raises:
        BadInput: it could not be started, and nothing was.
        ChildLost: its process is no more.
    """
    until = anyio.current_time() + seconds

    async def tell(answer: Answer) -> None:
        if answer.state == "running" and answer.step:
            total = max(answer.steps, answer.step) if answer.steps else None
            await ctx.report_progress(answer.step, total, answer.doing)

    while True:
        answer = await run.wait(max(0.0, until - anyio.current_time()), tell)
        if run.pending is None or can_ask(ctx):
            return answer
        await run.reply(run.pending, allowed=False)
