"""Line: a child process's end of the connection with the server that started it.

The child ends with that server, however that came about: what is under way is interrupted, and cleans up.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from agent.interrupts import (
    CLEANING_SECONDS,
    PARENT_GONE,
    end,
    end_on_signals,
    ignore_signals,
    interrupt,
    sentence,
    told,
    waking,
)
from agent.redact.errors import portable
from tools.errors import EnvironmentFault
from tools.host.owned.sweep import end_own

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from types import FrameType

    Target = Callable[..., None]
    """A function of a module, which is called with a `Line` and what is given beside it."""


@dataclass(frozen=True, slots=True)
class Order:
    """Something to be done, with its number, from 1."""

    number: int
    message: object


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that the child asks in the middle of an order; it waits for the reply of that number."""

    number: int
    message: Any


@dataclass(frozen=True, slots=True)
class Reply:
    """What was asked for."""

    number: int
    message: object


@dataclass(frozen=True, slots=True)
class Broke:
    """An order ended with an error, or the child did."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Cut:
    """An order was broken off by an interrupt, told in a sentence; it may have been done in part."""

    why: str


class Line:
    """What a child process hears, and says.

    Args:
        connection: orders and replies come in, messages go out.
        stops: interrupts come in: the number of the last order that is meant, and why; or the number of an
            `Ask`, and None: what was replied to that, in the middle of an order, is not wanted any more.
    """

    def __init__(self, connection: Connection[Any, Any], stops: Connection[Any, Any]) -> None:
        self._connection, self._stops = connection, stops
        self._taken: float = 0
        """The order that was taken last."""
        self._meant: float = 0
        """The last order that an interrupt was for."""
        self._busy = self._over = False
        """An order is under way, which an interrupt may break off; and none is to be taken any more."""
        self._why = ""
        self._asked = 0
        self._unwanted = 0
        """The last request in the middle of an order that is not wanted any more."""

    def serve(self, do: Callable[[Any], object]) -> None:
        """Do what is ordered and send what comes of it, until the server wants nothing more, or is gone."""
        with suppress(EOFError, OSError, KeyboardInterrupt):
            while not self._over and (order := self._connection.recv()) is not None:
                if isinstance(order, Order):  # no reply that came too late
                    end_on_signals(self._signalled)  # forgets the signal that ended the order before
                    self._taken = order.number
                    self.send(self._done(do, order.message))

    def send(self, message: object) -> None:
        """Tell the server something; nobody hears it if there is none any more."""
        with suppress(OSError):
            self._connection.send(message)

    def ask(self, message: object) -> Any:
        """Tell the server something in the middle of an order, and wait for its reply.

        Raises:
            KeyboardInterrupt: the order is to be broken off, or nobody is there any more who would reply.
        """
        self._asked += 1
        self.send(Ask(self._asked, message))
        try:
            while True:
                reply = self._connection.recv()
                self._over = self._over or reply is None  # the end, which came before its interrupt
                if isinstance(reply, Reply) and reply.number == self._asked:
                    return reply.message
        except (EOFError, OSError):
            raise KeyboardInterrupt(told(PARENT_GONE)) from None

    @property
    def is_unwanted(self) -> bool:
        """Whether what was replied last is not wanted any more: whoever carries it out looks now and then."""
        return self._unwanted >= self._asked > 0

    def _done(self, do: Callable[[Any], object], message: object) -> object:
        try:
            try:
                self._busy = True
                if self._meant >= self._taken:
                    return Cut(self._why)
                return do(message)
            finally:
                self._busy = False
        except KeyboardInterrupt as signalled:
            return Cut(sentence(signalled))
        except Exception as error:  # noqa: BLE001  (the server is told)
            return Broke(portable(error))

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        """Break off what is under way, unless it was for an order before that; idle, end."""
        ours = number == waking() and self._meant > 0
        self._over = self._over or not ours
        if self._busy and (not ours or self._meant >= self._taken):
            interrupt(number, frame)
        elif not self._busy and not ours:
            raise KeyboardInterrupt

    def watch(self) -> None:
        """Break off what the server no longer wants; once it is gone this process ends."""
        with suppress(EOFError, OSError):
            while True:
                meant, why = self._stops.recv()
                if why is None:
                    self._unwanted = meant
                else:
                    self._break_off(meant, why)
        self._over = True
        self._break_off(inf, told(PARENT_GONE))
        threading.Event().wait(2 * CLEANING_SECONDS)  # this thread ends with the process
        end_own()
        os._exit(1)

    def _break_off(self, meant: float, why: str) -> None:
        self._meant, self._why = meant, why
        if self._busy and meant >= self._taken:
            end(why)


def begin(
    connection: Connection[Any, Any], stops: Connection[Any, Any], target: Target, *args: object
) -> None:
    """Be a child process: call its function, which serves a line."""
    if hasattr(os, "setsid"):
        os.setsid()  # a terminal's Ctrl-C goes to the server, which knows what is under way
    line = Line(connection, stops)
    end_on_signals(line._signalled)  # noqa: SLF001  (of this module)
    threading.Thread(target=line.watch, daemon=True).start()
    try:
        target(line, *args)
    except KeyboardInterrupt as signalled:
        line.send(Broke(EnvironmentFault(sentence(signalled))))
    except Exception as error:  # noqa: BLE001  (the server is told)
        line.send(Broke(portable(error)))
    ignore_signals()
    end_own()
