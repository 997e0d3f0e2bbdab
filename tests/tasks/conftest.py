"""A virtual display for the programs under test, and their modules on the import path."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.host.virtual_display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
# The form is a script: Python puts its folder on the path when it is run, and so do we.
sys.path.insert(0, str(REPOSITORY / "tasks" / "apps"))


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """One X server with a window manager for all tests here."""
    with virtual_display() as name:
        # xdotool has a key down for long when the machine is busy, and the server would repeat it.
        subprocess.run(["xset", "-display", name, "r", "off"], check=True)
        yield name


@pytest.fixture(autouse=True)
def _windows(own_windows: None) -> None:
    """The form is opened in this process."""
