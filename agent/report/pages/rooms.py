"""Rooms: how many bytes of a page the pictures of each run may take; what went wrong comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadRecording
from agent.recording.lines import SESSION
from agent.replay.heal.store import load_heals
from agent.report.pages.album import Album, album_of
from agent.report.pages.view import run_view
from agent.report.story import steps_of
from agent.report.suites.suite import gravity

if TYPE_CHECKING:
    from pathlib import Path

    from agent.recording.reading import Recording
    from agent.report.pages.view import RunView
    from agent.report.suites.entry import Entry
    from agent.report.suites.suite import Run, Suite

ONE = 14_500_000
"""Bytes of the page of one run, texts included."""
_MARKUP = 6_000
"""Bytes of the page for each step, without its texts and pictures."""
_LITTLE = 2_000_000
"""Bytes that the pictures get though the texts take all the room."""
ALL = 20_000_000
"""Bytes of pictures on the page of a suite."""
EACH = 4_000_000
"""Bytes of pictures of one run among several."""
_LEAST = 100_000
"""Bytes with which no further run's pictures are begun."""


def views_of(suite: Suite) -> tuple[dict[Path, RunView], dict[Path, str]]:
    """The views of all recordings, and what is wrong with those that are damaged; by their folders."""
    entries = [entry for run in _by_need(suite) for entry in reversed(run.attempts) if entry.recording]
    left, each = (ONE, _room_of(entries[0])) if len(entries) == 1 else (ALL, EACH)
    views: dict[Path, RunView] = {}
    damaged: dict[Path, str] = {}
    for entry in entries:
        key = f"r{len(views) + 1}-" if len(entries) > 1 else ""
        try:
            view = _view(entry, key, min(left, each))
        except BadRecording as fault:
            damaged[entry.found.folder] = str(fault)
            continue
        views[entry.found.folder] = view
        left -= view.album.taken
    return views, damaged


def _by_need(suite: Suite) -> list[Run]:
    """The gravest first, of equal ones the newest."""
    newest = list(enumerate(suite.runs))
    return [run for _, run in sorted(newest, key=lambda one: (-gravity(one[1].state), -one[0]))]


def _room_of(entry: Entry) -> int:
    """Bytes that the pictures of the only run may take: its texts are on the page as they are recorded."""
    texts = (entry.found.folder / SESSION).stat().st_size * 5 // 4
    return max(_LITTLE, ONE - texts - _MARKUP * entry.steps)


def _view(entry: Entry, key: str, room: int) -> RunView:
    recording = entry.recording
    assert recording is not None
    result = entry.kept.result if entry.kept else None
    heals = [kept.proposal for kept in load_heals(recording)]
    return run_view(recording, _album(recording, room), result=result, heals=heals, key=key)


def _album(recording: Recording, room: int) -> Album:
    if room < _LEAST:
        return Album({}, {})
    points = [(step.line.frame, step.point) for step in steps_of(recording) if step.point]
    return album_of(recording, points, room)
