"""`agent mcp` as clients of both protocol eras start it and reach it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import anyio
import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from agent.commands.mcp import TOKEN
from agent.mcp.http import OneToken, listening, protected
from tests.agent.mcp.clients import ERAS, Caller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "a-token-that-nobody-else-has"
AGENT = [sys.executable, "-m", "agent", "mcp"]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server over HTTP, at this address."""
    environ = os.environ | {TOKEN: SECRET}
    command = [*AGENT, "--http", "--out", str(folder / "runs")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environ, cwd=folder) as server:
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            assert SECRET not in said
            yield said.split()[0]
        finally:
            server.send_signal(signal.SIGTERM)
            rest = server.communicate(timeout=60)[1]
        assert "Traceback" not in rest
        assert server.returncode in (0, 130)


async def pressed_over_http(address: str, era: str, folder: Path) -> None:
    async with httpx2.AsyncClient(headers={"Authorization": f"Bearer {SECRET}"}, timeout=60) as http:
        await pressed(Client(streamable_http_client(address, http_client=http), mode=era), folder)


def over_stdio(folder: Path, era: str) -> Client:
    command = StdioServerParameters(command=AGENT[0], args=[*AGENT[1:], "--out", "runs"], cwd=folder)
    return Client(command, mode=era)


async def pressed(client: Client, folder: Path) -> None:
    """Press the button of a desktop of its own."""
    async with client:
        call = Caller(client)
        await call.open_press(folder)
        done = await call("click", target="Press me")
        assert (done.said["status"], done.said["effect"]) == ("done", "confirmed")
    assert (folder / "pressed").exists()


@pytest.mark.parametrize("era", ERAS)
def test_over_standard_input_and_output(tmp_path: Path, era: str) -> None:
    anyio.run(pressed, over_stdio(tmp_path, era), tmp_path)


def test_two_clients_over_http_at_once_each_on_a_display_of_its_own(tmp_path: Path) -> None:
    folders = [tmp_path / era for era in ERAS]

    async def both(address: str) -> None:
        async with anyio.create_task_group() as group:
            for era, folder in zip(ERAS, folders, strict=True):
                folder.mkdir()
                group.start_soon(pressed_over_http, address, era, folder)

    with served(tmp_path) as address:
        anyio.run(both, address)


def test_nobody_else_gets_in(tmp_path: Path) -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    accept = {"Accept": "application/json, text/event-stream"}
    token = {"Authorization": f"Bearer {SECRET}"}
    with served(tmp_path) as address:
        port = re.search(r":(\d+)/", address)
        assert port is not None

        def status(**headers: str) -> int:
            return httpx2.post(address, json=call, headers=accept | headers).status_code

        assert status() == 401
        assert status(Authorization="Bearer another-token-of-28-letters") == 401
        assert status(Authorization=f"Basic {SECRET}") == 401
        assert status(**token, Host="evil.example") == 421
        assert status(**token, Host=f"evil.example:{port[1]}") == 421
        assert status(**token, Origin="https://evil.example") == 403
        assert status(**token, Origin=f"http://127.0.0.1:{port[1]}") not in (401, 403, 421)


def test_a_token_lets_in_whoever_has_it() -> None:
    door = OneToken(SECRET)
    assert anyio.run(door.verify_token, SECRET) is not None
    for other in ("", SECRET[:-1], SECRET + "x", "\u00fc"):
        assert anyio.run(door.verify_token, other) is None
    with listening(0) as socket:
        assert socket.getsockname()[0] == "127.0.0.1"
    assert protected(1, SECRET)["auth"].resource_server_url is not None
