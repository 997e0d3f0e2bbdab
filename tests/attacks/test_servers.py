"""Hostile model servers: a run ends with a verdict and a clear line, in bounded time and memory.

Whatever comes is never obeyed beyond the actions of the protocol, and nothing secret goes back or is shown.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import time
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from agent.errors import BadInput
from agent.loop import Episode
from agent.models.server.endpoint import Endpoint
from agent.models.server.model import ServerModel
from agent.models.server.request import Settings
from agent.printing.escapes import visible
from agent.profiles.profile import Server
from agent.task.variables import reveal
from tests.agent.fakes import DONE, FakeDesktop, Notebook, call, make_task
from tests.agent.models.server.faulty import (
    FaultyServer,
    cut,
    deltas,
    drip,
    empty,
    error,
    garbage,
    hang,
    html,
    line_without_end,
    says,
    status,
    words_without_end,
)
from tests.attacks.raw_server import RawServer
from tools.action import Type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

    from agent.episode import Ending
    from tests.agent.models.server.faulty import Answer, Handler
    from tools.action import Action
    from tools.observation import Observation

KEY = "sk-deskhand-0123456789abcdef"
DEADLINE = 0.5
"""Seconds that the user gives a server for a reply."""
HANGS = 180.0
"""Seconds that only a hang takes, however busy the machine."""
MEGABYTES = 400
"""More than a run may take because of what a server sends."""


class Desktop(FakeDesktop):
    """Types as the real one does: with the task's secrets filled in."""

    def execute(self, action: Action, seen: Observation) -> None:
        if isinstance(action, Type):
            reveal(action.text, {"PASSWORD": "hunter2-hunter2"})
        super().execute(action, seen)


def attacked(url: str) -> tuple[Ending, Notebook]:
    """The end of a run with that server, within its bounds."""
    notes, began, before = Notebook(), time.monotonic(), _most_memory()
    model = ServerModel(
        Endpoint.of(url, "tiny"), Settings(server=Server(deadline=DEADLINE, timeout=DEADLINE))
    )
    try:
        ending = Episode(
            make_task(limits={"steps": 3}, secrets=["PASSWORD"]),
            Desktop(),
            model,
            judge=lambda seen: (),
            watcher=notes,
            approve=lambda action, seen: True,
        ).run()
    finally:
        model.close()
    assert time.monotonic() - began < HANGS
    assert _most_memory() - before < MEGABYTES
    for said in (ending.message, *(step.note for step in notes.steps)):
        assert len(said) < 3000
        assert KEY not in said
        assert "Traceback" not in said
    return ending, notes


def _most_memory() -> int:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1 << 20 if sys.platform == "darwin" else 1 << 10)


def whole(body: bytes, kind: str = "application/json", **headers: str) -> Answer:
    """An answer in one piece."""

    def answer(handler: Handler) -> None:
        handler.begin(kind, Content_Length=str(len(body)), **headers)
        handler.wfile.write(body)

    return answer


def event(fields: Any) -> Answer:
    """A stream of this one event, then of a call that ends the task."""

    def answer(handler: Handler) -> None:
        handler.begin()
        text = fields if isinstance(fields, str) else json.dumps(fields)
        handler.wfile.write(f"data: {text}\n\n".encode("utf-8", "surrogatepass"))
        handler.delta(content=DONE)
        handler.delta(finish="stop")
        handler.done()

    return answer


def choice(**fields: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {}, "finish_reason": None} | fields]}


def arguments(text: str) -> Answer:
    """A tool call with these arguments, as they are."""
    return says(f'<tool_call>\n{{"name": "computer_use", "arguments": {text}}}\n</tool_call>')


def gigabyte(handler: Handler) -> None:
    handler.begin("application/json", Content_Length=str(10**9))
    for _ in range(1000):
        handler.wfile.write(b" " * 10**6)


def bomb(encoding: str) -> Answer:
    def answer(handler: Handler) -> None:
        packed = gzip.compress(bytes(10**8)) if encoding == "gzip" else zlib.compress(bytes(10**8))
        whole(packed, Content_Encoding=encoding)(handler)

    return answer


def comments(handler: Handler) -> None:
    """Signs of life and nothing else, for ever."""
    handler.begin()
    while not handler.over.wait(0.01):
        handler.wfile.write(b": keepalive\n\n")


def echo_of_the_key(handler: Handler) -> None:
    error(401, f"the key {KEY} is wrong: Bearer {KEY}")(handler)


ODD = "a\x1b[31m\x07\N{RIGHT-TO-LEFT OVERRIDE}\x9b\x00b"
ANSWERS: dict[str, tuple[Answer, ...]] = {
    # without end
    "words without end": (words_without_end,),
    "a line without end": (line_without_end,),
    "a gigabyte": (gigabyte,),
    "signs of life for ever": (comments,),
    "a letter now and then": (drip,),
    "silence": (hang,),
    "nothing": (empty,),
    "half a reply": (cut(DONE[:40]),),
    # packed, elsewhere
    "a gzip bomb": (bomb("gzip"),),
    "a deflate bomb": (bomb("deflate"),),
    "brotli": (whole(b"x", Content_Encoding="br"),),
    **{
        f"a redirect, {code}": (status(code, "", Location="http://127.0.0.1:9/v1"),)
        for code in (301, 302, 303, 307, 308)
    },
    "a redirect to a file": (status(302, "", Location="file:///etc/passwd"),),
    "a redirect of escapes": (status(302, "", Location="http://a%1b[31m/"),),
    # nested, wrong types
    "JSON nested a thousand deep": (whole(b"[" * 1000 + b"]" * 1000),),
    "JSON nested 200,000 deep": (whole(b'{"a":' * 200_000),),
    "an event nested 100,000 deep": (event("[" * 100_000),),
    "arguments nested a thousand deep": (arguments("[" * 1000 + "]" * 1000),),
    "arguments nested 5,000 deep": (arguments('{"action": ' * 5000),),
    "JSON that is a number": (whole(b"5"),),
    "JSON that is null": (whole(b"null"),),
    "JSON with choices of none": (whole(b'{"choices": []}'),),
    "JSON with content of a number": (whole(b'{"choices": [{"message": {"content": 5}}]}'),),
    "choices that are null": (event({"choices": None}),),
    "choices that are a number": (event({"choices": 5}),),
    "choices of lists": (event({"choices": [[]]}),),
    "a delta that is a list": (event(choice(delta=[])),),
    "content that is a number": (event(choice(delta={"content": 5})),),
    "content that is a mapping": (event(choice(delta={"content": {"a": 1}})),),
    "content in parts": (event(choice(delta={"content": [{"type": "text", "text": "x"}]})),),
    "tool calls that are a text": (event(choice(delta={"tool_calls": "rm -rf /"})),),
    "a tool call without a name": (deltas({"tool_calls": [{"index": 0, "function": {"arguments": "{}"}}]}),),
    "a tool call at place 10^9": (
        deltas({"tool_calls": [{"index": 10**9, "function": {"name": "a", "arguments": "{}"}}]}),
    ),
    "a tool call at place -1": (
        deltas({"tool_calls": [{"index": -1, "function": {"name": "a", "arguments": "{}"}}]}),
    ),
    "arguments that are a number": (
        deltas({"tool_calls": [{"index": 0, "function": {"name": "computer_use", "arguments": 5}}]}),
    ),
    "a reason that is a list": (event(choice(finish_reason=[1])),),
    "usage that is a text": (event({"choices": [], "usage": "many"}),),
    "usage below zero": (event({"choices": [], "usage": {"prompt_tokens": -5, "completion_tokens": -1}}),),
    "usage of 1e400": (event('{"choices": [], "usage": {"prompt_tokens": 1e400}}'),),
    "usage of 5,000 digits": (event('{"choices": [], "usage": {"prompt_tokens": ' + "9" * 5000 + "}}"),),
    "usage of NaN": (event('{"choices": [], "usage": {"prompt_tokens": NaN}}'),),
    "an error that is a list": (event({"error": [1, 2]}),),
    "an error of escapes": (event({"error": {"message": ODD, "code": 5}}),),
    # words
    "a page for people": (html,),
    "events that are no JSON": (garbage,),
    "half a surrogate pair": (event('{"choices": [{"delta": {"content": "\\ud800"}}]}'),),
    "half a surrogate pair as bytes": (event('{"choices": [{"delta": {"content": "\udc80"}}]}'),),
    "a mark of UTF-16": (whole('{"choices": []}'.encode("utf-16")),),
    "a type of escapes": (whole(b"{}", kind="text/\x9b31m"),),
    "a refusal of escapes": (error(400, ODD),),
    "a refusal of a megabyte": (error(400, "no " * 350_000),),
    "a refusal that repeats the key": (echo_of_the_key,),
    "a refusal that is a list": (status(400, json.dumps([1]), Content_Type="application/json"),),
    "a status of 599": (status(599, "?"),),
    "a wait of 1e9": (error(429, "slow", Retry_After="1e9"),),
    "a wait of NaN": (error(429, "slow", Retry_After="nan"),),
    "a wait of infinity": (error(503, "slow", Retry_After="inf"),),
    "a wait below zero": (error(503, "slow", Retry_After="-5"),),
    "a wait until the 99th": (error(503, "slow", Retry_After="Fri, 99 Foo 9999 99:99:99 GMT"),),
    # calls
    "a call of a thought of escapes": (says(f"Thought: {ODD}\n{call('left_click', coordinate=[1, 1])}"),),
    "an action of escapes": (says(call(ODD)),),
    "a place of 1e999": (arguments('{"action": "left_click", "coordinate": [1e999, 1]}'),),
    "a place of 400 digits": (arguments(f'{{"action": "left_click", "coordinate": [{"9" * 400}, 1]}}'),),
    "a place of 5,000 digits": (arguments(f'{{"action": "left_click", "coordinate": [{"9" * 5000}, 1]}}'),),
    "a place of NaN": (arguments('{"action": "left_click", "coordinate": [NaN, 1]}'),),
    "a place below zero": (says(call("left_click", coordinate=[-5, 2000])),),
    "a place of 100,000 numbers": (says(call("left_click", coordinate=[1] * 100_000)),),
    "a place that is a text": (says(call("left_click", coordinate="; rm -rf /")),),
    "a text of 100,000": (says(call("type", text="a" * 100_000)),),
    "a text that is a list": (says(call("type", text=["a"])),),
    "a text of control characters": (says(call("type", text="\x1b\x03\x04")),),
    "a wait of a year": (says(call("wait", time=31_536_000)),),
    "a wait that is not a number": (arguments('{"action": "wait", "time": NaN}'),),
    "a chord that ends the session": (says(call("key", keys=["ctrl", "alt", "delete"])),),
    "a chord of a thousand keys": (says(call("key", keys=["ctrl"] * 1000)),),
    "a key of escapes": (says(call("key", keys=[ODD])),),
    "a secret that there is not": (says(call("type", text="${secret.NOPE}")),),
    "a secret of another's": (says(call("type", text="${secret.OPENAI_API_KEY}")),),
    "a turn of 10^9": (says(call("scroll", pixels=10**9)),),
    "a hundred calls": (says(call("left_click", coordinate=[1, 1]) * 100),),
    "a call inside a call": (says(f"<tool_call>{call('wait', time=1)}</tool_call>"),),
    "ten thousand tags": (says("<tool_call>" * 10_000),),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_a_hostile_answer_ends_in_a_verdict(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with FaultyServer(*ANSWERS[name]) as server:
        ending, notes = attacked(server.url)
    assert ending.verdict in {"model_error", "stopped", "passed"}
    assert len(visible(ending.message)) < 3000
    for body in server.bodies:
        assert b"hunter2" not in body, "a secret went to the server"
        assert KEY.encode() not in body
    typed = [
        step.action.text for step in notes.steps if isinstance(step.action, Type) and step.outcome == "done"
    ]
    assert not any("${secret." in text for text in typed)


def once(*pieces: bytes) -> Any:
    return lambda _over: pieces


def for_ever(first: bytes, piece: bytes, pause: float = 0.0) -> Any:
    def pieces(over: Event) -> Iterator[bytes]:
        yield first
        while not over.wait(pause):
            yield piece

    return pieces


OK = b"HTTP/1.1 200 OK\r\n"
STREAM = OK + b"Content-Type: text/event-stream\r\n"
RAW: dict[str, Any] = {
    "SSH": once(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "random bytes": once(bytes(range(256)) * 100),
    "a closed connection": once(),
    "a status line alone": once(b"HTTP/1.1 200"),
    "a status of 000": once(b"HTTP/1.1 000 Nothing\r\n\r\n"),
    "a status of 999": once(b"HTTP/1.1 999 Nothing\r\nContent-Length: 0\r\n\r\n"),
    "no content": once(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "go on, for ever": for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a header without end": for_ever(OK + b"X-A: ", b"a" * 65536),
    "headers without end": for_ever(OK, b"X-A: a\r\n" * 1000),
    "a header now and then": for_ever(OK, b"X-A: a\r\n", 0.2),
    "a header of escapes": once(STREAM + b"X-\x1b[31m: a\r\n\r\n"),
    "a header of NULs": once(STREAM + b"X-A: a\x00b\r\n\r\n"),
    "a length below zero": once(STREAM + b"Content-Length: -5\r\n\r\nabc"),
    "a length of letters": once(STREAM + b"Content-Length: abc\r\n\r\nabc"),
    "a length of 5,000 digits": once(STREAM + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\nabc"),
    "a length too short": once(STREAM + b"Content-Length: 3\r\n\r\ndata: {}\n\n"),
    "a length too long": once(STREAM + b"Content-Length: 99999\r\n\r\ndata: {}\n\n"),
    "two lengths": once(STREAM + b"Content-Length: 3\r\nContent-Length: 9\r\n\r\ndata: {}\n\n"),
    "chunks of no size": once(STREAM + b"Transfer-Encoding: chunked\r\n\r\nzzz\r\nabc\r\n"),
    "a chunk of 2^64": once(STREAM + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc\r\n"),
    "chunks of one byte, for ever": for_ever(
        STREAM + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n:\r\n", 0.01
    ),
    "line ends for ever": for_ever(STREAM + b"\r\n", b"\n" * 65536),
    "events without data for ever": for_ever(
        STREAM + b"\r\n", b"event: x\nid: 1\nretry: 999999999\n\n" * 1000
    ),
    "HTTP/0.9": once(b"<html>hello</html>"),
    "HTTP/2": once(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
}


@pytest.mark.parametrize("name", RAW)
def test_what_is_hardly_http_ends_in_a_verdict(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with RawServer(RAW[name]) as server:
        ending, _ = attacked(server.url)
    assert ending.verdict == "model_error"
    assert server.url.removesuffix("/v1") in ending.message


LISTS = {
    "nested a thousand deep": b"[" * 1000,
    "of a megabyte of names": json.dumps({"data": [{"id": "a" * 1000}] * 1000}).encode(),
    "of numbers": b'{"data": [1, 2]}',
    "of escapes": json.dumps({"data": [{"id": ODD}, {"id": "b"}]}).encode(),
    "that is null": b'{"data": null}',
    "that is empty": b'{"data": []}',
    "that is no JSON": b"<html>",
    "of half surrogate pairs": b'{"data": [{"id": "\\ud800"}, {"id": "b"}]}',
}


@pytest.mark.parametrize("name", LISTS)
def test_a_hostile_list_of_models_is_told_in_a_clear_line(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from agent.cli import main
    from tests.attacks.saying import clear

    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(
        LISTS[name]
    )
    with RawServer(once(head, LISTS[name])) as server:
        assert main(["models", "test", "--model", server.url]) in {2, 3}
    assert KEY not in clear(capsys.readouterr().err)


@pytest.mark.parametrize(
    "url",
    [
        "http://", "http://:80/v1", "https://[::1", "http://a b/v1", "http://\N{RIGHT-TO-LEFT OVERRIDE}/v1",
        "http://host:0x50/v1", "http://host:-1/v1", "http://host/v1?key=x", f"http://{'a' * 3000}/v1",
        "http://a\r\nHost: b/v1",
    ],
)  # fmt: skip
def test_an_absurd_url_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(BadInput, match="the server's URL"):
        Endpoint.of(url, "tiny")
