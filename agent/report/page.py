"""Page: one self-contained HTML file about one recording, or about many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.recording.disk import whole
from agent.recording.reading import load_lines
from agent.replay.heal.store import load_heals
from agent.report.album import album_of
from agent.report.files import writing
from agent.report.rendering import rendered
from agent.report.story import steps_of
from agent.report.view import run_view

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.report.view import RunView

ROOM = 13_500_000
"""Bytes that the pictures of a run's page may take: with its texts it stays below 15 MB."""


def write_page(recordings: Sequence[Path], out: Path) -> None:
    """Write a page about recordings.

    Args:
        recordings: their folders.
        out: the HTML file.

    Raises:
        BadInput: the file can't be written.
        BadRecording: the one recording is damaged.
        EnvironmentFault: the disk is full.
    """
    room = ROOM // len(recordings)
    keys = [f"r{number}-" for number in range(1, len(recordings) + 1)] if len(recordings) > 1 else [""]
    views = [_view(folder, key, room) for folder, key in zip(recordings, keys, strict=True)]
    page = rendered("one.html", views=views)
    with writing(out), whole(out) as file:
        file.write(page)


def _view(folder: Path, key: str, room: int) -> RunView:
    recording = load_lines(folder)
    points = [(step.line.frame, step.point) for step in steps_of(recording) if step.point]
    album = album_of(recording, points, room)
    heals = [kept.proposal for kept in load_heals(recording)]
    return run_view(recording, album, heals=heals, key=key)
