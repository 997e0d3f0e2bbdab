"""`CheckContext`, what a check can read, and `CheckResult`, what it reports. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tools.observation import Frame
    from tools.see.scene import Line


class CheckResult(BaseModel):
    """One check, judged. Its texts are short, printable and free of secrets."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: str
    """As in the task file; `ask` is a model's opinion and reported apart."""
    what: str
    """What was looked at."""
    passed: bool
    expected: str
    actual: str
    seconds: float
    weight: float = 1
    """Its share in the score, against the other checks' weights."""
    line: int | None = None
    """Of the task file, where the step stands that said so in mid-run; None: one of the task's `checks`."""
    before: bool = False
    """Whether it held before the first act as well, and so proves nothing."""

    @property
    def midway(self) -> bool:
        """Whether a step expected it in mid-run."""
        return self.line is not None

    picture: str | None = None
    """A PNG of what was compared: wanted, seen, and where they differ."""

    @property
    def opinion(self) -> bool:
        """Whether a model was asked: told apart from what was looked at, and counted by no score."""
        return self.kind == "ask"


@dataclass(frozen=True, slots=True)
class CheckContext:
    """The world at the end of an episode."""

    frame: Frame
    """The last frame."""
    refresh: Callable[[], Frame]
    """The screen as it is now. Raises EnvironmentFault when there is none any more."""
    read: Callable[[Frame], tuple[Line, ...]]
    """The lines of text on a frame."""
    titles: Callable[[], tuple[str, ...]]
    """The titles of the windows that are open now."""
    ask: Callable[[str], str] | None
    """A model's reply to a question about the last frame; None when the run's model can't see.
    Raises ModelFault."""
    workdir: Path
    """The run's folder: relative paths of files and databases start here."""
    environ: Mapping[str, str]
    """The environment of the programs that command checks start; holds the secrets."""
    hide: Callable[[str], str] = str
    """Takes the secrets out of a text; what is cut has to go through it before, or half of one would stay."""
    pictures: Path | None = None
    """Where pictures of what was compared are written; None: nowhere."""


class Found(NamedTuple):
    """What one look at one thing came to; texts of any length, not yet fit to be shown."""

    passed: bool
    expected: str
    actual: str
