"""Program of a toolkit: a process that shows one plan after the other and tells where its elements are."""

from __future__ import annotations

import json
import os
import select
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.screens.outline import Plan, Truth

ROOT = Path(__file__).parents[2]
_SECONDS = 240.0
"""That a window may take to come up: what takes longer hangs."""


class Broken(Exception):
    """The program has ended, hangs, or tells what is no truth."""


class Program:
    """A running program of a toolkit; it ends when its input does."""

    def __init__(self, command: Sequence[str], display: str, more: Mapping[str, str]) -> None:
        """Start it.

        Args:
            command: its words; it runs in the root of the tree.
            display: the X display it draws on.
            more: of its environment.
        """
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115  (closed by `close`)
        environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT), **more}
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, encoding="utf-8", bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def show(self, plan: Plan | None) -> Truth:
        """Show a plan, or nothing; what the program tells of it once it is drawn.

        Raises:
            Broken: it does not.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(plan) + "\n")
        except OSError as error:
            raise Broken(self._said()) from error
        ready = select.select([self._process.stdout], [], [], _SECONDS)[0]
        line = self._process.stdout.readline() if ready else ""
        try:
            return cast("Truth", json.loads(line))
        except ValueError as error:
            raise Broken(line or self._said()) from error

    def close(self) -> None:
        """Let it end; kill it where it does not."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._errors.close()

    def _said(self) -> str:
        self._errors.seek(0)
        return self._errors.read()[-2000:] or "it said nothing"
