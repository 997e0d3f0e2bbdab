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
        self._sums: dict[str, float] = {}
        self._began = time.monotonic()
        file.write_text("")

    def say(self, line: str) -> None:
        """Tells a line."""
        print(line, flush=True)
        with self._file.open("a") as out:
            out.write(line + "\n")

    def add(self, step: int, share: float, parts: dict[str, float]) -> None:
        """Takes in a step's losses; tells their means now and then, and at the end."""
        for name, part in parts.items():
            self._sums[name] = self._sums.get(name, 0) + part
        taken = step % EVERY + 1
        if taken == EVERY or share >= 1:
            means = " ".join(f"{name} {total / taken:.4f}" for name, total in self._sums.items())
            self.say(f"{time.monotonic() - self._began:6.0f} s {share:4.0%} step {step + 1:5} {means}")
            self._sums = {}
