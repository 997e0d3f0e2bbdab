"""Options of live replays and record modes, as the command line gives them. Light."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from agent.errors import BadInput
from agent.runs.options import RunOptions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Mode = Literal["none", "once", "new_episodes", "all", "rewrite"]
MODES: tuple[Mode, ...] = get_args(Mode)
"""The record modes; see `agent.replay.record_modes`."""
PATIENCE = 10.0
"""Seconds that the recorded state may take to appear."""


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What the command line says about a live replay, or about a fork."""

    run: RunOptions = field(default_factory=RunOptions)
    """Display, limits and approval, as of any run; of a fork, the model that goes on."""
    task: Path | None = None
    """The task file; None: the one that was recorded."""
    overrides: Mapping[str, str] = field(default_factory=dict)
    """Other values of the task's variables."""
    cases: bool = False
    """Whether to replay once for each case of the task."""
    record: Path | None = None
    """Where the recording goes; None: in the run's own folder."""
    patience: float = PATIENCE
    """Seconds that a recorded state may take to appear."""
    heal: str | None = None
    """The model that finds targets which nothing else found; None: the replay stops there."""
    strict: bool = False
    """Whether a run fails that needed a heal, or whose last screen differs from the recorded one."""
    learning: bool = False
    """Whether masks are learnt: numbers and dates may differ."""


def mode_of(given: Mode | None, record: Path | None, environ: Mapping[str, str]) -> Mode | None:
    """The mode of runs that record in `record`: what was asked for, else `none` in CI; None: record anew.

    Raises:
        BadInput: a mode without a recording.
    """
    if given and not record:
        raise BadInput(f"--record-mode {given}: says what to do with a recording; name it with --record DIR")
    in_ci = environ.get("CI", "").lower() not in ("", "0", "false")
    return given or ("none" if in_ci and record else None)
