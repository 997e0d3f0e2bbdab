"""A server whose runs are those of `jobs`, in process or over stdio."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import anyio
from mcp import Client
from mcp.server import MCPServer

from agent.mcp.desks import Desks
from agent.mcp.runs.runs import Runs
from agent.mcp.runs.tools import run_tools
from tests.agent.mcp.runs.jobs import work

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from mcp_types import CallToolResult


@asynccontextmanager
async def connected(**options: Any) -> AsyncIterator[tuple[Client, Runs]]:
    async with (
        Runs(work=work).open() as runs,
        Client(MCPServer("test", tools=run_tools(runs, Desks(Path("runs")))), **options) as client,
    ):
        yield client, runs


def with_client(use: Callable[[Client, Runs], Awaitable[None]], **options: Any) -> None:
    async def main() -> None:
        async with connected(**options) as (client, runs):
            await use(client, runs)

    anyio.run(main)


def told(result: CallToolResult) -> dict[str, Any]:
    """The structured answer."""
    assert result.structured_content is not None, result.content
    return result.structured_content


def said(result: CallToolResult) -> str:
    """The words of a result that is an error."""
    assert result.is_error
    return "".join(getattr(block, "text", "") for block in result.content)


Mode = Literal["legacy", "auto"]


async def main() -> None:
    """Serve over stdio."""
    async with Runs(work=work).open() as runs:
        await MCPServer("test", tools=run_tools(runs, Desks(Path("runs")))).run_stdio_async()


if __name__ == "__main__":
    anyio.run(main)
