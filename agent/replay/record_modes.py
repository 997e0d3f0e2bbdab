"""Record modes, as VCR defines them: when a recording is replayed, and when it is made.

none          replay; where there is no recording, or the way is lost, that is an error
once          replay if there is a recording, else run the model and record
new_episodes  replay as far as it goes, let the model go on where the way is lost; a new recording
all           never replay; a new recording, beside one that is there
rewrite       never replay; the new recording takes the old one's place if the run passed
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.replay.fork.run import fork_live
from agent.replay.live.run import plan_replay, replay_live
from agent.replay.live.values.references import check_values
from agent.replay.options import LiveOptions
from agent.runs.run import run_one
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Watcher
    from agent.replay.options import Mode
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result

_PATIENCE = 3.0
"""Seconds that a recorded state may take to appear where a model stands by to go on."""


def check_mode(planned: Planned, mode: Mode) -> None:
    """Make sure that what the mode needs is there.

    Raises:
        BadInput: it is not, or it can't be replayed.
    """
    if mode == "none" and not _is_recorded(planned):
        raise BadInput(
            f"{planned.record}: there is no recording of {planned.label}, and record mode none (the default "
            "where CI is set) makes none; make it first: agent run ... --record DIR --record-mode once"
        )
    if mode in ("none", "once") and _is_recorded(planned):
        replay = plan_replay(load_recording(_folder(planned)), planned)
        check_values(replay.subject, trajectory_of(replay.recording), shared_reader())


def run_in_mode(
    planned: Planned, options: RunOptions, watchers: Sequence[Watcher] = (), *, mode: Mode
) -> Result:
    """Do one run as its record mode has it.

    Raises:
        BadInput: the task, an option or the recording is wrong; nothing was started.
    """
    if mode == "rewrite":
        return _rewrite(planned, options, watchers)
    if mode == "all" or not _is_recorded(planned):
        return run_one(_beside(planned), options, watchers)
    recording = load_recording(_folder(planned))
    live = LiveOptions(run=options)
    if mode == "new_episodes":
        replay = plan_replay(recording, _beside(planned))
        return fork_live(replay, len(recording.steps), replace(live, patience=_PATIENCE), watchers, lost=True)
    return replay_live(plan_replay(recording, replace(planned, record=None)), live, watchers)


def _rewrite(planned: Planned, options: RunOptions, watchers: Sequence[Watcher]) -> Result:
    """The old recording is kept beside the new one: nothing recorded is ever lost."""
    result = run_one(_beside(planned), options, watchers)
    made, folder = result.recording, _folder(planned)
    if result.verdict != "passed" or made is None or Path(made) == folder:
        return result
    kept = free(folder, ".old")
    folder.rename(kept)
    Path(made).rename(folder)
    return result.model_copy(update={"recording": str(folder)})


def _beside(planned: Planned) -> Planned:
    """The run, recorded where nothing is yet."""
    folder = _folder(planned)
    return replace(planned, record=free(folder, "") if folder.exists() else folder)


def free(folder: Path, suffix: str) -> Path:
    """The first name beside a folder that is free: with a suffix and a number behind it."""
    names = (folder.with_name(f"{folder.name}{suffix}.{number}") for number in count(2))
    return next(name for name in names if not name.exists())


def _is_recorded(planned: Planned) -> bool:
    return (_folder(planned) / SESSION).exists()


def _folder(planned: Planned) -> Path:
    assert planned.record is not None
    return planned.record
