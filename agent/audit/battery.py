"""Audit battery: the run of a task as it is, then each of its mutants, and the report."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from agent.audit.baseline import Baseline
from agent.audit.doing import DoMutants, Turn
from agent.audit.judging import outcome_of
from agent.audit.mutants import chooses, mutants_of
from agent.audit.report import Audit, CheckTally, Judged
from agent.errors import BadInput
from agent.runs.run import run_one
from tools.errors import EnvironmentFault
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.audit.judging import Outcome
    from agent.audit.mutants import Mutant
    from agent.checks import CheckResult
    from agent.episode import Watcher
    from agent.runs.attempts import Does
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result
    from agent.task import Task


class DoAll(Protocol):
    """What does several runs, one by one or side by side."""

    def __call__(self, planned: Sequence[Planned], does: Does) -> Iterator[Result]:
        """The results as they come; after one that was interrupted there are no more."""
        ...


@dataclass(frozen=True, slots=True)
class Audited:
    """A task that passes as it is, and its mutants."""

    planned: Planned
    result: Result
    mutants: tuple[Mutant, ...]

    @property
    def task(self) -> Task:
        """As it is; its folder is not the run's."""
        return self.planned.run.resolve(Path("workdir"))

    @property
    def turns(self) -> int:
        """How many runs its mutants take, if each is done once."""
        return sum(not mutant.equivalent for mutant in self.mutants)


def as_it_is(planned: Planned, options: RunOptions, watchers: Sequence[Watcher] = ()) -> Audited:
    """Do a task as it is, and find its mutants.

    Raises:
        BadInput: it does not pass, so that its mutants would tell nothing.
        EnvironmentFault: it could not be done.
        KeyboardInterrupt: Ctrl-C.
    """
    task = planned.run.resolve(Path("workdir"))
    baseline = Baseline(chooses(task))
    result = run_one(planned, options, [baseline, *watchers])
    if result.verdict == "interrupted":
        raise KeyboardInterrupt(result.message)
    if result.verdict in ("environment_error", "model_error"):
        raise EnvironmentFault(f"{planned.label}: as it is: {result.verdict}: {result.message}")
    if result.verdict != "passed":
        raise BadInput(
            f"{result.file}:{result.line}: {planned.label} does not pass as it is ({result.verdict}: "
            f"{result.message}); mend that first, then ask what it would notice"
        )
    return Audited(planned, result, mutants_of(task, baseline, shared_reader()))


class Battery:
    """All mutants of one task.

    Args:
        audited: The task.
        do_all: Does runs.
        keep: Whether the recordings of mutants that were noticed are kept too.
    """

    def __init__(self, audited: Audited, do_all: DoAll, *, keep: bool = False) -> None:
        self._audited, self._do_all, self._keep = audited, do_all, keep
        self._task = audited.task
        self._noticed: Counter[int] = Counter()
        """How often each check failed, by its place."""
        self._seconds = audited.result.seconds

    def run(self, on_judged: Callable[[Judged], None] = lambda _: None) -> Audit:
        """Do them.

        Raises:
            KeyboardInterrupt: Ctrl-C; `on_judged` was told what came before.
        """
        judged = [
            self._judged(one, "equivalent", one.equivalent) for one in self._audited.mutants if one.equivalent
        ]
        waiting = [
            Turn(mutant, number)
            for number, mutant in enumerate(self._audited.mutants, 1)
            if not mutant.equivalent
        ]
        while waiting:
            turns = {turn.planned(self._audited.planned).label: turn for turn in waiting}
            waiting = []
            planned = [turn.planned(self._audited.planned) for turn in turns.values()]
            for result in self._do_all(planned, DoMutants(turns)):
                found = self._found(turns[result.task], result)
                if isinstance(found, Turn):
                    waiting.append(found)
                    continue
                judged.append(found)
                on_judged(found)
        return self._report(judged)

    def _found(self, turn: Turn, result: Result) -> Judged | Turn:
        """What came of a mutant, or what is to be done in its stead."""
        if result.verdict == "interrupted":
            raise KeyboardInterrupt(result.message)
        self._seconds += result.seconds
        outcome, mutant = outcome_of(turn.mutant, result), turn.mutant
        if outcome == "again":
            said = f"{result.verdict}: {result.message}"
            again = Turn(mutant, turn.number, turn.value, again=True)
            return self._judged(mutant, "not judged", said, result) if turn.again else again
        if outcome == "other value":
            if turn.value + 1 < len(mutant.sentences):
                return Turn(mutant, turn.number, turn.value + 1)
            return self._judged(
                mutant, "not judged", f"no other value could be entered: {result.message}", result
            )
        failed = [at for at, check in enumerate(result.checks) if not check.passed]
        self._noticed.update(failed)
        why = "; ".join(_said(result.checks[at]) for at in failed) if outcome == "check" else result.message
        return self._judged(mutant, outcome, "" if outcome == "survived" else why, result, turn.value)

    def _judged(
        self, mutant: Mutant, outcome: Outcome, why: str, result: Result | None = None, value: int = 0
    ) -> Judged:
        is_kept = outcome in ("survived", "not judged") or self._keep
        if result and result.recording and not is_kept:
            with suppress(OSError):
                shutil.rmtree(Path(result.recording).parent)
        step = None if mutant.kind == "nothing done" else self._task.steps[mutant.at]
        line = self._audited.planned.run.line if step is None else step.line
        return Judged(
            kind=mutant.kind,
            step=None if step is None else mutant.at + 1,
            where=f"{self._task.source}:{line}",
            text="" if step is None else step.text,
            told=mutant.told(value),
            outcome=outcome,
            why=why,
            accepted=self._accepted(mutant) if outcome == "survived" else "",
            seconds=result.seconds if result else 0.0,
            recording=result.recording if result and is_kept else None,
        )

    def _accepted(self, mutant: Mutant) -> str:
        """Why the task says that it may survive; "" where it does not."""
        written = self._audited.planned.run.file.written
        if mutant.kind == "nothing done":  # a test that passes then is none
            return ""
        return next(
            (
                one.why
                for one in written.audit.accept
                if one.step == written.steps[mutant.at] and one.mutant in (None, mutant.kind)
            ),
            "",
        )

    def _report(self, judged: list[Judged]) -> Audit:
        order = {kind: at for at, kind in enumerate(("nothing done", "left out", "other value"))}
        checks = self._audited.result.checks
        return Audit(
            task=self._audited.planned.label,
            file=str(self._task.source),
            mutants=tuple(sorted(judged, key=lambda one: (one.step or 0, order[one.kind]))),
            checks=tuple(
                CheckTally(kind=check.kind, what=check.what, noticed=self._noticed[at], before=check.before)
                for at, check in enumerate(checks)
            ),
            seconds=round(self._seconds, 3),
        )


def _said(check: CheckResult) -> str:
    return f"{check.kind}: {check.actual}"
