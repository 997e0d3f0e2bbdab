"""Verdicts as a test knows them: a failure, an error, an interrupt. Light.

A check that failed and a model that gave up say something of the program: failures. All else says something
of the machine, the model or the task file: errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput, ReplayDiffers
from agent.printing.escapes import disobeyed, visible

if TYPE_CHECKING:
    from agent.checks import CheckResult
    from agent.runs.report.result import Result

_LONGEST = 300
"""Characters of what is expected and of what was seen."""


class TaskFailed(AssertionError):
    """A task did not pass: a check failed, or the model gave up."""

    ROBOT_SUPPRESS_NAME = True
    """Robot Framework tells what it says, without the class's name."""


class TaskError(Exception):
    """Nothing is known of a task: the machine, the model, a limit or the task file is to blame."""

    ROBOT_SUPPRESS_NAME = True


class AsVerdicts:
    """A context in which what keeps a run from being begun is told as its verdict is, without a traceback.

    A `BadInput` becomes a `TaskError`, an offline replay that differs from what was recorded a `TaskFailed`.
    """

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        __tracebackhide__ = True
        if isinstance(error, BadInput):
            raise TaskError(shown(f"bad input: {error}")) from None
        if isinstance(error, ReplayDiffers):
            raise TaskFailed(shown(str(error))) from None


def demand(result: Result, *where: str) -> None:
    """Do nothing if the run passed.

    Args:
        result: of the run.
        where: what to say besides: the paths of what was kept of it.

    Raises:
        TaskFailed: it failed, or gave up.
        TaskError: it came to no result.
        KeyboardInterrupt: it was interrupted.
    """
    __tracebackhide__ = True  # pytest shows the line of the test
    if result.verdict == "passed":
        return
    if result.verdict == "interrupted":
        raise KeyboardInterrupt(result.message)
    told = "\n".join([*_lines(result), *where])
    raise (TaskFailed if result.verdict in ("failed", "gave_up") else TaskError)(shown(told))


def shown(text: str) -> str:
    """Text for a terminal or a CI server: every sign is seen, none is obeyed."""
    return disobeyed(visible(text, keep="\n"))


def _lines(result: Result) -> list[str]:
    """The reason first, then where it happened, then each check that failed."""
    wrong = [check for check in result.checks if not check.passed]
    reason = _reason(wrong) if wrong else result.message
    step = [f"after {result.at}"] if result.at else []
    checks = [
        line
        for check in wrong
        for line in (
            f"check {_short(_named(check))}",
            f"  expected {_short(check.expected)}",
            f"  actual   {_short(check.actual)}",
        )
    ]
    return [f"{result.verdict}: {reason}", *step, *checks]


def _reason(wrong: list[CheckResult]) -> str:
    first = wrong[0]
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    said = f"expected {first.expected}, actual {first.actual} ({_named(first)})"
    return _short(" ".join(said.split())) + more


def _named(check: CheckResult) -> str:
    """What was looked at; a step that expects something says so itself."""
    says_so = check.what.casefold().startswith(check.kind)
    return check.what if says_so else f"{check.kind} {check.what}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
