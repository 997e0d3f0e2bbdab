"""Recordings of tasks: where each lies, and how a run becomes one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from agent.recording.disk import cannot
from agent.recording.lines import SESSION
from agent.replay.record_modes import free
from agent.runs.planning.plan import folder_name

if TYPE_CHECKING:
    from pathlib import Path

    from agent.pytest_plugin.options import Settings
    from agent.task import Run


def recording_of(run: Run, name: str, settings: Settings) -> Path:
    """Where the recording of a task's run belongs: `recordings/<name>` beside the task file."""
    return run.file.document.path.parent / settings.recordings / folder_name(name)


def is_recorded(recording: Path) -> bool:
    """Whether it is there."""
    return (recording / SESSION).exists()


def adopt(made: Path, recording: Path) -> None:
    """Copy a run's recording to where the task's belongs; one that is there is kept beside it.

    Raises:
        BadInput: it can't be written.
    """
    draft = recording.with_name(f"{recording.name}.part")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(made, draft)
        if recording.exists():
            recording.rename(free(recording, ".old"))
        draft.rename(recording)
    except OSError as error:
        advice = "make room, or name another folder with agent_recordings"
        raise cannot(str(recording), "keep the recording", error, advice) from None
