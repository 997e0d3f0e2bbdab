"""Comparer: the first thing in which a step differs from the recorded one, told briefly."""

from __future__ import annotations

from agent.replay.comparer import brief


def test_what_a_recording_holds_is_shown_harmless_and_cut() -> None:
    assert brief("Save") == "Save"
    assert "\x1b" not in brief("\x1b[31mred")
    told = brief("x" * 5_000)
    assert told.endswith("… (5,000 characters)")
    assert len(told) < 2_100
