"""Exit statuses of `agent`: what each means, and which verdicts and errors lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput, ModelFault, ReplayDiffers
from tools.errors import ToolsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent.episode import Verdict

PASSED, FAILED, BAD_INPUT, ENVIRONMENT, STOPPED, INTERRUPTED = 0, 1, 2, 3, 4, 130
NOT_READ = 141
"""Nobody reads the output any more; a shell says the same of a program that SIGPIPE ended."""

EXPLAINED = f"""\
exit status:
  {PASSED}    all passed
  {FAILED}    a check failed, or the agent gave up
  {BAD_INPUT}    bad input: a task, an option or a recording
  {ENVIRONMENT}    environment: no display, a program that did not start, a model that can't be reached
  {STOPPED}    stopped by a guard, a refusal or a limit
  {INTERRUPTED}  interrupted"""
"""For people."""

_VERDICTS: dict[Verdict, int] = {
    "passed": PASSED,
    "failed": FAILED,
    "gave_up": FAILED,
    "environment_error": ENVIRONMENT,
    "model_error": ENVIRONMENT,
    "stopped": STOPPED,
    "interrupted": INTERRUPTED,
}
_BY_GRAVITY = (PASSED, FAILED, STOPPED, ENVIRONMENT, INTERRUPTED)
_ERRORS: dict[type[Exception], int] = {
    BadInput: BAD_INPUT,
    ReplayDiffers: FAILED,
    ModelFault: ENVIRONMENT,
    ToolsError: ENVIRONMENT,
}


def of_verdicts(verdicts: Iterable[Verdict]) -> int:
    """The status of the gravest verdict; of none, that all passed."""
    return gravest(_VERDICTS[verdict] for verdict in verdicts)


def gravest(statuses: Iterable[int]) -> int:
    """The gravest of statuses that runs lead to; of none, that all passed."""
    return max(statuses, key=_BY_GRAVITY.index, default=PASSED)


def of_error(error: Exception) -> int:
    """The status of an error; of one that nobody foresaw, that of the environment."""
    return next((status for kind, status in _ERRORS.items() if isinstance(error, kind)), ENVIRONMENT)
