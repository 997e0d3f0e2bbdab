"""A server with OpenAI's chat API that goes wrong as it is told to: real HTTP on loopback, hand-written."""

from __future__ import annotations

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = Callable[["Handler"], None]

PROMPT_TOKENS = 1000
"""What it says that every prompt has."""


class FaultyServer:
    """Gives its answers in order, the last one for ever. A context manager: it listens inside."""

    def __init__(self, *answers: Answer, models: tuple[str, ...] | None = ("tiny",)) -> None:
        self.answers = answers
        self.models = models
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()
        self._http = _Http(("127.0.0.1", 0), Handler)
        self._http.told = self
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"
        self._thread = threading.Thread(target=lambda: self._http.serve_forever(poll_interval=0.01))

    @property
    def requests(self) -> list[dict[str, Any]]:
        return [json.loads(body) for body in self.bodies]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _Http(ThreadingHTTPServer):
    daemon_threads = False
    told: FaultyServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is nothing to print."""


class Handler(BaseHTTPRequestHandler):
    """One connection, one answer."""

    server: _Http

    def log_message(self, *args: Any) -> None:
        """Nothing to print."""

    @property
    def over(self) -> threading.Event:
        return self.server.told.over

    def do_GET(self) -> None:
        models = self.server.told.models
        if models is None:
            status(404, "Not Found")(self)
        else:
            status(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in models]})(
                self
            )

    def do_POST(self) -> None:
        told = self.server.told
        told.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        told.headers.append(dict(self.headers))
        told.answers[min(len(told.bodies), len(told.answers)) - 1](self)

    def begin(self, kind: str = "text/event-stream; charset=utf-8", code: int = 200, **headers: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def event(self, **fields: Any) -> None:
        self.wfile.write(f"data: {json.dumps(fields)}\n\n".encode())

    def delta(self, finish: str | None = None, **delta: Any) -> None:
        self.event(choices=[{"index": 0, "delta": delta, "finish_reason": finish}])

    def count(self, written: int, **more: Any) -> None:
        usage = {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": written, **more}
        self.event(choices=[], usage=usage)

    def done(self) -> None:
        self.wfile.write(b"data: [DONE]\n\n")


def pieces(text: str, size: int = 4) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def says(text: str, *, counts: bool = True, cached: int = 0) -> Answer:
    """The text in pieces of a few characters, then the count of tokens."""

    def answer(handler: Handler) -> None:
        handler.begin()
        for piece in pieces(text):
            handler.delta(content=piece)
        handler.delta(finish="stop")
        if counts:
            handler.count(len(pieces(text)), prompt_tokens_details={"cached_tokens": cached})
        handler.done()

    return answer


def deltas(*parts: dict[str, Any], finish: str | None = "stop") -> Answer:
    """These deltas and nothing else."""

    def answer(handler: Handler) -> None:
        handler.begin()
        for part in parts:
            handler.delta(**part)
        if finish:
            handler.delta(finish=finish)

    return answer


def status(code: int, body: dict[str, Any] | str, **headers: str) -> Answer:
    """An answer without a stream."""
    text = body if isinstance(body, str) else json.dumps(body)
    kind = "text/plain" if isinstance(body, str) else "application/json"

    def answer(handler: Handler) -> None:
        handler.begin(headers.get("Content_Type", kind), code, Content_Length=str(len(text)), **headers)
        handler.wfile.write(text.encode())

    return answer


def error(code: int, message: str, **headers: str) -> Answer:
    """A refusal in the API's form."""
    return status(code, {"error": {"message": message, "type": "error", "code": code}}, **headers)


def hang(handler: Handler) -> None:
    """Never a word."""
    handler.over.wait()


def drip(handler: Handler) -> None:
    """A letter now and then, for ever."""
    handler.begin()
    while not handler.over.wait(0.05):
        handler.delta(content="a")


def cut(text: str) -> Answer:
    """The text, and then the connection is broken."""

    def answer(handler: Handler) -> None:
        handler.begin(Content_Length="1000000")
        for piece in pieces(text):
            handler.delta(content=piece)
        handler.connection.shutdown(socket.SHUT_RDWR)

    return answer


def then_hangs(text: str) -> Answer:
    """The text, and then nothing more, not even an end."""

    def answer(handler: Handler) -> None:
        handler.begin()
        for piece in pieces(text):
            handler.delta(content=piece)
        handler.over.wait()

    return answer


def empty(handler: Handler) -> None:
    """A stream without an event."""
    handler.begin()


def html(handler: Handler) -> None:
    """A page for people."""
    handler.begin("text/html; charset=utf-8")
    handler.wfile.write(b"<!doctype html><title>Welcome</title><p>It works!")


def words_without_end(handler: Handler) -> None:
    """Ten megabytes of text."""
    handler.begin()
    for _ in range(2_000):
        handler.delta(content="la " * 1_700)
    handler.done()


def line_without_end(handler: Handler) -> None:
    """Ten megabytes in one event that never ends."""
    handler.begin()
    handler.wfile.write(b'data: {"choices": [{"delta": {"content": "')
    for _ in range(1_000):
        handler.wfile.write(b"la " * 3_500)


def garbage(handler: Handler) -> None:
    """Events that are no JSON."""
    handler.begin()
    handler.wfile.write(b"data: {]\xff\n\n")
