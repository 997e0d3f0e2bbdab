"""Where a drift comes about: between the loop and the desktop. Nothing above it can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agent.drift.trace import PerformedAction
from agent.replay.live.compare.frame_diff import differences
from tools.action import point_of

if TYPE_CHECKING:
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.geometry import Point
    from tools.observation import Frame, Observation


class DriftHook(Protocol):
    """One drift of one run."""

    @property
    def told(self) -> str | None:
        """What was changed, in words; None: nothing (so far)."""
        ...

    @property
    def pressed(self) -> int:
        """Buttons and keys that went into what the drift has put up."""
        ...

    def open(self) -> None:
        """The program has started; it will be looked at for the first time."""
        ...

    def look(self, done: int, frame: Frame) -> bool:
        """So many actions were done, and this is seen; whether it was changed, and is to be seen anew."""
        ...

    def act(self, done: int, frame: Frame) -> None:
        """So many actions were done, and the next one was decided on this frame."""
        ...


class NoDrift:
    """Nothing is changed here: the drift is in the program or around it, or there is none.

    Args:
        first: the first recorded frame; the drift has come about when the first look differs.
        told: the drift in words; None when there is none, or it is not told here.
        certain: whether it has come about however the program looks.
    """

    pressed = 0

    def __init__(self, first: Frame, told: str | None = None, *, certain: bool = False) -> None:
        self._first, self._told = first, told
        self.told = told if certain else None

    def open(self) -> None:
        """Nothing to do."""

    def look(self, done: int, frame: Frame) -> bool:
        """See whether the program heeds the drift."""
        if not done and (frame.size != self._first.size or differences(self._first, frame)):
            self.told = self._told
        return False

    def act(self, done: int, frame: Frame) -> None:
        """Nothing to do."""


class HookedDesktop:
    """A desktop on which a drift comes about; keeps account of what is done on it."""

    def __init__(self, desktop: Desktop, stage: DriftHook, under: WindowUnder) -> None:
        """Put the stage between.

        Args:
            desktop: the program's.
            stage: the drift.
            under: which window lies under a point, and where in it the point is.
        """
        self._desktop, self._stage, self._under = desktop, stage, under
        self._opened = False
        self.deeds: list[PerformedAction] = []

    def observe(self) -> Observation:
        """Look, with the drift in place."""
        if not self._opened:
            self._opened = True
            self._stage.open()
        seen = self._desktop.observe()
        return self._desktop.observe() if self._stage.look(len(self.deeds), seen.frame) else seen

    def execute(self, action: Action, seen: Observation) -> None:
        """Act, and note it."""
        self._stage.act(len(self.deeds), seen.frame)
        point = point_of(action)
        within = self._under(point)[1] if point is not None else None
        self._desktop.execute(action, seen)
        if action.kind != "wait":
            self.deeds.append(PerformedAction(action, within))


class WindowUnder(Protocol):
    """`tools.x11.arrange.Arrangement.under`."""

    def __call__(self, point: Point) -> tuple[str, Point]:
        """The window's title, and the point within it."""
        ...
