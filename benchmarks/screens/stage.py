"""Shows pictures on a display and takes frames of them, with the boxes of everything on them."""

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
import numpy as np

from tools.geometry import Box
from tools.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from benchmarks.screens.pictures import Picture
    from tools.observation import Frame

_PHOTO = (460, 700)
"""Height and width of the picture behind a window, in pixels."""
_PANEL = 0.45
"""Share of the light that a panel over it lets through."""


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
        if picture["kind"] == "photo":
            picture = {**picture, "photo": str(self._photo(picture["photo_seed"]))}
        print(json.dumps(picture), file=self.process.stdin, flush=True)
        boxes = {name: Box(*box) for name, box in json.loads(self.process.stdout.readline()).items()}
        frame = self._screen.grab()
        print(file=self.process.stdin, flush=True)
        return frame, {name: box for name, box in boxes.items() if box.clip(frame.size) == box}

    def _photo(self, seed: int) -> Path:
        path = self._folder / f"{seed}.png"
        if not path.exists():
            cv2.imwrite(str(path), photograph(seed))
        return path


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


def photograph(seed: int) -> NDArray[np.uint8]:
    """A picture with the spectrum of a photograph (amplitude 1/f, Field 1987), dimmed by a panel.

    Returns:
        BGR, shape (height, width, 3).
    """
    random = np.random.default_rng(seed)
    height, width = _PHOTO
    up, across = np.meshgrid(np.fft.fftfreq(height), np.fft.fftfreq(width), indexing="ij")
    falloff = 1 / np.maximum(np.hypot(up, across), 1 / width)
    layers = []
    for _ in range(3):
        noise = np.fft.ifft2(np.fft.fft2(random.normal(size=_PHOTO)) * falloff).real
        layers.append(128 + 60 * noise / noise.std())
    return np.clip(np.stack(layers, axis=2) * _PANEL, 0, 255).astype(np.uint8)
