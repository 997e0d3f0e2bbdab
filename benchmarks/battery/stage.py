"""Stage: puts windows on a display and reads what they report."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tools.host.processes import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCROLL = "for i in $(seq 60); do echo line $i; sleep .04; done; sleep 60"
COMMANDS = {
    "xterm": ["xterm", "-geometry", "80x24+30+30", "-e", "sh", "-c", _SCROLL],
    "gtk": ["zenity", "--entry", "--title=gtk", "--text=A window of GTK"],
}  # fmt: skip
"""Windows that are not ours."""


def usual_screenshot(display: str) -> float:
    """Milliseconds of a screenshot as the usual demo takes it: a subprocess that writes a file."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shot.png"
        subprocess.run(["scrot", str(file)], env={**os.environ, "DISPLAY": display}, check=True)
        file.read_bytes()
    return (time.perf_counter() - began) * 1000


class Subject:
    """A window of the battery, running."""

    def __init__(self, program: Program, output: Path) -> None:
        self.program, self._output = program, output

    def said(self, word: str) -> list[tuple[float, ...]]:
        """The numbers of every line so far that begins with a word."""
        lines = (line.split() for line in self._output.read_text().splitlines())
        return [tuple(map(float, rest)) for first, *rest in lines if first == word]


@contextmanager
def subject(display: str, kind: str) -> Iterator[Subject]:
    """A window of the battery, started but maybe not there yet."""
    command = COMMANDS.get(kind) or [sys.executable, "-m", "benchmarks.battery.window", kind]
    with _running(display, command) as program:
        yield program


@contextmanager
def target(display: str) -> Iterator[Subject]:
    """The window that the agent works on."""
    with _running(display, [sys.executable, "-m", "benchmarks.battery.target"]) as program:
        yield program


@contextmanager
def witness(display: str) -> Iterator[Subject]:
    """What knows when the screen really changed; it watches already."""
    with _running(display, [sys.executable, "-m", "benchmarks.battery.witness", display]) as program:
        while not program.said("ready"):
            program.program.check()
            time.sleep(0.01)
        yield program


@contextmanager
def _running(display: str, command: list[str]) -> Iterator[Subject]:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "said"
        with Program(command, output=output, env={**os.environ, "DISPLAY": display}) as program:
            yield Subject(program, output)
