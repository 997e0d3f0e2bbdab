"""Offline replay as a test: it passes where today's deskhand agrees and the recorded run passed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.replay.live.recorded_task import OFFLINE, recorded_task
from agent.replay.offline import recorded_checks, replay
from agent.runs.report.result import Result

if TYPE_CHECKING:
    from pathlib import Path

    from agent.recording.reading import Recording
    from agent.task import Run


def replay_offline(folder: Path, run: Run | None, name: str) -> Result:
    """Replay a recording on its frames, and tell what came of the recorded run.

    Args:
        folder: the recording's.
        run: what it must be a recording of; None: whatever it is of.
        name: of the item.

    Raises:
        BadInput: it is damaged, or of another version of the task.
        ReplayDiffers: today's deskhand does something else.
    """
    recording = load_recording(folder)
    if run is not None:
        _check_task(recording, run)
    began = time.monotonic()
    ending = replay(recording)
    return Result(
        task=name,
        model=recording.header.model,
        verdict=ending.verdict,
        message=f"the recorded run: {ending.message}",
        steps=len(recording.steps),
        seconds=round(time.monotonic() - began, 3),
        checks=recorded_checks(recording),
        recording=str(folder),
    )


def _check_task(recording: Recording, run: Run) -> None:
    """Make sure that the recording says something of this run.

    Raises:
        BadInput: it was made with other values, or the task had other steps or checks.
    """
    recorded_task(recording, run, OFFLINE)
    was = {name: recording.header.task.vars.get(name) for name in run.values}
    if was != run.values:
        raise BadInput(
            f"{recording.folder}: was recorded with {was}, and the task now has {run.values}; "
            "record it again (--agent-update), or replay it live (--agent-mode=live)"
        )
