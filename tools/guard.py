"""Guard: refuses actions that must never be done. Pure; knows no screen, only the frame's size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.action import Drag, Key, Move, Scroll, Wait, point_of
from tools.errors import Refused
from tools.geometry import Point
from tools.keys import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.action import Action
    from tools.geometry import Box, Size

SESSION_CHORDS: frozenset[frozenset[str]] = frozenset(
    frozenset({"ctrl", "alt", key}) for key in ("backspace", "delete", *(f"f{n}" for n in range(1, 13)))
)
"""Chords that end or leave the session: the X server's zap, the console's reboot, virtual terminals."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What an agent may do to a desktop."""

    forbidden: tuple[Box, ...] = ()
    """Regions that must not be touched, in frame pixels."""
    within: Box | None = None
    """The region that alone is clicked, scrolled and dragged in, in frame pixels; None: anywhere."""
    chords: frozenset[frozenset[str]] = SESSION_CHORDS
    """Key chords that must not be pressed; pressing more keys at the same time doesn't evade them."""
    longest_wait: float = 60.0
    """Seconds."""

    def check(self, action: Action, size: Size, pointer: Point | None = None) -> None:
        """Let an action pass, or refuse it.

        Args:
            action: in pixels of a frame.
            size: that frame's extent.
            pointer: where the mouse is, in that frame's pixels; None: unknown.

        Raises:
            Refused: with a sentence for the model.
        """
        self._check_point(action, size)
        for place in places(action, pointer):
            self._check_region(place)
            if self.within is not None and not isinstance(action, Move):  # which does nothing by itself
                self._check_within(place, self.within)
        if isinstance(action, Drag) and pointer is not None:
            self._check_way(pointer, action.point)
        if isinstance(action, Key):
            self._check_chord(action.keys)
        if isinstance(action, Wait) and action.seconds > self.longest_wait:
            raise Refused(f"a wait of {action.seconds:g} s is too long; wait {self.longest_wait:g} s at most")

    def _check_point(self, action: Action, size: Size) -> None:
        point = point_of(action)
        if point is None:
            return
        if not size.contains(point):
            raise Refused(
                f"({point.x}, {point.y}) is off the screen, which is {size.width}x{size.height}; "
                "choose a point that the screenshot shows"
            )

    def _check_region(self, point: Point) -> None:
        for box in self.forbidden:
            if box.contains(point):
                raise Refused(
                    f"({point.x}, {point.y}) lies in a forbidden region, ({box.left}, {box.top}) to "
                    f"({box.right}, {box.bottom}); reach the aim without touching it"
                )

    def _check_within(self, point: Point, region: Box) -> None:
        if not region.contains(point):
            raise Refused(
                f"({point.x}, {point.y}) lies outside the region that this run is confined to, "
                f"({region.left}, {region.top}) to ({region.right}, {region.bottom}); stay in it"
            )

    def _check_way(self, begin: Point, end: Point) -> None:
        """The pressed mouse goes straight on; programs see it pass."""
        for box in self.forbidden:
            if any(map(box.contains, way(begin, end))):
                raise Refused(
                    f"the way from ({begin.x}, {begin.y}) to ({end.x}, {end.y}) leads through a forbidden "
                    f"region, ({box.left}, {box.top}) to ({box.right}, {box.bottom}); drag around it"
                )

    def _check_chord(self, keys: tuple[str, ...]) -> None:
        try:
            pressed = {canonical(key) for key in keys}
        except ValueError as error:
            raise Refused(str(error)) from error
        if "altgr" in pressed:  # on most layouts the same modifier
            pressed.add("alt")
        if any(chord <= pressed for chord in self.chords):
            raise Refused(f"{'+'.join(keys)} is a forbidden chord; reach the aim without it")


def way(begin: Point, end: Point) -> Iterator[Point]:
    """The pixels from one point straight to another."""
    across, down = end.x - begin.x, end.y - begin.y
    steps = max(abs(across), abs(down), 1)
    for step in range(steps + 1):
        yield Point(begin.x + round(across * step / steps), begin.y + round(down * step / steps))


def places(action: Action, pointer: Point | None) -> tuple[Point, ...]:
    """Where an action takes hold: its point, and where the pointer is if it begins or happens there."""
    point = point_of(action)
    begins = pointer if isinstance(action, Drag) or (isinstance(action, Scroll) and point is None) else None
    return tuple(place for place in (begins, point) if place is not None)
