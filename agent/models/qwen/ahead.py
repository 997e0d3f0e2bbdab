"""Work for later requests, done while the desktop acts and its screen settles: which, and how.

When old screenshots leave an episode's prompt, all behind them has to be taken in again, four screenshots and
the new one. What will be left is known before, and grows by one screenshot a step.
"""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING, Any

from agent.errors import MalformedCall
from agent.protocol.prompt import after_drop
from agent.protocol.toolcall import AnswerCall, TerminateCall, parse_tool_call

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.model import Prompt

_SMALL = 200_000_000
"""Parameters up to which a processor takes in a screenshot in about a second."""


def is_quick(model: Any) -> bool:
    """Whether the library's model takes a screenshot in while a desktop acts; else a run's end would wait."""
    weights = list(model.parameters())
    on_gpus = all(weight.device.type == "cuda" for weight in weights)
    return on_gpus or sum(weight.numel() for weight in weights) <= _SMALL


def left_by_a_drop(prompt: Prompt, reply: str) -> Prompt | None:
    """What the next drop of old screenshots will leave of an episode's prompt; None: nothing, or it ends."""
    return after_drop(prompt) if prompt.wanted == "call" and not _ends(reply) else None


def _ends(reply: str) -> bool:
    """Whether the episode is over with it. A reply that can't be read is asked for again."""
    try:
        return isinstance(parse_tool_call(reply), AnswerCall | TerminateCall)
    except MalformedCall:
        return False


class Ahead:
    """One piece of work at a time, in a thread of its own. After one that failed there are no more.

    Args:
        failed: told why there are no more, once, in the thread of who waits or gives up. What was not done
            ahead is done when it is asked for.
    """

    def __init__(self, failed: Callable[[str], None]) -> None:
        self._failed = failed
        self._failure: str | None = None
        self._thread: Thread | None = None

    def begin(self, does: Callable[[], None]) -> None:
        """Begin a piece of work; the one before it has been waited for."""
        assert self._thread is None, "one piece at a time"
        if self._failure is not None:
            return
        thread = Thread(target=self._do, args=(does,), name="prefill ahead")
        try:
            thread.start()
        except RuntimeError as error:  # the machine has no more threads
            self.give_up(error)
        else:
            self._thread = thread

    def wait(self) -> float:
        """Until nothing is being done; the seconds that it took."""
        if self._thread is None:
            return 0.0
        began = time.perf_counter()
        self._thread.join()
        self._thread = None
        if self._failure is not None:
            self._failed(self._failure)
        return time.perf_counter() - began

    def give_up(self, error: BaseException) -> None:
        """Begin no more pieces."""
        if self._failure is None:
            self._failure = _in_a_line(error)
            self._failed(self._failure)

    def _do(self, does: Callable[[], None]) -> None:
        try:
            does()
        except Exception as error:  # noqa: BLE001  (whatever a device's library raises)
            self._failure = _in_a_line(error)


def _in_a_line(error: BaseException) -> str:
    first = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first:.200}"
