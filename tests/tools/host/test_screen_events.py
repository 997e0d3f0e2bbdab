"""A screen that says nothing of itself."""

from __future__ import annotations

import time

from tools.host.screen_events import NoScreenEvents


def test_it_knows_of_no_windows_and_waits_for_a_moment_only() -> None:
    events = NoScreenEvents()
    events.sync()
    began = time.monotonic()
    events.wait(60)
    assert time.monotonic() - began < 5
    assert events.moved() == []
    assert events.area == (0, 0, 0, 0)
