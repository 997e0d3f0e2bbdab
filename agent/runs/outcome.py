"""Outcome of a run: its result, which names files by where they are kept and hides what is secret."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.checks.score import score
from agent.recording.lines import SESSION
from agent.redact.texts import hide
from agent.runs.beforehand import told, with_acts
from agent.runs.last_look import write_picture
from agent.runs.planning.plan import WORKDIR
from agent.runs.report.result import Result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.checks import CheckResult
    from agent.episode import Ending
    from agent.runs.beforehand import Beforehand
    from agent.runs.planning.plan import RunFolder
    from agent.runs.report.tally import Tally
    from agent.task import Task
    from tools.observation import Frame


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run, from which its result is made.

    Args:
        folder: its folder.
        task: what was to be done.
        model: the name of what decided.
        secrets: hidden in all texts, by name.
        tally: what its steps were.
        beforehand: marks checks that held before anything was done.
    """

    folder: RunFolder
    task: Task
    model: str
    secrets: Mapping[str, str]
    tally: Tally
    beforehand: Beforehand

    def result(self, ending: Ending, seconds: float, acts: int, frame: Frame | None) -> Result:
        """The result.

        Args:
            ending: how it ended.
            seconds: that it took.
            acts: how many of its steps a person did.
            frame: what the screen showed last, which is kept where the run failed; None: nothing was seen.
        """
        folder, tally = self.folder, self.tally
        checks = self.beforehand.marked(tuple(map(self._kept, ending.checks)))
        return Result(
            task=folder.label,
            model=self.model,
            verdict=ending.verdict,
            message=hide(with_acts(told(ending, checks), acts), self.secrets),
            said=hide(tally.said, self.secrets),
            at=hide(tally.at, self.secrets),
            values=tally.values,
            interruptions=tuple(hide(one, self.secrets) for one in tally.interruptions),
            steps=tally.steps,
            seconds=round(seconds, 3),
            timing={name: round(spent, 4) for name, spent in tally.timing.items()},
            tokens=tally.tokens,
            cost=round(tally.cost, 6),
            checks=checks,
            score=score(checks, self.task.checks),
            file=str(self.task.source),
            line=folder.line,
            csv=folder.csv,
            tags=self.task.tags,
            picture=self._picture(ending, frame),
            recording=str(folder.recording) if (folder.recording / SESSION).exists() else None,
            workdir=str(folder.path / WORKDIR),
            ran_in=str(folder.workdir),
        )

    def _kept(self, check: CheckResult) -> CheckResult:
        """A check that names files by where they are kept after the run."""
        kept = (self.folder.path / WORKDIR).absolute()
        return check.model_copy(update={"what": check.what.replace(str(self.folder.workdir), str(kept))})

    def _picture(self, ending: Ending, frame: Frame | None) -> str | None:
        """What the screen showed when the run failed, in its folder."""
        path = self.folder.path / "failure.png"
        with suppress(OSError):  # the disk is full, say: the result is worth more than its picture
            if frame is not None and ending.verdict != "passed":
                write_picture(frame, path)
                return str(path)
        return None
