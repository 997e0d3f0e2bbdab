"""Child: a process of the server with a display of its own: the mouse library holds one a process."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress
from math import inf
from typing import TYPE_CHECKING

import anyio
import anyio.from_thread
import anyio.to_thread
import psutil
from anyio.lowlevel import current_token

from agent.interrupts import CLEANING_SECONDS
from agent.mcp.line import Broke, Order, Reply, begin
from tools.errors import EnvironmentFault
from tools.host.owned.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from agent.mcp.line import Ask, Target

_PATIENCE = 2 * CLEANING_SECONDS
"""Seconds that it may take to end by itself."""


class ChildLost(EnvironmentFault):
    """A child process ended, or was killed, while the server still wanted something of it."""


class Child:
    """A process that carries out orders, one after another. It ends with the server, however that ends.

    Args:
        target: a function of a module; it is called with a `Line`, whose orders it serves, and with `args`.
        args: are pickled.
        name: what it is called in errors: "the run", "the desktop".
    """

    def __init__(self, target: Target, *args: object, name: str = "the run") -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        stops, self._stops = context.Pipe(duplex=False)
        self._process = context.Process(target=begin, args=(theirs, stops, target, *args), daemon=True)
        self._process.start()
        theirs.close()
        stops.close()
        self._name, self._ordered, self._is_closed, self._joining = name, 0, False, threading.Lock()
        self._push, self._messages = anyio.create_memory_object_stream[object](inf)
        self._token = current_token()
        threading.Thread(target=self._read, daemon=True).start()

    async def send(self, message: object) -> None:
        """Order something.

        Raises:
            ChildLost: it is no more.
        """
        self._ordered += 1
        await self._put(Order(self._ordered, message))

    async def reply(self, ask: Ask, message: object) -> None:
        """Answer what it asked in the middle of an order; one that has ended meanwhile heeds it no more.

        Raises:
            ChildLost: it is no more.
        """
        await self._put(Reply(ask.number, message))

    async def receive(self) -> Any:
        """What it says next: an `Ask`, or whatever the order sends; at last what came of it, or its `Cut`.

        Raises:
            ChildLost: it is no more.
            Exception: whatever the order raised.
        """
        try:
            message = await self._messages.receive()
        except (anyio.EndOfStream, anyio.ClosedResourceError):
            raise await self._lost() from None
        if isinstance(message, Broke):
            raise message.error
        return message

    def interrupt(self, why: str = "cancelled by the client") -> None:
        """Break off the order that was sent last, if it has not ended, as Ctrl-C would.

        Args:
            why: what its end says of that.
        """
        with suppress(OSError):
            self._stops.send((self._ordered, why))

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid is not None
        return self._process.pid

    def kill(self) -> None:
        """End it by force: it does not end by itself."""
        self._process.kill()

    def cancel(self, ask: Ask) -> None:
        """Tell it that what it was replied, a request in the middle of an order, is not wanted any more."""
        with suppress(OSError):
            self._stops.send((ask.number, None))

    async def close(self) -> None:
        """End it, and what it may have left behind; what is under way is broken off."""
        if self._is_closed:
            return
        self._is_closed = True
        with anyio.CancelScope(shield=True):
            self.interrupt("stopped with the server")
            with suppress(ChildLost):
                await self._put(None)
            await anyio.to_thread.run_sync(self._end)
            self._push.close()
            self._messages.close()

    async def _put(self, message: object) -> None:
        try:
            await anyio.to_thread.run_sync(self._connection.send, message)
        except OSError:
            raise await self._lost() from None

    async def _lost(self) -> ChildLost:
        await anyio.to_thread.run_sync(self._join, CLEANING_SECONDS)
        status = self._process.exitcode
        how = f"was killed by signal {-status}" if status and status < 0 else f"ended with status {status}"
        return ChildLost(f"{self._name}'s process {how}")

    def _end(self) -> None:
        self._join(_PATIENCE)
        self._process.kill()
        self._join(CLEANING_SECONDS)
        self._stops.close()
        if self._process.exitcode:
            with suppress(OSError, psutil.Error):  # what it could not end now the next one does
                sweep()

    def _join(self, seconds: float) -> None:
        with self._joining:  # of two that wait for a process one is not told how it ended
            self._process.join(seconds)

    def _read(self) -> None:
        """Pass on what it says, until it is no more, or the server's loop."""
        with suppress(anyio.RunFinishedError):
            with suppress(EOFError, OSError):
                while True:
                    self._hand_over(self._push.send_nowait, self._connection.recv())
            self._connection.close()
            self._hand_over(self._push.close)

    def _hand_over(self, do: Callable[..., None], *args: object) -> None:
        with suppress(anyio.ClosedResourceError, anyio.BrokenResourceError):
            anyio.from_thread.run_sync(do, *args, token=self._token)
