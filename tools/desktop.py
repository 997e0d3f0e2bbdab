"""`Desktop` protocol, the seam between mind and body: everything above it can be recorded and replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tools.action import Action
    from tools.observation import Observation


class Desktop(Protocol):
    """Something that can be looked at and acted on."""

    def observe(self) -> Observation:
        """Look, once the screen has settled after the last action.

        Raises:
            EnvironmentFault: there is no screen any more.
            Interrupted: a person took over.
        """
        ...

    def execute(self, action: Action, seen: Observation) -> None:
        """Act on what `seen` shows: wholly, or not at all if it raised, `BrokenOff` aside.

        Raises:
            Refused: the guard says no.
            ScreenChanged: around the target the screen is no longer as `seen`.
            BrokenOff: another window took the keyboard while a text was typed, or the like; the rest was not
                (the message says how much was).
            EnvironmentFault, Interrupted: as `observe`.
        """
        ...
