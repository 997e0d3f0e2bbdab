"""Events that a program tells of itself: the lines of a file that its environment names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = "DESKHAND_EVENTS"
"""Environment variable: the file that a program may append to, one line for each event that reached it."""


def read_events(file: Path) -> tuple[str, ...] | None:
    """The lines that a program wrote; None when it wrote none."""
    return tuple(file.read_text(errors="replace").splitlines()) if file.exists() else None
