"""Work ahead: one piece at a time, waited for, and given up with the first that fails."""

from __future__ import annotations

from threading import Event

import pytest

from agent.models.qwen.ahead import Ahead


def test_a_piece_is_waited_for() -> None:
    done: list[str] = []
    ahead, may_end = Ahead(done.append), Event()

    def work() -> None:
        may_end.wait()
        done.append("done")

    ahead.begin(work)
    assert done == []
    may_end.set()
    assert ahead.wait() >= 0
    assert done == ["done"]
    assert ahead.wait() == 0, "nothing is waited for twice"


def test_after_a_failure_no_piece_is_begun() -> None:
    told: list[str] = []
    ahead = Ahead(told.append)

    def fail() -> None:
        raise MemoryError("no more\nof it")

    ahead.begin(fail)
    ahead.wait()
    ahead.begin(lambda: pytest.fail("begun"))
    ahead.wait()
    assert told == ["MemoryError: no more"]
