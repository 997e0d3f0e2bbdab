"""Java: the Swing program compiled and started, spoken to line by line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from training.screens.outline import Plan

_HERE = Path(__file__).parent


def compiled(folder: Path) -> Path:
    """The folder with the program's classes; compiled into it where they are older than their sources."""
    sources, made = sorted(_HERE.glob("*.java")), folder / "Program.class"
    if not made.exists() or made.stat().st_mtime < max(source.stat().st_mtime for source in sources):
        subprocess.run(["javac", "-d", str(folder), *map(str, sources)], check=True, stdout=sys.stderr)
    return folder


class Java:
    """The running program; it ends with its input."""

    def __init__(self, classes: Path) -> None:
        command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", str(classes), "Program"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def show(self, plan: Plan, mark: str) -> dict[str, Any]:
        """Draw a plan; what the program tells of it, perhaps before the screen shows it."""
        return self._ask(json.dumps({"plan": plan, "mark": mark}))

    def tell(self) -> dict[str, Any]:
        """What stands there now."""
        return self._ask("tell")

    def hide(self) -> None:
        """Close the window."""
        self._ask("null")

    def wait(self) -> None:
        """Wait until it ends."""
        self._process.wait()

    def _ask(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the Java program has ended")
        told: dict[str, Any] = json.loads(answer)
        return told
