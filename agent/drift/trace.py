"""What a run did to its program, and whether a drifted run did anything else.

Three things are looked at: the actions that were carried out, where in its window each took hold, and, of a
program that tells, the events that reached it (the environment variable `DESKHAND_EVENTS` names the file that
it appends them to, one line each).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from tools.action import Drag, Move, Type, Wait
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tools.action import Action

DRIFTED = "drift "
"""How a line of the events file begins that says of the program's own drift that it has come about."""
EXACT = Box(-1, -1, 3, 3)
"""Pixels by which a place may be missed: calls keep their pixel; finding a target again may round by one."""
_SHOWN = 60
"""Characters of an event that are told."""


@dataclass(frozen=True, slots=True)
class PerformedAction:
    """An action that was carried out."""

    action: Action
    within: Point | None
    """Where in the window under it, in pixels; None of an action without a place."""
    room: Box = EXACT
    """How far from there it would do the same."""

    @property
    def what(self) -> dict[str, object]:
        """All of it but its place."""
        return self.action.model_dump(exclude={"point"})


@dataclass(frozen=True, slots=True)
class Trace:
    """All that one run did."""

    deeds: tuple[PerformedAction, ...] = ()
    events: tuple[str, ...] | None = None
    """What the program says that reached it, its own drift included; None: it does not tell."""
    pressed: int = 0
    """Buttons and keys that went into windows which the drift had put up."""

    def in_folder(self, workdir: str) -> Trace:
        """The same with `${workdir}` in texts that name the run's folder, another one each time."""
        return replace(self, deeds=tuple(_in_folder(deed, workdir) for deed in self.deeds))

    @property
    def heard(self) -> tuple[str, ...] | None:
        """The events without the program's own drift."""
        if self.events is None:
            return None
        return tuple(event for event in self.events if not event.startswith(DRIFTED))


def _in_folder(deed: PerformedAction, workdir: str) -> PerformedAction:
    if not isinstance(deed.action, Type):
        return deed
    text = deed.action.text.replace(workdir, "${workdir}")
    return replace(deed, action=deed.action.model_copy(update={"text": text}))


def strayed(now: Trace, then: Trace, *, in_place: bool) -> str | None:
    """What a run did that an undrifted one does not, in words; None: nothing.

    Args:
        now: the drifted run's.
        then: an undrifted run's.
        in_place: whether everything is where it was within its window.
    """
    if now.pressed:
        return f"{now.pressed} presses went to what the drift had put up"
    return _other_deed(now.deeds, then.deeds, in_place=in_place) or _other_event(now.heard, then.heard)


def read_events(file: Path) -> tuple[str, ...] | None:
    """The lines that a program wrote; None when it wrote none."""
    return tuple(file.read_text(errors="replace").splitlines()) if file.exists() else None


def _other_deed(
    now: Sequence[PerformedAction], then: Sequence[PerformedAction], *, in_place: bool
) -> str | None:
    now, then = _that_count(now), _that_count(then)
    for number, deed in enumerate(now):
        if number >= len(then):
            return f"one action too many: {deed.what}"
        if deed.what != then[number].what:
            return f"action {number + 1} was {deed.what}, and is {then[number].what} without the drift"
        if in_place and not _is_there(deed.within, then[number]):
            return (
                f"action {number + 1} took hold at {deed.within} of its window, and does at "
                f"{then[number].within} without the drift"
            )
    return None


def _that_count(deeds: Sequence[PerformedAction]) -> list[PerformedAction]:
    """Without waits, and without moves that no drag begins at: where the pointer rests does nothing."""
    acts = [deed for deed in deeds if not isinstance(deed.action, Wait)]
    following = [deed.action for deed in acts[1:]]
    return [
        deed
        for deed, after in zip_longest(acts, following)
        if not isinstance(deed.action, Move) or isinstance(after, Drag)
    ]


def _is_there(within: Point | None, then: PerformedAction) -> bool:
    if within is None or then.within is None:
        return within is then.within
    off = Point(within.x - then.within.x, within.y - then.within.y)
    return EXACT.contains(off) or then.room.contains(off)


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
