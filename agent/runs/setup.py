"""Set-up of runs that need more than a task, a model and options: a followed recording, another desktop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from agent.checks import CheckResult
    from agent.recording.lines import Parent
    from agent.runs.launch import WatchedDesktop
    from tools.desktop import Desktop
    from tools.observation import Frame


@dataclass(frozen=True, slots=True)
class FollowedRecording:
    """The recording that a run follows: a live replay, a fork."""

    known: Callable[[Frame], bool]
    """Whether a frame shows the recorded state that comes next, in which the screen is known to rest."""
    frames: Path
    """The folder of its frames, many of which will be seen again."""
    parent: Parent | None = None
    """What the new recording says of it, when a model goes on from it."""


@dataclass(frozen=True, slots=True)
class DesktopSetup:
    """How a run's desktop is opened, and what is put around it: a demonstration, a drift."""

    open: Callable[[str | None], AbstractContextManager[Desktop]] | None = None
    """Opens the desktop of a display; None: one that is acted on."""
    wrap: Callable[[WatchedDesktop], Desktop] | None = None
    """Puts something between the loop and the desktop; called when the programs are ready."""
    observes_late: bool = False
    """Whether the first `observe` returns when all is done: the checks are tried on a look before it."""
    environ: Mapping[str, str] = field(default_factory=dict)
    """For the programs, on top of their usual environment."""
    judge: Callable[[], tuple[CheckResult, ...]] = tuple
    """Judges at the end, besides the task's checks, what no task file can name: a benchmark's own reward."""
