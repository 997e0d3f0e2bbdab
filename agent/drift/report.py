"""Report of a drift battery: one trial for each replay, and the two shares."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from agent.drift.kinds import DRIFTS, HARMLESS, Drift
from agent.episode import Verdict
from agent.printing.escapes import visible

Outcome = Literal["right", "needless stop", "wrong", "silent wrong", "void"]
"""right: passed, or stopped where it should. needless stop: a harmless drift, and it did not pass. wrong: it
did what an undrifted run does not. silent wrong: and reported success. void: nothing was changed."""


class Trial(BaseModel):
    """One drifted replay."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    recording: str
    drift: Drift
    seed: int
    inside: bool
    """Whether the program drifted itself."""
    told: str
    """The drift in words: what was moved, how far, to which text."""
    outcome: Outcome
    why: str
    """What the outcome was judged by."""
    verdict: Verdict
    message: str
    """The replay's."""
    seconds: float
    recorded: str | None
    """The recording of the drifted replay."""


class Row(BaseModel):
    """All trials of one drift, counted."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    drift: Drift
    replays: int
    """Replays whose drift took effect."""
    right: int
    needless_stops: int
    wrong: int
    """Silent ones included."""
    silent_wrong: int
    void: int


class Report(BaseModel):
    """All trials of a battery."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    trials: tuple[Trial, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """One row for each drift that was tried."""
        tried = {trial.drift for trial in self.trials}
        return tuple(self._row(drift) for drift in DRIFTS if drift in tried)

    @property
    def silent_wrong(self) -> int:
        """Replays that did something wrong and reported success."""
        return sum(trial.outcome == "silent wrong" for trial in self.trials)

    @property
    def wrong(self) -> int:
        """Replays that did something wrong, reported or not."""
        return sum(trial.outcome in ("wrong", "silent wrong") for trial in self.trials)

    @property
    def needless_stops(self) -> int:
        """Replays of harmless drifts that did not pass."""
        return sum(trial.outcome == "needless stop" for trial in self.trials)

    @property
    def silent_wrong_share(self) -> float:
        """Share of all replays whose drift took effect; 0 when there is none."""
        count = sum(trial.outcome != "void" for trial in self.trials)
        return self.silent_wrong / count if count else 0.0

    @property
    def needless_stop_share(self) -> float:
        """Share of the replays whose harmless drift took effect; 0 when there is none."""
        count = sum(trial.drift in HARMLESS and trial.outcome != "void" for trial in self.trials)
        return self.needless_stops / count if count else 0.0

    def _row(self, drift: Drift) -> Row:
        outcomes = [trial.outcome for trial in self.trials if trial.drift == drift]
        return Row(
            drift=drift,
            replays=len(outcomes) - outcomes.count("void"),
            right=outcomes.count("right"),
            needless_stops=outcomes.count("needless stop"),
            wrong=outcomes.count("wrong") + outcomes.count("silent wrong"),
            silent_wrong=outcomes.count("silent wrong"),
            void=outcomes.count("void"),
        )

    def __str__(self) -> str:
        """The table as plain text, and what went wrong: what a failing test shows."""
        lines = [
            f"{'drift':14}{'replays':>8}{'right':>7}{'needless':>10}{'wrong':>7}{'silent':>8}{'void':>6}"
        ]
        lines += [
            f"{row.drift:14}{row.replays:8}{row.right:7}{row.needless_stops:10}{row.wrong:7}"
            f"{row.silent_wrong:8}{row.void:6}"
            for row in self.rows
        ]
        lines += [
            f"{trial.drift} seed {trial.seed}, "
            + visible(f"{trial.told}: {trial.outcome}: {trial.why} ({trial.recorded})")
            for trial in self.trials
            if trial.outcome not in ("right", "void")
        ]
        return "\n".join(lines)
