"""Values that steps have read, filled into a task's checks just before these are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.checks.context import CheckResult
from agent.checks.judge import run_checks
from agent.errors import BadInput
from agent.task.readings import in_sql, with_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.checks.context import CheckContext
    from agent.task import Check, Task


def judge_all(task: Task, values: Mapping[str, str], context: CheckContext) -> tuple[CheckResult, ...]:
    """Judge every check of a task with the values that were read.

    Raises:
        EnvironmentFault: the screen went away meanwhile.
    """
    try:
        return run_checks(with_read(task, values), context)
    except BadInput as why:
        return (
            CheckResult(
                kind="sql",
                what="a value that was read, in a query",
                passed=False,
                expected="a text without signs that a query may obey",
                actual=str(why),
                seconds=0.0,
            ),
        )


def with_read(task: Task, values: Mapping[str, str]) -> Task:
    """The task with the values that were read in its checks.

    Raises:
        BadInput: a value can't stand in a query.
    """
    if not values:
        return task
    return task.model_copy(update={"checks": tuple(_with(check, values) for check in task.checks)})


def _with(check: Check, values: Mapping[str, str]) -> Check:
    written = check.model_dump()
    made = {key: _filled(key, part, values) for key, part in written.items()}
    return check if made == written else type(check).model_validate(made)


def _filled(key: str, part: Any, values: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        return with_values(part, values, in_sql if key == "query" else str)
    if isinstance(part, list | tuple):
        return tuple(_filled(key, one, values) for one in part)
    if isinstance(part, dict):
        return {name: _filled(key, one, values) for name, one in part.items()}
    return part
