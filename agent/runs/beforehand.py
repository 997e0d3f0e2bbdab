"""Checks beforehand: which of a task's checks hold before the first act, and so prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks import run_checks
from agent.episode import Watcher
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.checks import CheckContext, CheckResult
    from agent.episode import Ending
    from agent.task import Task
    from tools.observation import Observation


def with_acts(message: str, acts: int) -> str:
    """The message of an ending, which says so where a person did some of the steps."""
    return f"{message}; {acts} of the steps {'was' if acts == 1 else 'were'} a person's" if acts else message


def told(ending: Ending, checks: tuple[CheckResult, ...]) -> str:
    """The message of an ending, which says so where a pass proves nothing.

    Args:
        ending: as the loop has it.
        checks: at the end, each with whether it held before.
    """
    if ending.verdict != "passed":
        return ending.message
    if not checks:
        return "passed, nothing was checked"
    looked_at = [check for check in checks if not check.opinion]
    if not looked_at:
        return f"{ending.message}, nothing else was checked"
    if all(check.before for check in looked_at):
        return f"{ending.message}, and held before the first act as well: they prove nothing"
    return ending.message


def check_initial(task: Task, context: CheckContext) -> None:
    """Make sure that what must hold before the first act does.

    Raises:
        EnvironmentFault: it does not; nothing was done.
    """
    checks = run_checks(task.model_copy(update={"checks": task.precheck}), context)
    failed = [
        f"precheck[{number}] {check.kind} {check.what}: expected {check.expected}, actual {check.actual}"
        for number, check in enumerate(checks)
        if not check.passed
    ]
    if failed:
        raise EnvironmentFault("\n".join(["the initial state is not as expected; nothing was done", *failed]))


class Beforehand(Watcher):
    """A watcher that has the checks tried on the first look.

    Args:
        held: which checks hold on it, in order.
    """

    def __init__(self, held: Callable[[Observation], tuple[bool, ...]]) -> None:
        self._held = held
        self._found: tuple[bool, ...] = ()

    def observed(self, index: int, observation: Observation) -> None:
        """Try them before the first act, and never again."""
        if index == 1 and not self._found:
            self._found = self._held(observation)

    def marked(self, checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
        """The checks, those at the end each with whether it held before."""
        midway = tuple(check for check in checks if check.midway)
        last = checks[len(midway) :]
        if len(last) != len(self._found):
            return checks
        return midway + tuple(
            check.model_copy(update={"before": held}) if held else check
            for check, held in zip(last, self._found, strict=True)
        )
