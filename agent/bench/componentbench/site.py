"""`Site`: the built site of a checkout, served on this machine alone."""

from __future__ import annotations

import http.client
import shutil
import socket
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from agent.bench.componentbench.checkout import SITE
from agent.runs.launch import environment
from tools.errors import EnvironmentFault
from tools.host.owned.belongings import temporary_folder
from tools.host.processes import Program

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1"
_READY = "/api/tasks/index?bench=v2"
_SECONDS = 60.0
"""That the server may take to answer."""
_PAUSE = 0.05


class Site:
    """The site, served by the checkout's own `npm start` from when it is first asked for.

    Args:
        checkout: whose site is built.
    """

    def __init__(self, checkout: Path) -> None:
        self._folder = checkout / SITE
        self._open = ExitStack()
        self._program: Program | None = None
        self._port = 0

    def address(self) -> str:
        """Where it is; served anew where its server has ended.

        Raises:
            EnvironmentFault: it can't be served.
        """
        if self._program is None or self._program.poll() is not None:
            self.close()
            self._start()
        return f"http://{HOST}:{self._port}"

    def close(self) -> None:
        """End the server."""
        self._program = None
        self._open.close()

    def _start(self) -> None:
        if shutil.which("npm") is None:
            raise EnvironmentFault("there is no npm, which serves the site: apt-get install npm")
        self._port = _free_port()
        folder = self._open.enter_context(temporary_folder("site"))
        self._program = self._open.enter_context(
            Program(
                ["npm", "start", "--", "-H", HOST, "-p", str(self._port)],
                output=folder / "site.log",
                env={**environment(None), "NEXT_TELEMETRY_DISABLED": "1"},
                cwd=self._folder,
            )
        )
        try:
            self._await(self._program)
        except BaseException:
            self.close()
            raise

    def _await(self, program: Program) -> None:
        deadline = time.monotonic() + _SECONDS
        while not self._answers():
            program.check()
            if time.monotonic() > deadline:
                raise EnvironmentFault(
                    f"{self._folder}: `npm start` serves nothing after {_SECONDS:g} s:\n{program.tail()}"
                )
            time.sleep(_PAUSE)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=_SECONDS)
        try:
            connection.request("GET", _READY)
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False
        finally:
            connection.close()


def _free_port() -> int:
    """A port that nothing listens at; who comes between makes the server end, and another is tried."""
    with socket.socket() as held:
        held.bind((HOST, 0))
        port: int = held.getsockname()[1]
        return port
