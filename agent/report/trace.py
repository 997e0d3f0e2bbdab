"""Trace in Playwright's format, for its viewer and its command line (`npx playwright show-trace F.zip`)."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from agent.recording.disk import whole
from agent.recording.reading import load_lines
from agent.recording.store import FRAMES, read_frame
from agent.report.files import writing
from agent.report.traces.events import Events
from agent.report.traces.looks import loaded, picture_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agent.recording.reading import Recording
    from agent.report.traces.looks import Event

_EVENTS, _NETWORK = "trace.trace", "trace.network"
"""What the viewer looks for in the archive."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the same recording gives the same bytes."""


def write_trace(recording: Path, out: Path) -> None:
    """Write the trace: every step with its screens, point, log, and the model's raw replies attached.

    Raises:
        BadInput: the file can't be written.
        BadRecording: the recording is damaged.
        EnvironmentFault: the disk is full.
    """
    read = load_lines(recording)
    with writing(out), whole(out) as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        events = Events(read)
        archive.writestr(_named(_EVENTS), _lines(events.all()), ZIP_DEFLATED)
        archive.writestr(_named(_NETWORK), _lines(map(loaded, read.digests)), ZIP_DEFLATED)
        for name, text in events.attached.items():
            archive.writestr(_named(name), text.encode("utf-8", "backslashreplace"), ZIP_DEFLATED)
        for digest in read.digests:
            archive.writestr(_named(picture_file(digest)), _png(read, digest), ZIP_STORED)


def _lines(events: Iterable[Event]) -> str:
    return "".join(f"{json.dumps(event)}\n" for event in events)


def _named(name: str) -> ZipInfo:
    return ZipInfo(name, _DAY)


def _png(recording: Recording, digest: str) -> bytes:
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    file = BytesIO()
    frame = read_frame(recording.folder / FRAMES, digest)
    Image.fromarray(frame.rgb).save(file, "PNG", compress_level=4)
    return file.getvalue()
