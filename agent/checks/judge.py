"""Judging of a task's checks, each with what was expected and what was found."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from agent.checks.ask import check_answer
from agent.checks.command import check_command
from agent.checks.context import CheckContext, CheckResult, Found
from agent.checks.files import check_file, check_json
from agent.checks.image import check_image
from agent.checks.sql import check_rows
from agent.checks.tables.check import check_csv, check_xlsx
from agent.checks.text import check_text
from agent.checks.window import check_window
from agent.redact.texts import hide
from agent.task.checks import (
    AskCheck,
    CommandCheck,
    FileCheck,
    ImageCheck,
    JsonCheck,
    SqlCheck,
    TextCheck,
    WindowCheck,
)
from agent.task.readings import REFERENCE, name_read
from agent.task.table_checks import CsvCheck, XlsxCheck

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tenacity import RetryCallState

    from agent.task import Check, Task

PATIENCE = 2.0
"""Seconds that all checks together are tried again for: a program may commit a moment after its window says
so. Checks that hold at once cost none of it."""
_PAUSE = 0.1
"""Seconds between two looks at the outside world."""
_LONGEST = 600
"""Characters of a text in a result."""


def run_checks(task: Task, context: CheckContext, patience: float = PATIENCE) -> tuple[CheckResult, ...]:
    """Judge every check of a task, in order; one that fails does not keep the others from being judged.

    Args:
        task: whose checks.
        context: the outside world.
        patience: seconds that all of them together are tried again for.

    Raises:
        EnvironmentFault: the screen went away meanwhile.
    """
    deadline = time.monotonic() + patience
    secrets = {name: context.environ[name] for name in task.secrets if context.environ.get(name)}
    context = replace(context, hide=partial(hide, secrets=secrets))
    return tuple(
        _judge(check, number, task, context, deadline, secrets)
        for number, check in enumerate(task.checks, start=1)
    )


def held_before(task: Task, context: CheckContext) -> tuple[bool, ...]:
    """Whether each check holds already, before anything was done. None of them is waited for.

    A command may do something, and a model's opinion costs: neither is asked for, and neither counts. Nor
    does one about a value that a step is yet to read.

    Raises:
        EnvironmentFault: the screen went away meanwhile.
    """
    names = frozenset(name for step in task.steps if (name := name_read(step.text)))
    return tuple(
        not isinstance(check, CommandCheck | AskCheck)
        and not names.intersection(REFERENCE.findall(check.model_dump_json()))
        and _examine(check, task, context, None).passed
        for check in task.checks
    )


def _judge(
    check: Check, number: int, task: Task, context: CheckContext, deadline: float, secrets: Mapping[str, str]
) -> CheckResult:
    began = time.monotonic()
    picture = _picture(check, number, context)
    found = _examined_until(deadline, check, task, context, picture)
    return CheckResult(
        kind=check.kind,
        what=_shown(_subject(check), secrets),
        passed=found.passed,
        expected=_shown(found.expected, secrets),
        actual=_shown(found.actual, secrets),
        seconds=round(time.monotonic() - began, 6),
        weight=1 if isinstance(check, AskCheck) else check.weight,
        picture=str(picture) if picture and picture.exists() else None,
    )


def _picture(check: Check, number: int, context: CheckContext) -> Path | None:
    """Where what a check compares is to be shown; a check before the first act may have been there."""
    if context.pictures is None or not isinstance(check, ImageCheck):
        return None
    path = context.pictures / f"check-{number}.png"
    path.unlink(missing_ok=True)
    return path


def _examined_until(
    deadline: float, check: Check, task: Task, context: CheckContext, picture: Path | None
) -> Found:
    """Examine again and again until it holds or the deadline has come; a model is asked only once."""
    from tenacity import Retrying, retry_if_result, stop_after_attempt, stop_after_delay, wait_fixed  # noqa: PLC0415

    tries = count(1)

    def examine() -> Found:
        again = next(tries) > 1 and isinstance(check, TextCheck | ImageCheck)
        seen = replace(context, frame=context.refresh()) if again else context
        return _examine(check, task, seen, picture)

    once = isinstance(check, AskCheck)
    patience = max(0.0, deadline - time.monotonic())
    return Retrying(
        retry=retry_if_result(lambda found: not found.passed),
        stop=stop_after_attempt(1) if once else stop_after_delay(patience),
        wait=wait_fixed(_PAUSE),
        retry_error_callback=_last_found,
    )(examine)


def _last_found(state: RetryCallState) -> Found:
    if state.outcome is None:
        raise AssertionError("nothing was examined")
    found: Found = state.outcome.result()
    return found


def _examine(check: Check, task: Task, context: CheckContext, picture: Path | None) -> Found:  # noqa: C901, PLR0911  (one line a kind)
    match check:
        case SqlCheck():
            return check_rows(check, context)
        case TextCheck():
            return check_text(check, context)
        case FileCheck():
            return check_file(check, context)
        case JsonCheck():
            return check_json(check, context)
        case CsvCheck():
            return check_csv(check, context)
        case XlsxCheck():
            return check_xlsx(check, context)
        case CommandCheck():
            return check_command(check, context)
        case WindowCheck():
            return check_window(check, context)
        case ImageCheck():
            return check_image(check, context, task.source.parent, picture)
        case AskCheck():
            return check_answer(check, context)


def _subject(check: Check) -> str:  # noqa: PLR0911  (one line a kind)
    match check:
        case SqlCheck():
            return f"{check.query} in {check.database or check.url}"
        case TextCheck():
            return f'"{check.text}" on the screen'
        case FileCheck() | JsonCheck() | CsvCheck():
            return check.path
        case XlsxCheck():
            return f'sheet "{check.sheet}" of {check.path}' if check.sheet else check.path
        case CommandCheck():
            return " ".join(check.run)
        case WindowCheck():
            return f'a window titled "{check.title}"'
        case ImageCheck():
            return " or ".join(check.like)
        case AskCheck():
            return check.question


def _shown(text: str, secrets: Mapping[str, str]) -> str:
    """Fit to be shown and stored: no secrets, nothing a terminal would obey, not long."""
    safe = hide(text, secrets)[: 4 * _LONGEST]
    printable = "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in safe)
    return printable if len(printable) <= _LONGEST else f"{printable[: _LONGEST - 1]}…"
