"""Job: a run that a client wants, and what its process says of it. Plain values, which are pickled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.printing.escapes import visible
from agent.protocol.toolcall import action_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.runs.report.result import Result

_LONGEST = 300
"""Characters of a step's words."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the server's command line says about every run."""

    display: str | None = "virtual"
    approve: str = "auto"
    """As of `--approve`: `auto`, `ask`, `deny`."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run."""

    path: Path
    """A task file, or a recording's folder, which is replayed live."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Of its variables."""
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job that can be done; nothing was started."""

    label: str
    steps: int
    """So many acts there will be; 0: not known."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The order to do what was prepared."""

    home: Path
    """The run's folder."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step was done."""

    step: int
    """From 1."""
    what: str
    """In the model's words."""
    did: bool
    """Whether it did something to the desktop."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether an action may be done."""

    what: str
    picture: Path | None
    """The screen, with the place marked."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of the run."""

    result: Result
    acted: bool
    """Whether anything was done to the desktop, or may have been."""
    last: str
    """The last step that was surely done, in words; "" if none was."""
    report: Path | None
    """Its page; None: it could not be written."""


def words_of(reply: str) -> str:
    """What a reply says that is done, in one harmless line."""
    return visible(" ".join(action_line(reply).split()))[:_LONGEST]
