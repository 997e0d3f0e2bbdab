"""Listener: a person's gestures, each with the screen that it was decided on.

Nothing is written meanwhile. What was typed may turn out to be a secret only at its last letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.demonstrate.history import Packed, ScreenHistory
from tools.action import Key, point_of
from tools.errors import EnvironmentFault, Refused
from tools.guard import Guard
from tools.host.person.events import ButtonDown, KeyDown, Moved
from tools.host.person.gestures import Gestures

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.geometry import Point
    from tools.host.person.events import Event
    from tools.host.person.gestures import Gesture
    from tools.host.person.passive import PassiveDesktop
    from tools.observation import Frame

END_CHORD = frozenset({"ctrl", "alt", "end"})
"""Chord that ends the demonstration; it is not recorded."""
_JUST = 1.0
"""Seconds before a Ctrl-C in which the keys were pressed that made it."""


@dataclass(frozen=True, slots=True)
class HumanAction:
    """One action of a person, and what they saw."""

    gesture: Gesture
    before: Packed
    """The screen when it began."""
    unlit: Packed | None
    """The screen before the pointer arrived and lit up its target; None: nothing was lit up."""
    pointer: Point | None
    """Where the pointer was when it began."""


@dataclass(frozen=True, slots=True)
class _Beginning:
    before: Frame
    unlit: Frame | None
    pointer: Point | None


class DemoListener:
    """Listener of one demonstration.

    Args:
        desktop: the desktop.
        is_over: whether the programs have ended, and the demonstration with them.
    """

    def __init__(self, desktop: PassiveDesktop, is_over: Callable[[], bool]) -> None:
        self._desktop, self._is_over = desktop, is_over
        self._past, self._gestures = ScreenHistory(), Gestures()
        self._beginnings: dict[float, _Beginning] = {}
        self._acts: list[HumanAction] = []
        self._pointer: Point | None = None
        self._since = 0.0
        self._left: Point | None = None
        self._stopped: float | None = None
        self.refusal: str | None = None
        """The action that can't be recorded and ended the demonstration, in words."""
        self.fault: EnvironmentFault | None = None
        """The fault of the desktop that ended the demonstration."""

    def stop(self, now: float) -> None:
        """End the demonstration, as by Ctrl-C in the terminal; `now` in monotonic seconds."""
        self._stopped = now

    def acts(self) -> list[HumanAction]:
        """Follow the person to the end."""
        try:
            self._desktop.heard()  # what happened before is no part of it
            while not (self._turn() or self._stopped or self.refusal or self._is_over()):
                self._desktop.wait()
            self._turn()
        except Refused as refusal:
            self._finish(self._gestures.finish())
            self.refusal = self.refusal or str(refusal)
        except EnvironmentFault as fault:
            self.fault = fault
        self._finish(self._gestures.finish())
        return self._acts if self._stopped is None else _without_leaving(self._acts, self._stopped)

    def _turn(self) -> bool:
        """Look and listen once; whether the person says that it is over."""
        frame, taken = self._desktop.look()
        events = self._desktop.heard()
        for event in events:
            if isinstance(event, Moved) and event.at <= taken:
                self._pointer = event.point
        self._past.add(frame, taken, self._pointer)
        return any(self._ends(event) for event in events)

    def _ends(self, event: Event) -> bool:
        """Take an event, unless it is the chord that ends it all."""
        if isinstance(event, KeyDown) and {*event.held, event.name} == END_CHORD:
            return True
        if isinstance(event, Moved):
            self._pointer = event.point
        self._finish(self._gestures.feed(event))
        begins = self._gestures.begins
        self._beginnings = {at: one for at, one in self._beginnings.items() if at in begins}
        if event.at in begins and event.at not in self._beginnings:
            self._beginnings[event.at] = self._begin(event)
        return False

    def _begin(self, event: Event) -> _Beginning:
        unlit = None
        if isinstance(event, ButtonDown):
            unlit = self._past.unlit(event.at, event.point, self._since, self._left)
        return _Beginning(self._past.before(event.at), unlit, self._pointer)

    def _finish(self, gestures: list[Gesture]) -> None:
        for gesture in gestures:
            began = self._beginnings[gesture.began]
            self.refusal = self.refusal or _objection(gesture, began.before)
            if self.refusal:
                return
            unlit = None if began.unlit is None else Packed.of(began.unlit)
            self._acts.append(HumanAction(gesture, Packed.of(began.before), unlit, began.pointer))
            self._since = gesture.ended
            self._left = point_of(gesture.action) or self._left
            self._past.forget(gesture.ended)


def _objection(gesture: Gesture, seen: Frame) -> str | None:
    """Why no agent may do the same, if none may."""
    try:
        Guard().check(gesture.action, seen.size)
    except Refused as refusal:
        return str(refusal)
    return None


def _without_leaving(acts: list[HumanAction], stopped: float) -> list[HumanAction]:
    """Without the way to the terminal and the Ctrl-C in it, where that is a window of the same display."""
    if (
        not acts
        or acts[-1].gesture.action != Key(keys=("ctrl", "c"))
        or stopped - acts[-1].gesture.began > _JUST
    ):
        return acts
    terminal = acts[-1].gesture.window
    kept = list(acts)
    while kept and (
        kept[-1].gesture.window == terminal or kept[-1].gesture.action == Key(keys=("alt", "tab"))
    ):
        kept.pop()
    return kept
