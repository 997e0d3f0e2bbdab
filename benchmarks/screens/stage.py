"""Stage: shows pictures on a display and takes frames of them, with the boxes of everything on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import cv2

from tools.geometry import Box
from tools.host.screen import Screen
from training.screens.grounds import ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.screens.pictures import Picture
    from tools.observation import Frame


class Stage:
    """A display on which a painter draws."""

    def __init__(self, display: str, screen: Screen, folder: Path) -> None:
        self._screen, self._folder = screen, folder
        command = [sys.executable, "-m", "benchmarks.screens.painter"]
        environment = {**os.environ, "DISPLAY": display}
        self.process = subprocess.Popen(
            command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def show(self, picture: Picture) -> tuple[Frame, dict[str, Box]]:
        """The frame of a picture, and where everything is on it: its targets by name, whole on the screen."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        behind = ground(picture["kind"], picture["photo_seed"])
        if behind is not None:
            path = self._folder / f"{picture['kind']}-{picture['photo_seed']}.png"
            cv2.imwrite(str(path), behind)
            picture = {**picture, "photo": str(path)}
        print(json.dumps(picture), file=self.process.stdin, flush=True)
        boxes = {name: Box(*box) for name, box in json.loads(self.process.stdout.readline()).items()}
        frame = self._screen.grab()
        print(file=self.process.stdin, flush=True)
        return frame, {name: box for name, box in boxes.items() if box.clip(frame.size) == box}


@contextmanager
def stage(display: str) -> Iterator[Stage]:
    """A painter on a display."""
    with tempfile.TemporaryDirectory() as folder, Screen(display) as screen:
        shown = Stage(display, screen, Path(folder))
        try:
            yield shown
        finally:
            shown.process.kill()
            shown.process.wait()
