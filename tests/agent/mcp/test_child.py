from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import anyio
import psutil
import pytest

from agent.errors import BadInput
from agent.mcp.child import Child, ChildLost
from agent.mcp.line import Ask, Cut
from tests.agent.mcp.children import broken, worker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def with_child(use: Callable[[Child], Awaitable[None]], target: Callable[..., None] = worker) -> None:
    async def main() -> None:
        child = Child(target)
        try:
            await use(child)
        finally:
            await child.close()

    anyio.run(main)


async def told(child: Child, order: str) -> object:
    await child.send(order)
    return await child.receive()


def test_a_child_answers_raises_what_the_order_raised_and_goes_on() -> None:
    async def use(child: Child) -> None:
        with pytest.raises(BadInput, match="no such file"):
            await told(child, "refuse")
        asked = await told(child, "ask")
        assert isinstance(asked, Ask)
        assert asked == Ask(1, "which?")
        await child.reply(Ask(0, "of an order before"), "another one")
        await child.reply(asked, "that one")
        await child.reply(asked, "too late")
        assert await child.receive() == "was told that one"
        assert await told(child, "x") == "X"

    with_child(use)


def test_an_interrupt_breaks_off_its_order_even_where_it_waits_for_a_reply_and_no_other() -> None:
    async def use(child: Child) -> None:
        await told(child, "sleep")
        child.interrupt()
        assert await child.receive() == Cut("cancelled by the client")
        assert await told(child, "ask") == Ask(1, "which?")
        child.interrupt("stopped with the server")
        assert await child.receive() == Cut("stopped with the server")
        assert await told(child, "x") == "X"
        child.interrupt()  # of what has ended
        assert await told(child, "y") == "Y"

    with_child(use)


def test_a_server_in_the_background_ignores_ctrl_c_and_interrupts_all_the_same() -> None:
    async def use(child: Child) -> None:
        await told(child, "sleep")
        child.interrupt()
        assert await child.receive() == Cut("cancelled by the client")

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with_child(use)
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_child_that_is_killed_is_told_lost_and_how() -> None:
    async def use(child: Child) -> None:
        number = await told(child, "pid")
        assert isinstance(number, int)
        await told(child, "sleep")
        os.kill(number, signal.SIGKILL)
        with pytest.raises(ChildLost, match="the run's process was killed by signal 9"):
            await child.receive()
        with pytest.raises(ChildLost):
            await child.send("x")

    with_child(use)


def test_a_child_that_cannot_begin_says_why() -> None:
    async def use(child: Child) -> None:
        with pytest.raises(BadInput, match="no display"):
            await child.receive()

    with_child(use, broken)


def test_a_closed_child_has_ended() -> None:
    async def main() -> None:
        child = Child(worker)
        number = await told(child, "pid")
        await told(child, "sleep")
        await child.close()
        assert isinstance(number, int)
        assert not psutil.pid_exists(number)
        with pytest.raises(ChildLost):
            await child.receive()

    anyio.run(main)


def test_an_end_that_comes_before_its_interrupt_is_one() -> None:
    """Whoever waits for a reply reads it: it must not be lost, or the server waits for the child in vain."""

    async def use(child: Child) -> None:
        await told(child, "ask")
        child._connection.send(None)
        await anyio.sleep(0.3)
        child.interrupt("stopped with the server")
        assert await child.receive() == Cut("stopped with the server")
        await anyio.to_thread.run_sync(child._process.join, 20)
        assert child._process.exitcode == 0

    with_child(use)


def test_a_child_ends_with_a_server_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.agent.mcp.children"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        child = psutil.Process(int(server.stdout.readline()))
        server.kill()
    child.wait(30)
