"""Whoever waits for a source waits as long as they want to, and no longer."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from agent.models.server.exchange.faults import Silence
from agent.models.server.exchange.stream import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

HANGS = 180.0
"""Seconds after which a test that waits for something has failed."""


def soon() -> float:
    return time.monotonic() + HANGS


def test_items_come_in_order_and_then_none() -> None:
    with Reading(lambda: iter("abc")) as reading:
        assert [reading.next(soon()) for _ in range(4)] == ["a", "b", "c", None]


def test_an_item_may_be_none_like() -> None:
    with Reading(lambda: iter([0, ""])) as reading:
        assert [reading.next(soon()), reading.next(soon()), reading.next(soon())] == [0, "", None]


def test_nothing_in_time_is_silence_and_what_comes_later_is_not_lost() -> None:
    go = threading.Event()

    def source() -> Iterator[str]:
        assert go.wait(HANGS)
        yield "late"

    with Reading(source) as reading:
        with pytest.raises(Silence, match="no answer came in time"):
            reading.next(time.monotonic())
        go.set()
        assert reading.next(soon()) == "late"


def test_what_the_source_raises_is_raised_where_it_is_waited_for() -> None:
    def source() -> Iterator[str]:
        yield "first"
        raise ValueError("no JSON")

    with Reading(source) as reading:
        assert reading.next(soon()) == "first"
        with pytest.raises(ValueError, match="no JSON"):
            reading.next(soon())


def test_a_source_that_can_not_even_begin_is_told_too() -> None:
    def source() -> Iterator[str]:
        raise ConnectionRefusedError

    with Reading(source) as reading, pytest.raises(ConnectionRefusedError):
        reading.next(soon())


def test_the_source_is_closed_when_nobody_reads_on() -> None:
    closed, left = threading.Event(), threading.Event()

    def source() -> Iterator[int]:
        try:
            yield 1
            assert left.wait(HANGS)
            yield 2
            yield 3
        finally:
            closed.set()

    with Reading(source) as reading:
        assert reading.next(soon()) == 1
    left.set()
    assert closed.wait(HANGS)
