"""What the child processes of the tests do."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import anyio

from agent.errors import BadInput
from agent.mcp.child import Child

if TYPE_CHECKING:
    from agent.mcp.line import Line


def worker(line: Line) -> None:
    """Carries out each of the orders below."""

    def do(order: str) -> object:
        if order == "pid":
            return os.getpid()
        if order == "refuse":
            raise BadInput("no such file")
        if order == "ask":
            return f"was told {line.ask('which?')}"
        if order == "sleep":
            line.send("asleep")
            while True:
                time.sleep(60)
        return order.upper()

    line.serve(do)


def broken(_line: Line) -> None:
    """Can't be opened."""
    raise BadInput("no display")


async def serve_for_ever() -> None:
    """A server with a child that works; says the child's number when it does."""
    child = Child(worker)
    await child.send("pid")
    number = await child.receive()
    await child.send("sleep")
    await child.receive()
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
    await anyio.sleep_forever()


if __name__ == "__main__":
    anyio.run(serve_for_ever)
