"""Trace of a run: what it did to its program, compared with the trace of an undrifted run.

Three things are compared: the actions that were carried out, where in its window each took hold, and the
events that reached the program, if it reports them: the environment variable `DESKHAND_EVENTS` names the file
that it appends them to, one line each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from tools.action import Drag, Move, Type, Wait
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.action import Action

DRIFTED = "drift "
"""Beginning of the line in the events file with which a program reports its own drift."""
EXACT = Box(-1, -1, 3, 3)
"""Pixels by which a point may differ: calls keep their pixel; finding a target again may round by one."""
_SHOWN = 60
"""Characters of an event in a message."""


@dataclass(frozen=True, slots=True)
class PerformedAction:
    """An action that was carried out."""

    action: Action
    within: Point | None
    """Its point within the window under it, in pixels; None for an action without a point."""
    tolerance: Box = EXACT
    """Offsets from there at which it would do the same."""

    @property
    def what(self) -> dict[str, object]:
        """The action without its point."""
        return self.action.model_dump(exclude={"point"})


@dataclass(frozen=True, slots=True)
class Trace:
    """All that one run did to its program."""

    actions: tuple[PerformedAction, ...] = ()
    events: tuple[str, ...] | None = None
    """Events that the program reports, its own drift included; None: it reports none."""
    pressed: int = 0
    """Buttons and keys pressed in windows that the drift had opened."""

    def in_folder(self, workdir: str) -> Trace:
        """The same with `${workdir}` for the run's folder in texts; each run has another one."""
        return replace(self, actions=tuple(_in_folder(performed, workdir) for performed in self.actions))

    @property
    def program_events(self) -> tuple[str, ...] | None:
        """The events without the program's own drift."""
        if self.events is None:
            return None
        return tuple(event for event in self.events if not event.startswith(DRIFTED))


def _in_folder(performed: PerformedAction, workdir: str) -> PerformedAction:
    if not isinstance(performed.action, Type):
        return performed
    text = performed.action.text.replace(workdir, "${workdir}")
    return replace(performed, action=performed.action.model_copy(update={"text": text}))


def deviation(now: Trace, then: Trace, *, in_place: bool) -> str | None:
    """First deviation of a run from an undrifted one, in words; None: there is none.

    Args:
        now: trace of the drifted run.
        then: trace of an undrifted run.
        in_place: whether everything is where it was within its window.
    """
    if now.pressed:
        return f"{now.pressed} presses went to what the drift had put up"
    other = _other_action(now.actions, then.actions, in_place=in_place)
    return other or _other_event(now.program_events, then.program_events)


def _other_action(
    now: Sequence[PerformedAction], then: Sequence[PerformedAction], *, in_place: bool
) -> str | None:
    now, then = _relevant(now), _relevant(then)
    for number, performed in enumerate(now):
        if number >= len(then):
            return f"one action too many: {performed.what}"
        if performed.what != then[number].what:
            return f"action {number + 1} was {performed.what}, and is {then[number].what} without the drift"
        if in_place and not _is_there(performed.within, then[number]):
            return (
                f"action {number + 1} took hold at {performed.within} of its window, and does at "
                f"{then[number].within} without the drift"
            )
    return None


def _relevant(actions: Sequence[PerformedAction]) -> list[PerformedAction]:
    """Without waits, and without moves that no drag begins at: where the pointer rests does nothing."""
    acts = [performed for performed in actions if not isinstance(performed.action, Wait)]
    following = [performed.action for performed in acts[1:]]
    return [
        performed
        for performed, after in zip_longest(acts, following)
        if not isinstance(performed.action, Move) or isinstance(after, Drag)
    ]


def _is_there(within: Point | None, then: PerformedAction) -> bool:
    if within is None or then.within is None:
        return within is then.within
    off = Point(within.x - then.within.x, within.y - then.within.y)
    return EXACT.contains(off) or then.tolerance.contains(off)


def _other_event(now: Sequence[str] | None, then: Sequence[str] | None) -> str | None:
    if now is None or then is None:
        return None
    for number, event in enumerate(now):
        if number >= len(then):
            return f'one event too many reached the program: "{event[:_SHOWN]}"'
        if event != then[number]:
            return (
                f'event {number + 1} of the program was "{event[:_SHOWN]}", and is "{then[number][:_SHOWN]}" '
                "without the drift"
            )
    return None
