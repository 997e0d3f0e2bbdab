"""What may be tried again is, within one deadline, and what it used is added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import ModelFault
from agent.models.server.exchange.faults import AttemptFailed, Silence, cut_off, garbage
from agent.models.server.exchange.retry import Retry
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable

ENOUGH = 20.0
"""Seconds for a few attempts, however busy the machine; the first wait is a two-hundredth of them."""


def failing(*failures: AttemptFailed) -> Callable[[], str]:
    """An attempt that fails in these ways, and then succeeds."""
    left = list(failures)

    def attempt() -> str:
        if left:
            raise left.pop(0)
        return "reply"

    return attempt


def busy(used: int = 0, wait: float = 0.0) -> AttemptFailed:
    failed = AttemptFailed("it answers 503", "try again later", again=True, wait=wait)
    failed.usage = Usage(prompt=used)
    return failed


def test_the_first_success_is_the_result_and_nothing_is_lost() -> None:
    retry = Retry("http://x", ENOUGH)
    assert retry.run(failing()) == "reply"
    assert (retry.attempts, retry.lost) == (1, Usage())


def test_what_failed_attempts_used_is_added_up() -> None:
    retry = Retry("http://x", ENOUGH)
    assert retry.run(failing(busy(100), busy(20))) == "reply"
    assert (retry.attempts, retry.lost) == (3, Usage(prompt=120))


def test_what_no_further_attempt_can_help_ends_it_at_once() -> None:
    retry = Retry("http://x", 60)
    with pytest.raises(ModelFault) as fault:
        retry.run(failing(garbage("a page")))
    assert retry.attempts == 1
    assert str(fault.value).startswith("the server at http://x: it answers with a page; is the URL right?")


def test_attempts_are_bounded_and_the_fault_tells_them_with_what_they_used() -> None:
    retry = Retry("http://x", 1)
    with pytest.raises(ModelFault, match=r"503 \(\d+ attempts in \d+\.\d s\); try again later") as fault:
        retry.run(failing(*[busy(10) for _ in range(50)]))
    assert 1 < retry.attempts <= 10
    assert fault.value.usage == Usage(prompt=10 * retry.attempts)


def test_a_wait_beyond_the_deadline_is_not_waited_for() -> None:
    retry = Retry("http://x", 60)
    with pytest.raises(ModelFault, match="it asks to wait 300 s"):
        retry.run(failing(busy(wait=300)))
    assert retry.attempts == 1


def test_the_last_reason_that_is_not_silence_is_told() -> None:
    retry = Retry("http://x", ENOUGH)
    with pytest.raises(ModelFault, match="its reply broke off"):
        retry.run(failing(cut_off(), Silence("no answer came in time"), silence_for_good()))


def silence_for_good() -> AttemptFailed:
    """A silence that is not tried again."""
    silence = Silence("no answer came in time")
    silence.again = False
    return silence


def test_another_error_is_not_swallowed() -> None:
    def broken() -> str:
        raise KeyboardInterrupt

    retry = Retry("http://x", 60)
    with pytest.raises(KeyboardInterrupt):
        retry.run(broken)
    assert retry.attempts == 1
