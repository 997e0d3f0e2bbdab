"""What an error makes of an episode."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from agent.episode import ending_by
from agent.errors import Halted, ModelFault
from agent.interrupts import end_on_signals, interrupt
from agent.usage import Usage
from tools.errors import DisplayLost, EnvironmentFault, Interrupted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.episode import Verdict

USED = Usage(prompt=7)
FAULTS = [
    EnvironmentFault("the program died"),
    DisplayLost("the display is gone"),
    ModelFault("no answer", usage=USED),
    Halted("it lost its way"),
    ZeroDivisionError("a library"),
]


@pytest.fixture
def _signals() -> Iterator[None]:
    put_back = end_on_signals()
    yield
    put_back()


@pytest.mark.parametrize(
    ("error", "verdict", "said"),
    [
        (KeyboardInterrupt("stopped by SIGTERM"), "interrupted", "stopped by SIGTERM"),
        (Interrupted("the mouse was moved"), "interrupted", "the mouse was moved"),
        (FAULTS[0], "environment_error", "the program died"),
        (FAULTS[1], "environment_error", "the display is gone"),
        (FAULTS[2], "model_error", "no answer"),
        (FAULTS[3], "stopped", "it lost its way"),
        (FAULTS[4], "environment_error", "unexpected ZeroDivisionError: a library (--debug shows where)"),
    ],
)
def test_each_error_has_its_verdict(error: BaseException, verdict: Verdict, said: str) -> None:
    ending = ending_by(error)
    assert (ending.verdict, ending.message, ending.outside) == (verdict, said, True)


@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize("error", FAULTS, ids=lambda error: type(error).__name__)
def test_after_an_interrupt_each_fault_is_the_interrupts(error: Exception) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupt(signal.SIGTERM)
    ending = ending_by(error)
    assert (ending.verdict, ending.message) == ("interrupted", "stopped by SIGTERM")


def test_tokens_that_a_failed_model_used_are_kept() -> None:
    assert ending_by(FAULTS[2]).usage == USED
