"""Debian packages of the programs that the suite is played with."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def check_installed(programs: Sequence[str]) -> None:
    """Make sure that all are there.

    Raises:
        EnvironmentFault: some are not; with the command that installs them.
    """
    if missing := [name for name in programs if not shutil.which(name)]:
        advice = f"install with: apt-get install {' '.join(missing)}"
        raise EnvironmentFault(f"bench suite: {', '.join(missing)}: not installed; {advice}")


def versions(programs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each program and the version of its Debian package; empty where that is not known."""
    for name in programs:
        yield name, _version(name) if shutil.which("dpkg-query") else ""


def _version(package: str) -> str:
    asked = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Version}", package],
        capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    return asked.stdout.strip() if asked.returncode == 0 else ""
