"""What became of an item, as its report says. Light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one item."""

    nodeid: str
    path: str
    line: int
    """From 1."""
    word: str
    """passed, healed, failed, error, skipped, xfailed ..."""
    when: str
    reason: str
    """What is told of it; "" where nothing is."""
    seconds: float

    @property
    def is_bad(self) -> bool:
        """Whether it costs the session its green."""
        return self.word in ("failed", "error")


def counts(report: pytest.TestReport) -> bool:
    """Whether a report says what came of its item; of setting up and tearing down they do if that failed."""
    outcome: str = report.outcome  # `rerun` is of pytest-rerunfailures
    return outcome != "rerun" and (report.when == "call" or not report.passed)


def told(report: pytest.TestReport) -> Told:
    """What a report says of its item."""
    path, line, _ = report.location
    seconds = dict(report.user_properties).get("agent_seconds")
    return Told(
        nodeid=report.nodeid,
        path=path,
        line=(line or 0) + 1,
        word=_word(report),
        when=str(report.when),
        reason=_reason(report),
        seconds=seconds if isinstance(seconds, float) else report.duration,
    )


def _word(report: pytest.TestReport) -> str:
    if hasattr(report, "wasxfail"):
        return "xfailed" if report.skipped else "xpassed"
    if report.failed:
        return "failed" if report.when == "call" else "error"
    return "healed" if getattr(report, "agent_healed", "") else report.outcome


def _reason(report: pytest.TestReport) -> str:
    if hasattr(report, "wasxfail"):
        return str(report.wasxfail)
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    told = dict(report.user_properties)
    return str(report.longrepr or told.get("agent_message", ""))
