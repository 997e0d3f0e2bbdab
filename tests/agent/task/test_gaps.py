"""Steps that are yet to be written."""

from __future__ import annotations

from agent.task.gaps import gap, missing


def test_a_gap_is_known_for_what_it_stands_for() -> None:
    assert missing(gap("a click at (1, 2)")) == "a click at (1, 2)"
    assert missing('Click "TO DO: call"') is None
