"""Audited task: its run as it is, which must pass, and the mutants that this run shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.audit.baseline import Baseline
from agent.audit.mutants import chooses, mutants_of
from agent.errors import BadInput
from agent.runs.run import run_one
from agent.task.places import file_of
from tools.errors import EnvironmentFault
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.audit.doing import Replays
    from agent.audit.mutants import Mutant
    from agent.episode import Watcher
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result


@dataclass(frozen=True, slots=True)
class AuditedStep:
    """A step that mutants leave out or change."""

    text: str
    where: str
    """Its file and line, or its recording and step."""
    spellings: tuple[str | None, ...] = ()
    """How it is written in the task file, by which a survivor is accepted."""


@dataclass(frozen=True, slots=True)
class Audited:
    """A task that passes as it is, and its mutants."""

    planned: Planned
    result: Result
    mutants: tuple[Mutant, ...]
    replays: Replays | None = None
    """Replays the audited recording; None: the embedded model does a task."""
    recorded: tuple[AuditedStep, ...] = ()
    """The recording's steps."""

    @property
    def steps(self) -> tuple[AuditedStep, ...]:
        """What the mutants' steps are."""
        if self.replays is not None:
            return self.recorded
        task = self.planned.run.resolve(Path("workdir"))
        return tuple(
            AuditedStep(now.text, f"{file_of(task, now)}:{now.line}", (written.template, written.own))
            for now, written in zip(task.steps, self.planned.run.steps, strict=True)
        )

    @property
    def turns(self) -> int:
        """How many runs its mutants take, if each is done once."""
        return sum(not mutant.equivalent for mutant in self.mutants)


def as_it_is(
    planned: Planned, options: RunOptions, watchers: Sequence[Watcher] = (), lies: Sequence[str] = ()
) -> Audited:
    """Do a task as it is, and find its mutants.

    Args:
        planned: Its run.
        options: As of any run.
        watchers: Who is told.
        lies: What its program is to lie about, a mutant each.

    Raises:
        BadInput: it does not pass, so that its mutants would tell nothing.
        EnvironmentFault: it could not be done.
        KeyboardInterrupt: Ctrl-C.
    """
    task = planned.run.resolve(Path("workdir"))
    baseline = Baseline(chooses(task))
    result = passed(planned, run_one(planned, options, [baseline, *watchers]))
    return Audited(planned, result, mutants_of(task, baseline, shared_reader(), lies))


def passed(planned: Planned, result: Result) -> Result:
    """The result of a run as it is, which has passed. Raises as `as_it_is`."""
    if result.verdict == "interrupted":
        raise KeyboardInterrupt(result.message)
    if result.verdict in ("environment_error", "model_error"):
        raise EnvironmentFault(f"{planned.label}: as it is: {result.verdict}: {result.message}")
    if result.verdict != "passed":
        raise BadInput(
            f"{result.file}:{result.line}: {planned.label} does not pass as it is ({result.verdict}: "
            f"{result.message}); mend that first, then ask what it would notice"
        )
    return result
