"""DevTools pipe: commands to a browser and its answers, over two file descriptors that it alone shares."""

from __future__ import annotations

import json
import os
import select
import time
from math import inf
from typing import TYPE_CHECKING, Any

from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 1 << 20
PATIENCE = 20.0
"""Seconds that an answer may take."""


class DevToolsFault(EnvironmentFault):
    """The browser has ended, does not answer, or refuses a command."""


class Pipe:
    """One conversation with a browser.

    Args:
        commands: the file descriptor that it reads, from then on this object's.
        answers: the one that it writes.
    """

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._number, self._rest = 0, b""

    def close(self) -> None:
        """Let go of both ends; Chromium ends when it notices."""
        os.close(self._commands)
        os.close(self._answers)

    def call(
        self,
        method: str,
        session: str | None = None,
        seconds: float = PATIENCE,
        told: Callable[[dict[str, Any]], None] = lambda _event: None,
        **parameters: Any,
    ) -> dict[str, Any]:
        """The answer to a command of the DevTools protocol.

        Args:
            method: such as `Page.navigate`.
            session: of the page that it is for; None: of the browser.
            seconds: that the answer may take.
            told: is told of each event that comes before the answer.
            parameters: of the command.

        Raises:
            DevToolsFault: the browser has ended, does not answer in time, or refuses the command.
        """
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        deadline = time.monotonic() + seconds
        self._write(json.dumps(message).encode() + b"\0")
        while (answer := self.receive(deadline)).get("id") != self._number:
            if "method" in answer:
                told(answer)
        if "error" in answer:
            raise DevToolsFault(f"Chromium: {method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def receive(self, deadline: float) -> dict[str, Any]:
        """The next message, an answer or an event.

        Args:
            deadline: monotonic seconds; infinite: whenever it comes.

        Raises:
            DevToolsFault: the browser has ended, or says nothing until then.
        """
        while b"\0" not in self._rest:
            left = None if deadline == inf else max(0.0, deadline - time.monotonic())
            if not select.select([self._answers], [], [], left)[0]:
                raise DevToolsFault("Chromium does not answer its DevTools pipe")
            read = os.read(self._answers, _CHUNK)
            if not read:
                raise DevToolsFault("Chromium has ended")
            self._rest += read
        message, self._rest = self._rest.split(b"\0", 1)
        found: dict[str, Any] = json.loads(message)
        return found

    def _write(self, message: bytes) -> None:
        try:
            while message:
                message = message[os.write(self._commands, message) :]
        except OSError as error:
            raise DevToolsFault("Chromium has ended") from error
