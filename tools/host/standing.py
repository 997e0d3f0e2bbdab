"""Standing of a decision: whether the screen is quiet and still shows what an action was decided on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tools.errors import ScreenChanged
from tools.settling.recheck import Grounds, objection
from tools.settling.tiles import boxes

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.action import Action
    from tools.geometry import Point
    from tools.host.acting import Acting
    from tools.host.permission import Permission
    from tools.host.redactions import Redactions
    from tools.host.watched import WatchedScreen
    from tools.observation import Frame, Observation


class Standing:
    """Compares the screen with what was decided on.

    Args:
        screen: Is compared.
        acting: Waits until it rests, unless a person takes over.
        permission: Knows the titles of windows.
        redactions: Hide on both screens alike.
        grounds: As of `LiveDesktop`.
    """

    def __init__(
        self,
        screen: WatchedScreen,
        acting: Acting,
        permission: Permission,
        redactions: Redactions,
        grounds: Callable[[], Grounds],
    ) -> None:
        self._screen, self._settle, self._acting = screen, screen.settle, acting
        self._permission, self._redactions, self._grounds = permission, redactions, grounds

    def confirm(self, action: Action, seen: Observation, known: Frame | None) -> None:
        """Return when the screen is quiet and still shows what was decided on.

        Args:
            action: In frame pixels.
            seen: What was decided on.
            known: The frame last seen, if the screen is known to rest in it.

        Raises:
            ScreenChanged: it does not; the next `observe` waits for quiet.
        """
        self._settle.begin(time.monotonic())
        at_rest = (lambda _frame: True) if seen.frame is known else None
        while True:
            frame, _ = self._acting.await_rest(at_rest)
            self._compare(action, seen, frame)
            coming = self._screen.moved(newest=True)
            if not coming:
                return
            self._settle.feed(frame, time.monotonic(), coming)

    def confirm_titles(self, action: Action, pointer: Point | None) -> None:
        """Return when the action would go to windows of the titles that were decided on."""
        wanted = self._grounds().titles
        if wanted is not None and wanted != self._permission.titles(action, pointer, self._screen.monitor):
            raise self._changed("the window that it would go to is another one now")

    def _compare(self, action: Action, seen: Observation, frame: Frame) -> None:
        if frame.size != seen.frame.size:
            raise self._changed(f"the screen's size changed to {frame.size.width}x{frame.size.height}")
        shown = self._redactions.hide_alike(frame)
        found = self._settle.unexpected(seen.frame, shown)
        changes = boxes(seen.frame, shown, found)
        moved, grounds = self._settle.moved, self._grounds().boxes
        told = objection(action, seen.pointer, frame.size, changes, moved, grounds)
        if told:
            self._settle.drop(found)
            raise self._changed(told)

    def _changed(self, told: str) -> ScreenChanged:
        self._settle.begin(time.monotonic())
        return ScreenChanged(f"{told}; nothing was done; decide again on the new screenshot")
