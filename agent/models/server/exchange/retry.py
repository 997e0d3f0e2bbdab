"""Retry: attempts at one request until one succeeds or the deadline ends; their usage is added up."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import tenacity

from agent.errors import ModelFault
from agent.models.server.exchange.faults import AttemptFailed, Silence
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

_ATTEMPTS = 10
_FIRST_WAIT = 1 / 200
"""Of the deadline: 0.6 s of two minutes. Each further wait is about twice as long ..."""
_LONGEST_WAIT = 1 / 6
"""... up to this share of it."""


@dataclass(slots=True)
class Retry:
    """Attempts at one request, within one deadline.

    Args:
        where: the server, as messages name it.
        seconds: for all attempts and the waits between them.
    """

    where: str
    seconds: float
    lost: Usage = field(default_factory=Usage, init=False)
    """What failed attempts used."""
    attempts: int = field(default=0, init=False)
    _failed: AttemptFailed | None = field(default=None, init=False)
    """The last attempt that failed for another reason than that the time was over."""
    _began: float = field(default_factory=time.monotonic, init=False)

    @property
    def until(self) -> float:
        """The moment on `time.monotonic`'s clock when it is over."""
        return self._began + self.seconds

    def run(self, attempt: Callable[[], Result]) -> Result:
        """The result of the first attempt that succeeds.

        Raises:
            ModelFault: all failed, or one in a way that no further one can help.
        """
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, AttemptFailed) and error.again),
            wait=self._wait,
            stop=tenacity.stop_any(
                tenacity.stop_after_attempt(_ATTEMPTS), tenacity.stop_before_delay(self.seconds)
            ),
            reraise=True,
        )
        try:
            result: Result = retrying(self._counted, attempt)
        except AttemptFailed as failed:
            raise ModelFault(self._told(self._failed or failed), self.lost) from failed
        return result

    def _counted(self, attempt: Callable[[], Result]) -> Result:
        self.attempts += 1
        try:
            return attempt()
        except AttemptFailed as failed:
            self.lost += failed.usage
            self._failed = self._failed if isinstance(failed, Silence) else failed
            raise

    def _wait(self, state: tenacity.RetryCallState) -> float:
        """Seconds before the next attempt: what the server asks for, or longer."""
        first = self.seconds * _FIRST_WAIT
        growing = tenacity.wait_exponential(first, self.seconds * _LONGEST_WAIT) + tenacity.wait_random(
            0, first
        )
        failed = state.outcome.exception() if state.outcome else None
        return max(growing(state), failed.wait if isinstance(failed, AttemptFailed) else 0.0)

    def _told(self, failed: AttemptFailed) -> str:
        spent = time.monotonic() - self._began
        tried = f" ({self.attempts} attempts in {spent:.1f} s)" if self.attempts > 1 else ""
        too_long = failed.wait > max(0.0, self.seconds - spent)
        asked = f"; it asks to wait {failed.wait:.0f} s" if too_long else ""
        return f"the server at {self.where}: {failed.reason}{tried}{asked}; {failed.advice}"
