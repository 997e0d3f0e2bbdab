"""Shares and tables."""

from __future__ import annotations

from agent.drift.report import Report
from tests.agent.drift.trials import REPORT


def test_counts_and_shares() -> None:
    assert (REPORT.silent_wrong, REPORT.wrong, REPORT.needless_stops) == (1, 2, 1)
    assert (REPORT.silent_wrong_share, REPORT.needless_stop_share) == (0.2, 1 / 3)
    assert Report(trials=()).silent_wrong_share == 0


def test_a_row_a_drift() -> None:
    moved, font, removed = REPORT.rows
    assert (moved.drift, moved.replays, moved.right) == ("moved", 3, 1)
    assert (moved.needless_stops, moved.wrong) == (1, 1)
    assert (font.replays, font.void) == (0, 1)
    assert (removed.wrong, removed.silent_wrong) == (1, 1)


def test_what_a_failing_test_shows() -> None:
    shown = str(REPORT)
    assert "removed              2      1         0      1       1     0" in shown
    assert "removed seed 2, so: silent wrong: because (runs/1)" in shown
