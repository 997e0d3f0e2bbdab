"""Entry point: `python -m benchmarks.mcp form`, or `python -m benchmarks.mcp hostile [--times N] [--seed N]`.

`form`: the official client fills the form in through the low-level tools, over standard input and output and
over HTTP, in both protocol eras, then two clients at once. `hostile`: acts on stale frames, on windows that
moved, on names that fit twice, in pictures that were resized; the program writes down every click it gets.
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anyio

from benchmarks.mcp.client import AGENT, calling, over_http, over_stdio
from benchmarks.mcp.form import Filled, fill
from benchmarks.mcp.hostile import attack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mcp import Client

ERAS = {"2025-11-25": "legacy", "2026-07-28": "2026-07-28"}
"""What the official client calls them."""


def main() -> int:
    """Run what was asked for; 1 when a form was wrong, or a click went astray."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mcp")
    parser.add_argument("what", choices=("form", "hostile"))
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "form":
            return int(not all([*map(_told, anyio.run(_forms, Path(folder)))]))
        return anyio.run(attack, Path(folder), options.times, options.seed)


async def _forms(folder: Path) -> list[tuple[str, Filled]]:
    filled = []
    for named, era in ERAS.items():
        filled.append(await _one(f"stdio, {named}", over_stdio(folder / "runs", era), folder))
    with _served(folder) as (address, token):
        for named, era in ERAS.items():
            filled.append(await _one(f"HTTP, {named}", over_http(address, token, era), folder))
        async with anyio.create_task_group() as group:
            for name, (named, era) in zip(("Grace Hopper", "Alan Turing"), ERAS.items(), strict=True):
                client = over_http(address, token, era)
                group.start_soon(_beside, filled, f"two at once, HTTP, {named}", client, folder, name)
    return filled


async def _beside(
    filled: list[tuple[str, Filled]], how: str, client: Client, folder: Path, name: str
) -> None:
    filled.append(await _one(how, client, folder, name))


async def _one(how: str, client: Client, folder: Path, name: str = "Ada Lovelace") -> tuple[str, Filled]:
    home = Path(tempfile.mkdtemp(dir=folder))
    async with calling(client) as call:
        return how, await fill(call, home, name, "Germany")


def _told(one: tuple[str, Filled]) -> bool:
    how, filled = one
    verdict = "right" if filled.is_right else f"WRONG {filled.said} {filled.rows}"
    print(f"{how:34} {filled.calls:3} calls  {filled.seconds:5.1f} s  {verdict}", flush=True)
    return filled.is_right


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, str]]:
    token = secrets.token_urlsafe(24)
    environ = os.environ | {"DESKHAND_MCP_TOKEN": token}
    command = [*AGENT, "--http", "--out", str(folder / "http")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environ) as server:
        try:
            assert server.stderr is not None
            yield server.stderr.readline().split()[0], token
        finally:
            server.send_signal(signal.SIGTERM)


if __name__ == "__main__":
    raise SystemExit(main())
