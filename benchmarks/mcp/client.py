"""Client: the official one, that remembers its desktop and newest frame; its own server's, or over HTTP."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

AGENT = [sys.executable, "-m", "agent", "mcp"]
NAMELESS = {"open_desktop", "screenshot", "read_screen", "wait", "run_task", "get_run"}
"""Tools that name no frame."""


class Caller:
    """Calls tools, and counts the calls that came to nothing."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.desktop = self.frame = ""
        self.calls = self.pictures = 0

    async def __call__(self, tool: str, **given: object) -> dict[str, Any]:
        """What a tool says; of an error without structure its text as `error`."""
        known: dict[str, object] = (
            {} if tool in ("open_desktop", "run_task", "get_run") else {"desktop": self.desktop}
        )
        if tool not in NAMELESS:
            known["frame"] = self.frame
        result = await self.client.call_tool(tool, known | given)
        self.calls += 1
        self.pictures += sum(len(part.data) * 3 // 4 for part in result.content if part.type == "image")
        said = result.structured_content
        if said is None:
            return {
                "status": "error",
                "error": " ".join(part.text for part in result.content if part.type == "text"),
            }
        self.desktop, self.frame = said.get("desktop", self.desktop), said.get("frame", self.frame)
        return dict(said)


def over_stdio(folder: Path, era: str, *options: str) -> Client:
    """A client whose server is a process of its own."""
    command = StdioServerParameters(command=AGENT[0], args=[*AGENT[1:], "--out", str(folder), *options])
    return Client(command, mode=era, read_timeout_seconds=300)


def over_http(address: str, token: str, era: str) -> Client:
    """A client of a server that is reached over HTTP."""
    http = httpx2.AsyncClient(headers={"Authorization": f"Bearer {token}"}, timeout=300)
    return Client(streamable_http_client(address, http_client=http), mode=era)


@asynccontextmanager
async def calling(client: Client) -> AsyncIterator[Caller]:
    """The client, connected."""
    async with client:
        yield Caller(client)
