"""Toolkits: releases whose program runs in an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SYSTEM = "/usr/bin/python3"
"""Debian's own interpreter has what Debian's packages bring (python3-gi, python3-pyqt5)."""


def command(told: Mapping[str, Any]) -> list[str]:
    """What starts a release's program, relative to the folder of the data; of a page nothing."""
    if "kit" in told:
        return []
    return [_interpreter(told), *told["program"]]


def install(told: Mapping[str, Any], data: Path) -> None:
    """Make sure that a release is installed; CalledProcessError or OSError where it can't be."""
    interpreter = data / _interpreter(told)
    if told.get("packages") and not interpreter.exists():
        subprocess.run([sys.executable, "-m", "venv", str(interpreter.parent.parent)], check=True)
        wanted = [f"{package}=={version}" for package, version in told["packages"].items()]
        subprocess.run([str(interpreter), "-m", "pip", "install", "-q", *wanted], check=True)
    subprocess.run([str(interpreter), "-c", told["needs"]], check=True)


def _interpreter(told: Mapping[str, Any]) -> str:
    return f"venvs/{told['venv']}/bin/python" if "venv" in told else _SYSTEM
