"""One request and its reply, from a connection that says what it is told to."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from agent.models.server.connection import TooLong
from agent.models.server.endpoint import Endpoint
from agent.models.server.exchange.chunk import Chunk
from agent.models.server.exchange.exchange import Done, Exchange
from agent.models.server.exchange.faults import AttemptFailed, Silence
from agent.models.server.request import Settings
from agent.profiles.profile import Price, ReplyLimits, Server
from agent.usage import Usage
from tests.agent.fakes import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.model import Wanted

ESTIMATE = 500
"""Tokens of the prompt, where the server does not count them."""
HANGS = 180.0
"""Seconds after which a reply that is waited for has failed to come."""


def says(text: str, finish: str | None = None) -> Chunk:
    return Chunk.model_validate({"choices": [{"delta": {"content": text}, "finish_reason": finish}]})


def counts(prompt: int, reply: int) -> Chunk:
    return Chunk.model_validate({"usage": {"prompt_tokens": prompt, "completion_tokens": reply}})


HANG = object()


class FakeConnection:
    """Gives these chunks, or raises them; at `HANG` it says nothing more."""

    def __init__(self, *chunks: Chunk | Exception | object) -> None:
        self.script = chunks
        self.bodies: list[dict[str, Any]] = []
        self.over = threading.Event()

    def chunks(self, body: dict[str, Any]) -> Iterator[Chunk]:
        self.bodies.append(body)
        for one in self.script:
            if one is HANG:
                self.over.wait(HANGS)
                return
            if isinstance(one, Exception):
                raise one
            assert isinstance(one, Chunk)
            yield one


def run(
    *chunks: Chunk | Exception | object, wanted: Wanted = "call", timeout: float = HANGS, **settings: Any
) -> Done:
    connection = FakeConnection(*chunks)
    exchange = Exchange(
        connection,  # type: ignore[arg-type]  # it gives chunks, which is all that is asked of it
        Endpoint.of("http://127.0.0.1:1/v1", "tiny"),
        Settings(server=Server(timeout=timeout, deadline=HANGS), **settings),
        {"model": "tiny"},
        wanted,
        ESTIMATE,
    )
    try:
        return exchange.run(time.monotonic() + HANGS)
    finally:
        connection.over.set()


CALL = click()
HALF = CALL[: len(CALL) // 2]


def test_a_reply_is_there_as_soon_as_its_call_is_whole() -> None:
    done = run(Chunk(), says(CALL), counts(1000, 30), HANG)
    assert (done.text, done.usage) == (CALL, Usage(prompt=1000, reply=30))


def test_what_is_not_counted_is_estimated() -> None:
    done = run(Chunk(), says(CALL, "stop"), price=Price(prompt=2, reply=10))
    assert done.usage.prompt == ESTIMATE
    assert done.usage.reply >= len(CALL) // 8
    assert done.usage.cost == pytest.approx((ESTIMATE * 2 + done.usage.reply * 10) / 1e6)


def test_words_end_with_the_stream() -> None:
    done = run(Chunk(), says("Yes, "), says("it is.", "stop"), counts(10, 4), wanted="words")
    assert done.text == "Yes, it is."


def test_seconds_are_told_by_waiting_and_writing() -> None:
    done = run(Chunk(), says(CALL), counts(1, 1))
    assert done.waiting >= 0
    assert done.writing >= 0


@pytest.mark.parametrize(
    ("chunks", "reason"),
    [
        ([Chunk(), says(HALF)], "its reply broke off before the end"),
        ([Chunk(), says(HALF, "abort")], "its reply broke off before the end"),
        ([Chunk(), says(HALF), ValueError("no JSON")], "it sent something that is no reply of a chat API"),
        ([TooLong()], "it answers with data without end"),
    ],
)
def test_what_is_no_reply_says_why(chunks: list[Any], reason: str) -> None:
    with pytest.raises(AttemptFailed) as failed:
        run(*chunks)
    assert failed.value.reason.startswith(reason)


def test_a_reply_without_end_is_cut_where_it_has_become_too_long() -> None:
    done = run(Chunk(), says("la " * 1000), reply=ReplyLimits(tokens=64), wanted="words")
    assert len(done.text) == 64 * 16 + 1
    assert run(Chunk(), says("la la"), TooLong(), wanted="words").text == "la la"


def test_a_failure_after_the_request_was_accepted_has_used_tokens() -> None:
    with pytest.raises(AttemptFailed) as failed:
        run(Chunk(), says(HALF), counts(1000, 7), ValueError("no JSON"))
    assert failed.value.usage == Usage(prompt=1000, reply=7)
    with pytest.raises(AttemptFailed) as failed:
        run(ValueError("no JSON"))
    assert failed.value.usage == Usage()


def test_silence_may_have_used_the_prompt_all_the_same() -> None:
    with pytest.raises(Silence) as failed:
        run(HANG, timeout=0.001)
    assert failed.value.usage == Usage(prompt=ESTIMATE)


def test_whatever_goes_wrong_after_the_reply_leaves_it_whole() -> None:
    assert run(Chunk(), says(CALL), ValueError("no JSON")).text == CALL
