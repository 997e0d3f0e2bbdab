"""The client library under our bounds, against a server that goes wrong as it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openai
import pytest

from agent.models.server.connection import Connection, TooLong
from agent.models.server.endpoint import Endpoint
from agent.models.server.exchange.faults import AttemptFailed
from tests.agent.models.server.faulty import (
    FaultyServer,
    error,
    garbage,
    html,
    line_without_end,
    says,
    status,
    words_without_end,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.models.server.exchange.chunk import Chunk
    from tests.agent.models.server.faulty import Answer

HANGS = 180.0
"""Seconds after which a test that waits for something has failed."""
BODY = {"model": "tiny", "stream": True}


def chunks(answer: Answer, **login: str) -> list[Chunk]:
    """The events of one answer."""
    with FaultyServer(answer) as server:
        connection = Connection(Endpoint.of(server.url, "tiny", **login), HANGS)
        try:
            return list(connection.chunks(BODY))
        finally:
            connection.close()


def test_the_first_event_says_that_the_request_was_accepted() -> None:
    found = chunks(says("Hello", counts=True))
    assert found[0].choices == ()
    deltas = [choice.delta for one in found for choice in one.choices]
    assert "".join(delta.content or "" for delta in deltas if delta) == "Hello"
    assert found[-1].usage["prompt_tokens"] == 1000


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (html, AttemptFailed),
        (status(200, {"choices": []}), AttemptFailed),
        (garbage, ValueError),
        (error(503, "busy"), openai.APIStatusError),
        (words_without_end, TooLong),
        (line_without_end, TooLong),
    ],
)
def test_what_is_no_stream_of_events_is_a_fault(answer: Answer, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        chunks(answer)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_so_that_no_screenshot_goes_to_another_host(code: int) -> None:
    with FaultyServer(says("Hello")) as other:
        redirect = status(code, "", Location=f"{other.url}/chat/completions")
        with pytest.raises(openai.APIStatusError, match=str(code)):
            chunks(redirect)
        assert other.bodies == []


def test_it_tries_nothing_again_by_itself() -> None:
    with FaultyServer(error(503, "busy")) as server:
        connection = Connection(Endpoint.of(server.url, "tiny"), HANGS)
        with pytest.raises(openai.APIStatusError):
            list(connection.chunks(BODY))
        connection.close()
        assert len(server.bodies) == 1


def test_compressed_data_is_refused_unread() -> None:
    with pytest.raises(AttemptFailed, match="compressed data, which was not asked for"):
        chunks(status(200, "xx", Content_Encoding="gzip", Content_Type="text/event-stream"))


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("OUR_KEY", "sesame")
    return "sesame"


def test_a_key_is_sent_where_there_is_one(key: str) -> None:
    with FaultyServer(says("x")) as server:
        for name in ("OUR_KEY", "NO_SUCH_KEY"):
            connection = Connection(Endpoint.of(server.url, "tiny", name), HANGS)
            list(connection.chunks(BODY))
            connection.close()
        sent = [{name.lower(): value for name, value in headers.items()} for headers in server.headers]
    assert sent[0]["authorization"] == f"Bearer {key}"
    assert "authorization" not in sent[1]
    assert {headers["accept-encoding"] for headers in sent} == {"identity"}


def test_its_models_are_listed_some_thousand_at_most() -> None:
    with FaultyServer(models=tuple(f"m{number}" for number in range(1200))) as server:
        connection = Connection(Endpoint.of(server.url, ""), HANGS)
        assert connection.models() == tuple(f"m{number}" for number in range(1000))
        connection.close()


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"])
def test_no_proxy_sees_what_is_not_encrypted(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultyServer(says("of the proxy")) as proxy:
        monkeypatch.setenv(variable, proxy.url.removesuffix("/v1"))
        assert chunks(says("of the server"))
    assert proxy.bodies == []
