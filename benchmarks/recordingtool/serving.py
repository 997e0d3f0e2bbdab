"""Server of the recording, as a client starts it: `agent mcp REC` over standard input and output."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING, Any

import psutil
from mcp import Client, StdioServerParameters

from benchmarks.recordingtool.customers import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    Heard = Callable[[float, float | None, str | None], Awaitable[None]]

TOOL = "register"


@asynccontextmanager
async def served(recording: Path, out: Path, **environ: str) -> AsyncIterator[Client]:
    """A client of a new server."""
    arguments = ["-m", "agent", "mcp", str(recording), "--out", str(out)]
    env = {**os.environ, **environ}
    async with Client(
        StdioServerParameters(command=sys.executable, args=arguments, env=env, cwd=ROOT)
    ) as client:
        yield client


async def register(
    client: Client, values: dict[str, str], request_id: str = "", heard: Heard | None = None
) -> dict[str, Any]:
    """Call the tool, and wait for the end of the run."""
    asked = {**values, "request_id": request_id, "wait_seconds": 300}
    result = await client.call_tool(TOOL, asked, progress_callback=heard)
    if result.structured_content is None:
        return {"outcome": "refused", "message": result.content[0].text}
    return result.structured_content


def server_process() -> psutil.Process:
    """The server that this process has started."""
    return next(one for one in psutil.Process().children() if "mcp" in one.cmdline())


def rows(database: Path, columns: str = "name, email, country") -> list[tuple[Any, ...]]:
    """What the program has written, in order."""
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(f"select {columns} from customers order by rowid").fetchall()
