"""A server that answers every request with given bytes, HTTP or not: real sockets on loopback."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Pieces = Callable[[threading.Event], Iterable[bytes]]


class RawServer:
    """A context manager: it listens inside. It sends the pieces as they come, then closes the connection."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._over = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"
        self._threads = [threading.Thread(target=self._listen)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with suppress(OSError):
            socket.create_connection(self._socket.getsockname()).close()
        for thread in self._threads:
            thread.join()
        self._socket.close()

    def _listen(self) -> None:
        while not self._over.is_set():
            connection, _ = self._socket.accept()
            self._threads.append(thread := threading.Thread(target=self._answer, args=(connection,)))
            thread.start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(60)
            self._read(connection)
            for piece in self._pieces(self._over):
                if self._over.is_set():
                    return
                connection.sendall(piece)

    def _read(self, connection: socket.socket) -> None:
        """The whole request: an answer to half of one is a broken connection."""
        said = b""
        while b"\r\n\r\n" not in said:
            if not (more := connection.recv(65536)):
                return
            said += more
        head, _, body = said.partition(b"\r\n\r\n")
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        left = int(lengths[0].partition(b":")[2]) - len(body) if lengths else 0
        while left > 0 and (more := connection.recv(65536)):
            left -= len(more)
