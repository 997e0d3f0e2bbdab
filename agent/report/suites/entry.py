"""Entry: one attempt at a run, as far as its recording and its kept result tell of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadRecording
from agent.recording.lines import SESSION
from agent.recording.reading import load_lines
from agent.report.found import Found
from agent.report.pages.view import CUT_OFF
from agent.report.story import seconds_of
from agent.runs.report.kept import Kept, load_kept, new_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.reading import Recording
    from agent.runs.report.result import Result

DAMAGED = "damaged"
"""Stands where a verdict stands, for what can't be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One attempt."""

    found: Found
    label: str
    file: str
    verdict: str
    """A verdict, `CUT_OFF` or `DAMAGED`."""
    message: str
    model: str = ""
    started: datetime | None = None
    seconds: float = 0.0
    steps: int = 0
    tokens: int = 0
    cost: float = 0.0
    tags: tuple[str, ...] = ()
    healed: tuple[int, ...] = ()
    flaky: bool = False
    score: float | None = None
    recording: Recording | None = None
    kept: Kept | None = None


def entry_of(found: Found) -> Entry:
    """The entry of a run; one that can't be read says why."""
    try:
        is_recorded = (found.folder / SESSION).exists()
        recording = load_lines(found.folder) if is_recorded else None
        kept = load_kept(found.folder, recording.sum if recording else None)
    except BadRecording as fault:
        return Entry(found, found.folder.name, "", DAMAGED, str(fault))
    if kept is not None:
        return _of_result(found, kept, recording)
    if recording is None:
        return Entry(found, found.folder.name, "", DAMAGED, "there is neither a recording nor its result")
    return _of_recording(found, recording)


def entries_of(results: Sequence[Result]) -> list[Entry]:
    """The entries of runs that have just been done: each attempt, also one that left no trace."""
    entries = []
    for number, result in enumerate(results, 1):
        run, now = new_run(), datetime.now(UTC).isoformat()
        for attempt, one in enumerate((*result.attempts, result), 1):
            where = one.recording or one.workdir or f"{one.task} ({number}.{attempt})"
            kept = Kept(recording=None, run=run, attempt=attempt, ended=now, result=one)
            entries.append(_told(Found(Path(where)), kept))
    return entries


def _told(found: Found, kept: Kept) -> Entry:
    """What a result tells; its recording, if it has one that can be read."""
    try:
        return _of_result(found, kept, load_lines(found.folder) if kept.result.recording else None)
    except BadRecording as fault:
        entry = _of_result(found, kept, None)
        return replace(entry, message=f"{entry.message}; {fault}")


def _of_result(found: Found, kept: Kept, recording: Recording | None) -> Entry:
    told = kept.result
    ended = _time(kept.ended)
    started = ended - timedelta(seconds=min(told.seconds, 1e6)) if ended else None
    return Entry(
        found=found,
        label=told.task,
        file=str(recording.header.task.source) if recording else told.file or "",
        verdict=told.verdict,
        message=told.message,
        model=told.model,
        started=_time(recording.header.started) if recording else started,
        seconds=told.seconds,
        steps=told.steps,
        tokens=told.tokens,
        cost=told.cost,
        tags=told.tags,
        healed=told.healed,
        flaky=told.flaky,
        score=told.score,
        recording=recording,
        kept=kept,
    )


def _of_recording(found: Found, recording: Recording) -> Entry:
    header, end = recording.header, recording.end
    used = [line.usage for line in recording.steps] + ([end.usage] if end else [])
    return Entry(
        found=found,
        label=header.task.label,
        file=str(header.task.source),
        verdict=end.verdict if end else CUT_OFF,
        message=end.message if end else f"cut off after {len(recording.steps)} whole steps",
        model=header.model,
        started=_time(header.started),
        seconds=seconds_of(recording),
        steps=len(recording.steps),
        tokens=sum(usage.total for usage in used),
        cost=sum(usage.cost for usage in used),
        tags=header.task.tags,
        recording=recording,
    )


def _time(told: str) -> datetime | None:
    try:
        return datetime.fromisoformat(told).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """By time; those that tell none come first."""
    return sorted(entries, key=lambda entry: entry.started or datetime.min.replace(tzinfo=UTC))
