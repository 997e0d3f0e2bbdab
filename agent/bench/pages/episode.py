"""`PageEpisode`: what a set tells of an episode on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from agent.checks import CheckResult


class PageEpisode(Protocol):
    """An episode that has begun."""

    @property
    def instruction(self) -> str:
        """What is asked for: all that a player is told."""
        ...

    def is_over(self) -> bool:
        """Whether the page has ended it. Raises EnvironmentFault, as `check`."""
        ...

    def check(self) -> None:
        """Do nothing while the browser runs.

        Raises:
            EnvironmentFault: it has ended.
        """
        ...

    def judged(self, patience: float) -> CheckResult:
        """What has become of it, once it is over.

        Args:
            patience: seconds after which it is judged though it is not.

        Raises:
            EnvironmentFault: the browser has ended, or the page is hung.
        """
        ...
