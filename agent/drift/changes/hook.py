"""Desktop wrapper that applies a drift between the loop and the real desktop, unseen by the loop."""

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
    """One drift of one run, called before each look and each action."""

    @property
    def told(self) -> str | None:
        """The drift in words; None: nothing was changed (so far)."""
        ...

    @property
    def pressed(self) -> int:
        """Buttons and keys pressed in windows that the drift has opened."""
        ...

    def open(self) -> None:
        """Called once, before the first look at the started program."""
        ...

    def look(self, done: int, frame: Frame) -> bool:
        """Called with each frame; True: the screen was changed, and must be observed again.

        Args:
            done: number of actions performed so far.
            frame: the screen.
        """
        ...

    def act(self, done: int, frame: Frame) -> None:
        """Called before action `done` (from 0), which was decided on this frame."""
        ...


class NoDrift:
    """Hook that changes nothing: the drift is in the program or its environment, or there is none.

    Args:
        first: the first recorded frame; a first look that differs shows the drift.
        told: the drift in words; None or empty: there is none, or the program reports it.
        certain: whether the drift took effect however the program looks.
    """

    pressed = 0

    def __init__(self, first: Frame, told: str | None = None, *, certain: bool = False) -> None:
        self._first, self._told = first, told or None
        self.told = self._told if certain else None

    def open(self) -> None:
        """Nothing to do."""

    def look(self, done: int, frame: Frame) -> bool:
        """See whether the program shows the drift."""
        if not done and (frame.size != self._first.size or differences(self._first, frame)):
            self.told = self._told
        return False

    def act(self, done: int, frame: Frame) -> None:
        """Nothing to do."""


class HookedDesktop:
    """Desktop with a drift applied; keeps the actions that were performed on it."""

    def __init__(self, desktop: Desktop, hook: DriftHook, under: WindowUnder) -> None:
        """Wrap a desktop.

        Args:
            desktop: the program's.
            hook: the drift.
            under: which window lies under a point, and where in it the point is.
        """
        self._desktop, self._hook, self._under = desktop, hook, under
        self._opened = False
        self.performed: list[PerformedAction] = []

    def observe(self) -> Observation:
        """Look, with the drift in place."""
        if not self._opened:
            self._opened = True
            self._hook.open()
        seen = self._desktop.observe()
        return self._desktop.observe() if self._hook.look(len(self.performed), seen.frame) else seen

    def execute(self, action: Action, seen: Observation) -> None:
        """Act, and note it."""
        self._hook.act(len(self.performed), seen.frame)
        point = point_of(action)
        within = self._under(point)[1] if point is not None else None
        self._desktop.execute(action, seen)
        if action.kind != "wait":
            self.performed.append(PerformedAction(action, within))


class WindowUnder(Protocol):
    """`tools.x11.arrange.Arrangement.under`."""

    def __call__(self, point: Point) -> tuple[str, Point]:
        """The window's title, and the point within it."""
        ...
