"""Recording of an attempt, replayed offline: what `again` of a set of episodes begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.results.reading import RECORDINGS
from agent.errors import BadInput, ReplayDiffers
from agent.recording.reading import load_recording
from agent.replay.offline import replay

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.episode import Watcher
    from agent.recording.reading import Recording


def replayed(attempt: Attempt, out: Path) -> Recording:
    """The recording of an attempt: every line and frame is as it was written, and today's loop does the same.

    Args:
        attempt: names the recording, and its last line's sum as its digest.
        out: the results folder.

    Raises:
        BadInput: it is missing, was altered, is another attempt's, or replays otherwise.
    """
    return replay_folder(folder_of(attempt, out), attempt.digest or "")


def replay_folder(folder: Path, digest: str, watcher: Watcher | None = None) -> Recording:
    """The recording in a folder, replayed as by `replayed`.

    Args:
        folder: the recording.
        digest: its last line's sum.
        watcher: is told every step of the replay.

    Raises:
        BadInput: as of `replayed`.
    """
    recording = load_recording(folder)
    if recording.sum != digest:
        raise BadInput(
            f"{recording.folder}: is not the recording that the result names: one of them was altered"
        )
    try:
        replay(recording, watcher=watcher)
    except ReplayDiffers as differs:
        raise BadInput(str(differs)) from None
    return recording


def folder_of(attempt: Attempt, out: Path) -> Path:
    """The folder of an attempt's recording.

    Raises:
        BadInput: it names none, or one outside of the results folder.
    """
    top, _, name = (attempt.recording or "").partition("/")
    if top != RECORDINGS or not name or "/" in name or name in {".", ".."}:
        raise BadInput(f"{attempt.item}: its result names no recording of this folder: {attempt.recording!r}")
    return out / RECORDINGS / name
