"""Last look of a run: what the screen showed at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Frame, Observation


class LastLook:
    """A desktop that keeps the frame which was seen last, secrets painted over."""

    frame: Frame | None = None

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def observe(self) -> Observation:
        """Look."""
        seen = self._desktop.observe()
        self.frame = seen.frame
        return seen

    def execute(self, action: Action, seen: Observation) -> None:
        """Act."""
        self._desktop.execute(action, seen)


def write_picture(frame: Frame, path: Path) -> None:
    """Write the frame as a PNG, which every browser and CI server shows."""
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    Image.fromarray(frame.rgb).save(path, "PNG")
