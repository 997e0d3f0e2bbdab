"""Doctor: what works on this machine, what does not, and how to repair it; each thing is tried."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent.doctor.finding import Finding
from agent.doctor.machine import disk, extras, fonts, gpu, python, tk
from agent.doctor.screen import own_display, reading, scripts, virtual

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Finding", "examine", "is_fit"]


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
        scripts(),
        tk(),
        fonts(env),
        gpu(env),
        disk(runs),
        *extras(),
    )


def is_fit(findings: tuple[Finding, ...]) -> bool:
    """Whether all that is needed works."""
    return not any(finding.state == "missing" for finding in findings)
