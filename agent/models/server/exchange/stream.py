"""Background reader of a stream, so that each wait can have a deadline.

A socket's time-out is about one read: a server that drips would hold on to it for ever, a name that is looked
up knows no time-out, and on Windows Ctrl-C does not wake a read.
"""

from __future__ import annotations

import threading
import time
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from agent.models.server.exchange.faults import Silence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Item = TypeVar("Item")


class Reading(Generic[Item]):
    """What a source yields, one after the other. A context manager: at its end the source is closed.

    The source is read ahead as fast as it comes; it must itself be bounded.
    """

    def __init__(self, source: Callable[[], Iterator[Item]]) -> None:
        self._source = source
        self._received: SimpleQueue[tuple[Item] | Exception | None] = SimpleQueue()
        self._left = threading.Event()

    def __enter__(self) -> Self:
        threading.Thread(target=self._read, name="server", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """The thread ends when its present read does; nobody waits for that."""
        self._left.set()

    def next(self, until: float) -> Item | None:
        """The next item; None when there are no more.

        Args:
            until: the moment, on `time.monotonic`'s clock, up to which it is waited for.

        Raises:
            Silence: nothing came until then.
            Exception: what the source raised.
        """
        try:
            got = self._received.get(timeout=max(0.0, until - time.monotonic()))
        except Empty:
            raise Silence("no answer came in time") from None
        if isinstance(got, Exception):
            raise got
        return got if got is None else got[0]

    def _read(self) -> None:
        try:
            for item in self._source():
                self._received.put((item,))
                if self._left.is_set():
                    return
            self._received.put(None)
        except Exception as error:  # noqa: BLE001  (raised again where it is waited for)
            self._received.put(error)
