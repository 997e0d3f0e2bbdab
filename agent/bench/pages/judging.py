"""`Judge`: a page's own judgement as a check of the run, and what an attempt comes to by that."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.bench.ended import ended, is_unrecorded
from agent.bench.pages.task import named
from agent.bench.replayed import replayed
from agent.checks import CheckResult
from agent.errors import BadInput
from agent.replay.offline import recorded_checks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.recording.reading import Recording

    Told = Mapping[str, Any]
    """What a page says of its episode, as plain values."""


@dataclass(frozen=True, slots=True)
class Judge:
    """How what a page says is judged."""

    kind: str
    """Of the check by which it stands in a recording."""
    expected: str
    """What passes, for people, where the task says nothing more."""
    passes: Callable[[Told], bool]
    score: Callable[[Told], float]
    otherwise: Told
    """Said of a run in which nothing was judged: it gave up, a limit stopped it."""

    def check(self, told: Told, what: str, expected: str = "") -> CheckResult:
        """The check at the end of a run.

        Args:
            told: by the page.
            what: task and seed, for people.
            expected: of this task, for people; "": of all.
        """
        return CheckResult(
            kind=self.kind,
            what=what,
            passed=self.passes(told),
            expected=expected or self.expected,
            actual=json.dumps(told),
            seconds=0.0,
        )

    def judged(self, recording: Recording) -> dict[str, Any]:
        """The fields of an `Attempt` that hang on its recording alone.

        Raises:
            BadInput: the check says another verdict than what the page told does.
        """
        end, fields = recording.end, ended(recording)
        told = self._told(recording)
        details = {**told, "utterance": recording.header.task.instruction}
        if end and fields["outcome"] != "passed":
            details["message"] = end.message
        return {**fields, "score": min(1.0, max(0.0, self.score(told))), "details": details}

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew by an offline replay of its recording.

        Args:
            attempt: of a set of pages.
            out: the results folder.

        Raises:
            BadInput: the recording was altered, is another item's, or replays otherwise.
        """
        if is_unrecorded(attempt):
            return attempt
        recording = replayed(attempt, out)
        was = recording.header.task.vars
        if was != named(attempt.item, attempt.seed):
            raise BadInput(f"{recording.folder}: is a recording of {was}, not of {attempt.item}")
        return attempt.model_copy(update=self.judged(recording))

    def _told(self, recording: Recording) -> Told:
        found = [one for one in recorded_checks(recording) if one.kind == self.kind]
        if not found:
            return self.otherwise
        told: Told = json.loads(found[-1].actual)
        if found[-1].passed != self.passes(told):
            said = "passed" if found[-1].passed else "failed"
            raise BadInput(f"its check {said}, which is not what the page told: {found[-1].actual}")
        return told
