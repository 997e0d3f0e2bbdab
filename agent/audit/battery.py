"""Audit battery: each mutant of a task, done until it tells something, and the report."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from agent.audit.doing import DoMutants, Turn
from agent.audit.judging import outcome_of
from agent.audit.mutants import KINDS
from agent.audit.report import Audit, Judged
from agent.audit.same_screens import goes_on_the_same
from agent.audit.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.audit.audited import Audited
    from agent.audit.judging import Outcome
    from agent.audit.mutants import Mutant
    from agent.runs.attempts import Does
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result


class DoAll(Protocol):
    """What does several runs, one by one or side by side."""

    def __call__(self, planned: Sequence[Planned], does: Does) -> Iterator[Result]:
        """The results as they come; after one that was interrupted there are no more."""
        ...


class Battery:
    """All mutants of one task.

    Args:
        audited: The task.
        do_all: Does runs.
        keep: Whether the recordings of mutants that were noticed are kept too.
    """

    def __init__(self, audited: Audited, do_all: DoAll, *, keep: bool = False) -> None:
        self._audited, self._do_all, self._keep = audited, do_all, keep
        self._steps = audited.steps
        self._tally = Tally(audited.result.checks)
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
            for result in self._do_all(planned, DoMutants(turns, self._audited.replays)):
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
        why = self._tally.add(result.checks) or result.message
        if outcome == "survived":
            return self._survived(turn, result)
        return self._judged(mutant, outcome, why, result, turn.value)

    def _survived(self, turn: Turn, result: Result) -> Judged:
        """A mutant that passed; one that went on as the task does, screen for screen, is the same task."""
        whole, mutant = self._audited.result.recording, turn.mutant
        if (
            mutant.shows
            and whole
            and result.recording
            and goes_on_the_same(Path(whole), Path(result.recording))
        ):
            said = "every screen behind it is the same without it"
            return self._judged(mutant, "equivalent", said, result)
        return self._judged(mutant, "survived", "", result, turn.value)

    def _judged(
        self, mutant: Mutant, outcome: Outcome, why: str, result: Result | None = None, value: int = 0
    ) -> Judged:
        is_kept = outcome in ("survived", "not judged") or self._keep
        if result and result.recording and not is_kept:
            with suppress(OSError):
                shutil.rmtree(Path(result.recording).parent)
        step = None if mutant.of_no_step else self._steps[mutant.at]
        file, line = self._audited.planned.run.where
        return Judged(
            kind=mutant.kind,
            step=None if step is None else mutant.at + 1,
            where=f"{file}:{line}" if step is None else step.where,
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
        run = self._audited.planned.run
        if mutant.of_no_step:  # a test that passes then is none
            return ""
        return next(
            (
                one.why
                for one in run.file.written.audit.accept
                if one.step in self._steps[mutant.at].spellings and one.mutant in (None, mutant.kind)
            ),
            "",
        )

    def _report(self, judged: list[Judged]) -> Audit:
        order = {kind: at for at, kind in enumerate(KINDS)}
        return Audit(
            task=self._audited.planned.label,
            file=str(self._audited.planned.run.file.document.path),
            mutants=tuple(sorted(judged, key=lambda one: (one.step or 0, order[one.kind]))),
            checks=tuple(self._tally.counts()),
            seconds=round(self._seconds, 3),
        )
