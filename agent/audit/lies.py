"""Lies of a program: it says that all is done, and has done something else; which one, its environment says.

A program that can lie reads `DESKHAND_LIE`, and tells among its events that it did. One that says nothing of
it may have done all as it should, and then its run tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.runs.program_events import EVENTS, read_events
from agent.runs.setup import DesktopSetup

if TYPE_CHECKING:
    from pathlib import Path

    from agent.runs.report.result import Result

LIE = "DESKHAND_LIE"
"""Environment variable: the lie that a program is to tell."""


@dataclass(frozen=True, slots=True)
class Lie:
    """One lie of one run.

    Args:
        name: as the program knows it.
        events: the file for the program's events.
    """

    name: str
    events: Path

    @property
    def setup(self) -> DesktopSetup:
        """The run's set-up: the programs are told to lie."""
        return DesktopSetup(environ={LIE: self.name, EVENTS: str(self.events)})

    def judged(self, result: Result) -> Result:
        """The run's result; an environment error where no lie was told."""
        if result.verdict == "interrupted" or f"lie {self.name}" in (read_events(self.events) or ()):
            return result
        said = (
            f'no program told "lie {self.name}" among its events: none knows it, or had anything to lie about'
        )
        return result.model_copy(update={"verdict": "environment_error", "message": said})
