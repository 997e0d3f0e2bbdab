"""Results of runs made by hand, and a console that keeps what is printed."""

from __future__ import annotations

import io

from rich.console import Console

from agent.runs.result import Result


def result(task: str = "demo", **changes: object) -> Result:
    """A run that passed."""
    usual = {"model": "fake", "verdict": "passed", "message": "done", "steps": 2, "seconds": 1.5}
    return Result.model_validate({"task": task, **usual, **changes})


class Printed(Console):
    """A console so wide, without colours; `text` is what was printed."""

    def __init__(self, width: int = 100) -> None:
        super().__init__(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)

    @property
    def text(self) -> str:
        """All of it."""
        assert isinstance(self.file, io.StringIO)
        return self.file.getvalue()
