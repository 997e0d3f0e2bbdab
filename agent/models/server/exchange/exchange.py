"""Exchange: one request, and its reply read as far as it is needed."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.models.server.connection import TooLong
from agent.models.server.exchange.chunk import Counted, counted
from agent.models.server.exchange.faults import FORESEEN, Silence, cut_off, explained, garbage
from agent.models.server.exchange.reply import StreamedReply
from agent.models.server.exchange.stream import Reading
from agent.models.server.exchange.usage import used

if TYPE_CHECKING:
    from agent.model import Wanted
    from agent.models.server.connection import Connection
    from agent.models.server.endpoint import Endpoint
    from agent.models.server.exchange.chunk import Chunk
    from agent.models.server.request import Settings
    from agent.usage import Usage

_CHARACTERS_A_TOKEN = 16
"""More than a token ever is on average: a reply that is longer has left all bounds."""


@dataclass(frozen=True, slots=True)
class Done:
    """A reply."""

    text: str
    usage: Usage
    waiting: float
    """Seconds to its first word."""
    writing: float
    """Seconds from there to its end."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that can be sent again and again."""

    connection: Connection
    endpoint: Endpoint
    settings: Settings
    body: dict[str, Any]
    wanted: Wanted
    estimate: int
    """Tokens of the prompt, should the server not count them."""

    def run(self, until: float) -> Done:
        """Send it and read the reply.

        Args:
            until: the moment on `time.monotonic`'s clock when it must be there.

        Raises:
            AttemptFailed: there is none, with what was used all the same.
        """
        attempt = _Attempt(self, until)
        try:
            return attempt.run()
        except FORESEEN as error:
            failed = explained(error, self.endpoint)
            if attempt.accepted or isinstance(failed, Silence):  # silent, it may be at work all the same
                failed.usage = attempt.usage
            raise failed from error


class _Attempt:
    def __init__(self, exchange: Exchange, until: float) -> None:
        self._exchange, self._until = exchange, until
        settings = exchange.settings
        self.reply = StreamedReply(
            call=exchange.wanted != "words",
            thinks=settings.thinks,
            longest=settings.reply.tokens * _CHARACTERS_A_TOKEN,
        )
        self.accepted = False
        """The server has begun to answer: from here on it may bill."""
        self._counted: Counted | None = None

    @property
    def usage(self) -> Usage:
        """What it has used so far."""
        return used(self._counted, self._exchange.estimate, self.reply, self._exchange.settings.price)

    def run(self) -> Done:
        began = first = time.monotonic()
        with Reading(lambda: self._exchange.connection.chunks(self._exchange.body)) as reading:
            while not (self.reply.whole or self.reply.finished):
                silent = not self.reply.deltas
                if not self._read(reading):
                    raise cut_off()
                first = time.monotonic() if silent else first
            ended = time.monotonic()
            if self.reply.broken:
                raise cut_off()
            self._await_count(reading)
        text = self._exchange.endpoint.hidden(self.reply.text, reply=True)
        return Done(text, self.usage, first - began, ended - first)

    def _read(self, reading: Reading[Chunk]) -> bool:
        """Take an event in; False when there are no more."""
        patience = time.monotonic() + self._exchange.settings.server.timeout
        try:
            chunk = reading.next(min(self._until, patience))
        except TooLong:
            if not self.reply.length:
                raise garbage("data without end") from None
            self.reply.whole = True
            return True
        return chunk is not None and self._take(chunk)

    def _take(self, chunk: Chunk) -> bool:
        self.accepted = True
        self.reply.add(chunk)
        self._counted = counted(chunk.usage) or self._counted
        return True

    def _await_count(self, reading: Reading[Chunk]) -> None:
        """The count comes after the reply, if at all. Whatever goes wrong meanwhile, the reply is there."""
        patience = min(self._until, time.monotonic() + self._exchange.settings.count_patience)
        with suppress(*FORESEEN):
            while self._counted is None and (chunk := reading.next(patience)) is not None:
                self._take(chunk)
