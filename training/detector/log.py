"""Log of a training, on the screen and in a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVERY = 50
"""Steps whose mean is told."""


class Log:
    """What is told of the training."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._steps = 0
        self._sums: dict[str, float] = {}
        self._began = time.monotonic()
        file.write_text("")

    def say(self, line: str) -> None:
        """Tells a line."""
        print(line, flush=True)
        with self._file.open("a") as out:
            out.write(line + "\n")

    def add(self, share: float, parts: dict[str, float]) -> None:
        """Takes in a step's losses, at a share of the time; tells their means now and then."""
        self._steps += 1
        for name, part in parts.items():
            self._sums[name] = self._sums.get(name, 0) + part / EVERY
        if self._steps % EVERY == 0:
            means = " ".join(f"{name} {mean:.4f}" for name, mean in self._sums.items())
            self.say(f"{time.monotonic() - self._began:6.0f} s {share:4.0%} step {self._steps:5} {means}")
            self._sums = {}
