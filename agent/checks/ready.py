"""What a check needs before anything is started: its database's driver, areas within its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks.pictures.needle import open_needle
from agent.checks.sql import why_unreachable
from agent.task.checks import ImageCheck, SqlCheck

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.task import Check


def fault_of(check: Check, folder: Path, environ: Mapping[str, str]) -> tuple[str, str] | None:
    """The key of a check that can never hold, and why; None: nothing speaks against it.

    Args:
        check: any.
        folder: the task file's.
        environ: where the secrets are.
    """
    if isinstance(check, SqlCheck) and (reason := why_unreachable(check, environ)):
        return "url", reason
    for name in check.like if isinstance(check, ImageCheck) and check.ignore else ():
        try:
            open_needle(folder / name, check.ignore if isinstance(check, ImageCheck) else ())
        except (OSError, ValueError) as error:
            return "ignore", f"{name}: {error}"
    return None
