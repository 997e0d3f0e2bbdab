"""What works on this machine, what does not, and how to mend it; each thing is tried, not only looked up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent.doctor.finding import Finding
from agent.doctor.machine import disk, extras, fonts, gpu, python, tk
from agent.doctor.screen import own_display, reading, virtual

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Finding", "examine", "exit_status"]


def examine(runs: Path, env: Mapping[str, str] = os.environ) -> tuple[Finding, ...]:
    """Try everything that a run needs; takes a few seconds and leaves nothing behind.

    Args:
        runs: The folder that runs leave their recordings in.
        env: The environment.
    """
    return (
        python(),
        *virtual(env),
        own_display(env),
        reading(),
        tk(),
        fonts(env),
        gpu(env),
        disk(runs),
        *extras(),
    )


def exit_status(findings: tuple[Finding, ...]) -> int:
    """0 when all that is needed works, else 3."""
    return 3 if any(finding.state == "missing" for finding in findings) else 0
