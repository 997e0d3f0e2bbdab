"""Session: a run in another process, whose steps are asked for from here. Blocks; one thread at a time."""

from __future__ import annotations

import multiprocessing
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from agent.bench.inspect.messages import Over, Seen
from agent.bench.inspect.running import serve
from agent.interrupts import CLEANING_SECONDS
from agent.protocol.write import do, finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.bench.inspect.messages import Order
    from tools.action import Action

_SAID = "Inspect's model calls for this."


class Session:
    """A run that waits for actions.

    Args:
        order: which run.
    """

    def __init__(self, order: Order) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, order), daemon=True)
        self._process.start()
        theirs.close()
        self.seen: Seen | None = None
        """What was seen last."""
        self.over: Over | None = None
        self.shown = False
        """Whether the model was shown what was seen last."""
        self._receive()

    def act(self, actions: Sequence[Action]) -> None:
        """Carry out actions one after another, until one is not done or the run is over."""
        for action in actions:
            if self.over is not None or self.seen is None:
                return
            self._reply(do(action, _SAID).render(self.seen.size))
            if self.seen.feedback not in {"none", "done"}:
                return

    def end(self) -> Over:
        """End the task as done, unless the run is over: its checks judge."""
        if self.over is None and self.seen is not None:
            self._reply(finish(_SAID).render(self.seen.size))
        if self.over is None:
            self.over = Over(None, "the run did not end with the task")
        return self.over

    def close(self) -> None:
        """End the run, whatever it is at, and its process."""
        self._line.close()
        until = time.monotonic() + CLEANING_SECONDS
        self._process.join(CLEANING_SECONDS)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(max(1.0, until + CLEANING_SECONDS - time.monotonic()))
        self._process.kill()
        self._process.join()

    def _reply(self, text: str) -> None:
        with suppress(OSError):  # where its process is gone, the answer says so
            self._line.send(text)
        self._receive()

    def _receive(self) -> None:
        try:
            message = self._line.recv()
        except (EOFError, OSError):
            self.over = Over(None, "the run's process ended before the run did; is there enough memory?")
            return
        self.shown = False
        if isinstance(message, Seen):
            self.seen = message
        else:
            self.over = message
