"""Report of an audit: each mutant with what came of it, and the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from agent.audit.judging import Outcome
from agent.audit.mutants import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


class Judged(BaseModel):
    """One mutant, and what came of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind
    step: int | None
    """Number of the step that was left out or changed, from 1; None: of none."""
    where: str
    """File and line of that step, or of the task."""
    text: str
    """The step, as it is."""
    told: str
    """What was different."""
    outcome: Outcome
    why: str = ""
    """What noticed it, or why it is the same, or why it was not judged."""
    accepted: str = ""
    """Why the task's author lets it survive; "": it is not let."""
    seconds: float = 0.0
    recording: str | None = None
    """Of a mutant that survived or was not judged."""


class CheckTally(BaseModel):
    """One check or expectation of a task, and how many mutants it noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: str
    what: str
    noticed: int
    before: bool = False
    """Whether it held before anything was done."""


class Audit(BaseModel):
    """The audit of one run of a task."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    task: str
    file: str
    mutants: tuple[Judged, ...]
    checks: tuple[CheckTally, ...]
    seconds: float
    """Of all its runs, one after the other."""

    @property
    def noticed(self) -> int:
        """How many mutants were noticed, by a check or by a step."""
        return self.count("check", "step")

    @property
    def counted(self) -> int:
        """How many mutants there are, without those that do the same."""
        return len(self.mutants) - self.count("equivalent")

    @property
    def score(self) -> float:
        """Share of the mutants that were noticed; what was not judged was not noticed."""
        return self.noticed / self.counted if self.counted else 1.0

    @property
    def survivors(self) -> Sequence[Judged]:
        """Those that nothing noticed, and that nobody explained."""
        return [one for one in self.mutants if one.outcome == "survived" and not one.accepted]

    def count(self, *outcomes: Outcome) -> int:
        """How many mutants had one of these outcomes."""
        return sum(one.outcome in outcomes for one in self.mutants)
