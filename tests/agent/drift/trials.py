"""Trials of a battery, made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.report import Report, Trial

if TYPE_CHECKING:
    from agent.drift.kinds import Drift
    from agent.drift.report import Outcome


def trial(drift: Drift, outcome: Outcome, seed: int = 1) -> Trial:
    """One that came about so."""
    return Trial(
        recording="rec",
        drift=drift,
        seed=seed,
        inside=False,
        told="so",
        outcome=outcome,
        why="because",
        verdict="passed",
        message="",
        seconds=1.0,
        recorded="runs/1",
    )


REPORT = Report(
    trials=(
        trial("removed", "right"),
        trial("removed", "silent wrong", 2),
        trial("moved", "right"),
        trial("moved", "needless stop", 2),
        trial("moved", "wrong", 3),
        trial("font", "void"),
    )
)
