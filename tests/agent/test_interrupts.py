"""Signals are interrupts that say their name; one that somebody swallowed is found later."""

from __future__ import annotations

import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from agent import interrupts
from agent.interrupts import (
    PARENT_GONE,
    end_on_signals,
    held,
    ignore_signals,
    interrupt,
    received,
    sentence,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGXCPU")
    # What runs the tests in the background, or by `nohup`, has some of them ignored.
    before = {one: signal.signal(one, signal.SIG_DFL) for one in map(signal.Signals.__getitem__, names)}
    put_back = end_on_signals()
    yield
    end_on_signals()
    put_back()
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGXCPU"])
def test_each_is_an_interrupt_that_says_which_it_was(name: str) -> None:
    said = "stopped by Ctrl-C" if name == "SIGINT" else f"stopped by {name}"
    with pytest.raises(KeyboardInterrupt, match=said):
        signal.raise_signal(signal.Signals[name])
    assert received() == said


def test_one_that_was_swallowed_stops_whoever_asks() -> None:
    interrupts.check()
    with pytest.raises(KeyboardInterrupt):
        interrupt(signal.SIGHUP)
    with pytest.raises(KeyboardInterrupt, match="SIGHUP"):
        interrupts.check()


def test_a_further_one_does_not_disturb_the_cleaning_up() -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    for again in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.raise_signal(again)
    assert received() == "stopped by SIGTERM"


def test_but_one_that_takes_too_long_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupt(signal.SIGTERM)
    monkeypatch.setattr(interrupts, "CLEANING_SECONDS", 0.0)
    with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
        interrupt(signal.SIGINT)


def test_what_was_ignored_from_the_start_stays_so() -> None:
    """`nohup` runs go on when their terminal is closed, background jobs on Ctrl-C."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    end_on_signals()
    signal.raise_signal(signal.SIGHUP)
    assert received() == ""
    signal.signal(signal.SIGHUP, before)


def test_a_process_that_ignores_ctrl_c_can_still_end_its_own_work() -> None:
    """A shell's background job does, and so do the processes that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_on_signals()
    assert interrupts.waking() == signal.SIGTERM
    with pytest.raises(KeyboardInterrupt, match="the page was closed"):
        interrupts.end("the page was closed")
    assert received() == "the page was closed"


def test_what_somebody_else_uses_is_left_to_them() -> None:
    mine: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: mine.append(number))
    end_on_signals()
    signal.raise_signal(signal.SIGUSR1)
    assert mine == [signal.SIGUSR1]
    signal.signal(signal.SIGUSR1, before)


def test_the_handlers_of_before_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    end_on_signals(lambda _number, _frame: None)()
    assert signal.getsignal(signal.SIGTERM) is before


def test_every_interrupt_has_a_sentence() -> None:
    assert sentence(KeyboardInterrupt()) == "stopped by Ctrl-C"
    assert told(63) == "stopped by signal 63"
    assert told(PARENT_GONE) == "stopped with the command that it was for"


def test_one_that_comes_while_something_is_written_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    with held():
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
        monkeypatch.setattr(interrupts, "CLEANING_SECONDS", 0.0)
        with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
            signal.raise_signal(signal.SIGINT)
    assert received() == "stopped by Ctrl-C"


def test_those_of_ours_can_be_ignored_in_the_end() -> None:
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    ignore_signals()
    now = [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1)]
    assert now == [signal.SIG_IGN, signal.SIG_IGN, signal.SIG_DFL]


class _Signalled:
    """Gets a signal while it is finalized: Python goes on, whatever is raised there."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


def test_one_that_python_swallowed_comes_again() -> None:
    with pytest.raises(KeyboardInterrupt, match="SIGTERM"):
        _finalized_while(lambda: time.sleep(60))
    assert received() == "stopped by SIGTERM"


def test_while_something_is_written_it_is_only_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupts, "_AGAIN_SECONDS", 3600.0)
    _finalized_while(lambda: None)
    [timer] = (one for one in threading.enumerate() if isinstance(one, threading.Timer))
    timer.cancel()
    with held():
        interrupts.wake()
    with pytest.raises(KeyboardInterrupt, match="SIGTERM"):
        interrupts.check()


def test_one_that_is_noticed_meanwhile_does_not_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would break off the cleaning up."""
    monkeypatch.setattr(interrupts, "_AGAIN_SECONDS", 0.2)
    _finalized_while(lambda: None)
    with pytest.raises(KeyboardInterrupt, match="SIGTERM"):
        interrupts.check()
    time.sleep(0.5)
    signal.raise_signal(signal.SIGINT)
    assert received() == "stopped by SIGTERM"


def test_one_that_is_forgotten_does_not_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupts, "_AGAIN_SECONDS", 0.2)
    put_back = end_on_signals()
    _finalized_while(lambda: None)
    put_back()
    time.sleep(0.5)
    assert received() == ""


def test_a_later_one_has_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt, match="SIGTERM"):
        _finalized_while(lambda: time.sleep(60))
    monkeypatch.setattr(interrupts, "CLEANING_SECONDS", 0.0)
    with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
        signal.raise_signal(signal.SIGINT)


def test_however_often_it_is_asked_for_what_python_swallows_is_looked_at_once() -> None:
    hook = sys.unraisablehook
    end_on_signals()
    end_on_signals()
    assert sys.unraisablehook is hook, "the fixture has set it"


def test_another_error_that_python_swallowed_is_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    told_of: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: told_of.append(unraisable.exc_value))
    put_back = end_on_signals()
    fault = ValueError("a fault of its own")
    _finalized_while(lambda: None, fault)
    assert told_of == [fault]
    put_back()


def _finalized_while(goes_on: Callable[[], None], fault: Exception | None = None) -> None:
    """An object's finalizer gets a signal, or has a fault; then something goes on."""
    _Finalized(fault)
    goes_on()


class _Finalized:
    def __init__(self, fault: Exception | None) -> None:
        self._fault = fault

    def __del__(self) -> None:
        if self._fault:
            raise self._fault
        signal.raise_signal(signal.SIGTERM)
