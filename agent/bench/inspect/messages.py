"""Messages between Inspect's process and that of a run. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from agent.model import Feedback
    from agent.runs.report.result import Result
    from tools.geometry import Point, Size


@dataclass(frozen=True, slots=True)
class Order:
    """Which run is to be done."""

    file: Path
    number: int
    """Which of the file's runs, from 0: a file with cases has several."""
    values: dict[str, str]
    """Variables that are set otherwise than in the file."""
    size: Size
    """Of the display, whatever the task says."""
    model: str
    """What the recording calls the model."""
    steps: int | None = None
    seconds: float | None = None
    """Limits that are set otherwise than in the file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the run looks at, and what came of the action before; it waits for the next one."""

    png: bytes
    size: Size
    pointer: Point | None
    feedback: Feedback
    said: str
    """Why something was not done; "" otherwise."""


@dataclass(frozen=True, slots=True)
class Over:
    """The run is over. Without a result it could not be begun, or its process died."""

    result: Result | None
    message: str
