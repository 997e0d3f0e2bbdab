"""Verdict of an episode from what was checked: by its steps on the way, by the task at its end. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks import CheckResult
from agent.episode import Ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Step, Verdict
    from agent.judged import Judged


def failed_on_the_way(steps: Sequence[Step]) -> Ending | None:
    """The ending by what the last step found: an expectation that does not hold; None: there is none."""
    failed = next((one for one in steps[-1].completion.judged if one.ends), None)
    if failed is None:
        return None
    which = f"step {failed.step} (line {failed.line}: {failed.what})"
    return Ending("failed", f"{which} does not hold: {failed.actual}", checks=expectations(steps))


def judged_ending(steps: Sequence[Step], checks: tuple[CheckResult, ...]) -> Ending:
    """Passed when every check holds; what a model was asked to judge is counted apart."""
    checks = (*expectations(steps), *checks)
    if not checks:
        return Ending("passed", "no checks")
    counts = [
        f"{sum(check.passed for check in group)} of {len(group)} {name}"
        for name, group in (
            ("expectations hold", [check for check in checks if check.midway]),
            ("checks hold", [check for check in checks if not (check.midway or check.opinion)]),
            ("answers of a model are yes", [check for check in checks if check.opinion]),
        )
        if group
    ]
    verdict: Verdict = "passed" if all(check.passed for check in checks) else "failed"
    return Ending(verdict, ", ".join(counts), checks=checks)


def expectations(steps: Sequence[Step]) -> tuple[CheckResult, ...]:
    """What was expected on the way, in order, as checks; of what was read only what could not be."""
    judged = (one for step in steps for one in step.completion.judged)
    return tuple(_check(one) for one in judged if one.kind == "expect" or one.ends)


def _check(judged: Judged) -> CheckResult:
    return CheckResult(
        kind=judged.kind,
        what=judged.what,
        passed=judged.passed,
        expected=judged.expected,
        actual=judged.actual,
        seconds=judged.seconds,
        line=judged.line,
    )
