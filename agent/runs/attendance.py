"""Attendance: a person who is at a run: they may hold it, and decide instead of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.episode import Watcher

if TYPE_CHECKING:
    from agent.loop import Ask
    from tools.desktop import Desktop


class Attendant(Watcher):
    """A person at a run, whom it tells what happens. This one only looks on."""

    @property
    def waited(self) -> float:
        """Seconds that runs have waited for the person: they count against no limit."""
        return 0.0

    def until(self, until: float) -> float:
        """When what is under way is to be broken off, in monotonic seconds, if the run's time ends then."""
        return until

    @property
    def acts(self) -> int:
        """So many steps of this run were the person's."""
        return 0

    def desktop(self, desktop: Desktop, display: str | None, *, has_secrets: bool) -> Desktop:
        """The desktop of a run, which is looked at when the person lets it go on."""
        del display, has_secrets
        return desktop

    def ask(self, ask: Ask, model: str) -> Ask:
        """The way in which the model of that name is asked, or else the person."""
        del model
        return ask
