"""Entries of runs, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from agent.report.found import Found
from agent.report.suites.entry import Entry

BEGIN = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def entry(
    folder: str, verdict: str = "passed", minutes: float = 0, label: str = "form", **more: object
) -> Entry:
    """One that began so many minutes after the first."""
    fields = {
        "file": f"tasks/{label}.yaml",
        "message": verdict,
        "seconds": 60.0,
        "model": "reader",
        "steps": 3,
    }
    job = str(more.pop("job", ""))
    return Entry(
        found=Found(Path(folder), job),
        label=label,
        verdict=verdict,
        started=BEGIN + timedelta(minutes=minutes),
        **{**fields, **more},  # type: ignore[arg-type]
    )
