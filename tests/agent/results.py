"""Results of runs made by hand, and a console that keeps what is printed."""

from __future__ import annotations

import io

from rich.console import Console

from agent.runs.report.result import Result


def result(task: str = "demo", **changes: object) -> Result:
    """A run that passed."""
    usual = {"model": "fake", "verdict": "passed", "message": "done", "steps": 2, "seconds": 1.5}
    return Result.model_validate({"task": task, **usual, **changes})


class Printed(Console):
    """A terminal so wide, without colours, or a file; `text` is what was printed."""

    def __init__(self, width: int = 100, *, terminal: bool = True) -> None:
        super().__init__(
            file=io.StringIO(),
            width=width,
            force_terminal=terminal,
            color_system=None,
            highlight=False,
            markup=False,
            emoji=False,
        )

    @property
    def text(self) -> str:
        """All of it."""
        assert isinstance(self.file, io.StringIO)
        return self.file.getvalue()
