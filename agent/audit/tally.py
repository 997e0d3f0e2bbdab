"""Tally of checks: how many mutants each noticed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agent.audit.report import CheckTally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.checks import CheckResult

    Key = tuple[int | None, int]
    """Tells a check of one run from its others, and is the same in every run: the line of the step that
    expects it, or which of the task's checks it is."""


class Tally:
    """Counts the mutants that each check of a task noticed.

    Args:
        checks: Of the task as it is.
    """

    def __init__(self, checks: Sequence[CheckResult]) -> None:
        self._checks = dict(_keyed(checks))
        self._noticed: Counter[Key] = Counter()

    def add(self, checks: Sequence[CheckResult]) -> str:
        """Count those that failed in a mutant's run; what they found, in words."""
        failed = {key: check for key, check in _keyed(checks) if not check.passed}
        self._noticed.update(failed.keys())
        return "; ".join(f"{check.kind}: {check.actual}" for check in failed.values())

    def counts(self) -> Iterator[CheckTally]:
        """Each check of the task, with its count."""
        for key, check in self._checks.items():
            noticed = self._noticed[key]
            yield CheckTally(kind=check.kind, what=check.what, noticed=noticed, before=check.before)


def _keyed(checks: Sequence[CheckResult]) -> Iterator[tuple[Key, CheckResult]]:
    """The checks of a run with their keys; one that failed in mid-run may have no others behind it."""
    numbers: Counter[int | None] = Counter()
    for check in checks:
        numbers[check.line] += 1
        yield (check.line, numbers[check.line]), check
