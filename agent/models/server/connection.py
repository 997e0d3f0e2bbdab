"""HTTP connection to a server: OpenAI's client without retries, with limits on the answer's size."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx2
import openai
from pydantic import BaseModel, ConfigDict, ValidationError

from agent.models.server.exchange.chunk import Chunk, in_one_piece
from agent.models.server.exchange.faults import garbage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openai._types import RequestOptions

    from agent.models.server.endpoint import Endpoint

_CONNECT = 10.0
"""Seconds for a connection to come about."""
_MOST_LISTED = 1_000
_MOST_BYTES = 4_000_000
"""Of one answer. A token's event has about 300 bytes, and a reply a few thousand tokens."""
_UNLISTED = frozenset({404, 405, 500, 501})
"""Of a server that can't list its models; `transformers serve` breaks down where nothing was downloaded."""


class TooLong(ValueError):
    """An answer goes on and on."""


class Connection:
    """One server."""

    def __init__(self, endpoint: Endpoint, timeout: float) -> None:
        self._options: RequestOptions = {
            "headers": {
                "Authorization": endpoint.authorization or openai.Omit(),
                "Accept-Encoding": "identity",
            }
        }
        self._client = openai.OpenAI(
            base_url=endpoint.url,
            api_key="in the options",  # the library wants one
            max_retries=0,
            # Whoever reads decides how long it waits; this only lets go of what was left behind.
            timeout=httpx2.Timeout(timeout + _CONNECT, connect=min(timeout, _CONNECT)),
            # The library follows redirects by itself, and screenshots would travel to whatever host is named.
            # So they would to a proxy of the environment, but for one that passes on what is encrypted.
            http_client=openai.DefaultHttpxClient(
                follow_redirects=False,
                trust_env=endpoint.url.startswith("https://"),
                event_hooks={"response": [_bound]},
            ),
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def chunks(self, body: dict[str, Any]) -> Iterator[Chunk]:
        """The events of a reply, as they come; of a stream first an empty one, when the request is accepted.

        Raises:
            openai.APIError: the server can't be reached, or refuses.
            ValueError: what it sends is not JSON, not UTF-8 or no event of a reply.
            RecursionError: it is nested too deep.
            AttemptFailed: it is neither a stream nor a reply in one piece.
            TooLong: it does not end.
        """
        with self._client.post(
            "/chat/completions",
            cast_to=object,
            body=body,
            options=self._options,
            stream=True,
            stream_cls=openai.Stream[object],
        ) as stream:
            kind = stream.response.headers.get("content-type", "nothing that is named").partition(";")[0]
            if kind not in ("text/event-stream", "application/json"):
                raise garbage(f"{kind[:60]!a}, not with a stream of events")
            if kind == "application/json":
                yield _whole_reply(stream.response.read())
                return
            yield Chunk()
            for event in stream:
                yield Chunk.model_validate(event)

    def models(self) -> tuple[str, ...] | None:
        """The names of its models; None when it does not list them.

        Raises:
            openai.APIError: the server can't be reached, or refuses.
            AttemptFailed: the answer is no list of models.
            TooLong: it does not end.
        """
        try:
            answer = self._client.get("/models", cast_to=httpx2.Response, options=self._options)
        except openai.APIStatusError as error:
            if error.status_code in _UNLISTED:
                return None
            raise
        try:
            return tuple(
                model.id for model in _Listed.model_validate_json(answer.content).data[:_MOST_LISTED]
            )
        except ValidationError:
            raise garbage("something that is no list of models") from None


def _whole_reply(answer: bytes) -> Chunk:
    """What a server that knows no streams gives in one piece."""
    try:
        return in_one_piece(json.loads(answer))
    except (ValueError, RecursionError):
        raise garbage("JSON that is no reply") from None


class _Listing(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    id: str


class _Listed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    data: tuple[_Listing, ...]


class _Bounded(httpx2.SyncByteStream):
    """A body that may have so many bytes."""

    def __init__(self, stream: httpx2.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        left = _MOST_BYTES
        for part in self._stream:
            left -= len(part)
            if left < 0:
                raise TooLong
            yield part

    def close(self) -> None:
        self._stream.close()


def _bound(response: httpx2.Response) -> None:
    """Called before anything of an answer's body is read."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise garbage("compressed data, which was not asked for")  # a few bytes of it may stand for gigabytes
    if isinstance(response.stream, httpx2.SyncByteStream):
        response.stream = _Bounded(response.stream)
