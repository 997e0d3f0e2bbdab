"""`LiveDesktop`, the real desktop: screen, mouse and keyboard, guard and settling in one.

`observe` returns as soon as the frame is worth thinking about; `execute` makes sure of it before it acts: the
screen has been quiet for long enough, and where the action takes hold it is still as it was seen.
"""

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING, Self

from tools.action import Click, Scroll, Wait
from tools.host.acting import Acting
from tools.host.permission import Permission
from tools.host.redactions import Redactions
from tools.host.spacing import ClickSpacing
from tools.host.standing import Standing
from tools.host.watched import WatchedScreen
from tools.observation import Observation
from tools.settling.recheck import Grounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.action import Action
    from tools.geometry import Point
    from tools.guard import Guard
    from tools.host.redactions import Censor
    from tools.observation import Frame


class LiveDesktop:
    """Real desktop, reserved for one agent while the context is open."""

    def __init__(
        self,
        display: str | None,
        *,
        monitor: int | None = None,
        guard: Guard | None = None,
        forbidden: Sequence[str] = (),
        confined: str | None = None,
        tells_titles: bool = False,
        grounds: Callable[[], Grounds] = Grounds,
        reveal: Callable[[str], str] = str,
        known: Callable[[Frame], bool] | None = None,
        censor: Censor | None = None,
        patience: float = 10.0,
        until: Callable[[], float] = lambda: inf,
    ) -> None:
        """Name the desktop; entering the context opens it.

        Args:
            display: an X display such as ":7"; None is this machine's own screen on Windows and macOS.
            monitor: 1 is the first; None is all of them as one frame.
            guard: what must not be done; None is the default guard.
            forbidden: titles of windows that must not be acted on, as `Permission`.
            confined: a part of the title of the windows that alone are acted on, as `Permission`.
            tells_titles: whether `titles` is asked.
            grounds: what the last decision rests on besides its target's surroundings; asked before the act.
            reveal: fills secrets into a text at the moment it is typed.
            known: whether a frame shows a state in which the screen is known to rest (a live replay waits for
                the recorded one); then a moment's calm is enough. None: no state is known.
            censor: as `Redactions` takes it. None: only what changed while a secret was typed is hidden.
            patience: seconds for an X server to answer before it is taken for hung.
            until: gives the time, in monotonic seconds, from which no text is typed on, no key is pressed
                again, and nothing is waited for.
        """
        self._until = until
        self._display, self._index, self._reveal, self._patience = display, monitor, reveal, patience
        self._permission = Permission(display, guard, forbidden, confined, tells=tells_titles)
        self._grounds = grounds
        self._known, self._redactions = known, Redactions(censor)
        self._known_frame: Frame | None = None
        """The frame last seen, if it shows a known state: acting on it waits for no more quiet."""
        self._spacing = ClickSpacing()
        self.acted = 0.0
        """When the last action was begun, in monotonic seconds: benchmarks of settling count from here."""

    def __enter__(self) -> Self:
        """Open the desktop.

        Raises:
            EnvironmentFault: there is none, or another agent has it.
        """
        from tools.host.input import Input  # noqa: PLC0415  (heavy: loaded on use)

        self._screen = WatchedScreen(self._display, self._index, self._patience)
        self._settle = self._screen.settle
        self._input = self._screen.open(lambda: Input(self._display or "", self._reveal))
        self._screen.open(lambda: self._permission)
        self._acting = Acting(self._screen, self._input, self._permission, self._redactions, self._until)
        self._standing = Standing(
            self._screen, self._acting, self._permission, self._redactions, self._grounds
        )
        self._settle.begin(time.monotonic())
        return self

    def __exit__(self, *_: object) -> None:
        self._screen.close()

    def observe(self) -> Observation:
        """Look, once the screen has come to rest after the last action; see `tools.desktop`."""
        with self._screen.watchdog:
            rested, known = self._acting.await_rest(self._is_known if self._known else None)
            settled = self._settle.settled(time.monotonic(), known=known)
            self._settle.look()
            pointer = self._pointer()
        frame = self._redactions.hide(rested)
        self._known_frame = frame if known else None
        return Observation(frame, settled, pointer)

    def execute(self, action: Action, seen: Observation) -> None:
        """Act on what `seen` shows; see `tools.desktop`.

        A `Wait` is begun here and waited for by the next `observe`.
        """
        self._spacing.keep(action, seen)
        with self._screen.watchdog:
            self._acting.refuse_person()
            self._permission.check(action, seen)
            if isinstance(action, Wait):
                left = max(0.0, self._until() - time.monotonic())
                self._settle.wait(time.monotonic(), min(action.seconds, left))
            else:
                self._standing.confirm(action, seen, self._known_frame)
                if self._permission.knows_windows and isinstance(action, Click | Scroll) and action.point:
                    self._acting.hover(action.point)
                self._permission.check_windows(action, seen.pointer, self._screen.monitor)
                self._standing.confirm_titles(action, seen.pointer)
                self.acted = time.monotonic()
                self._acting.perform(action)
                self._spacing.note(action, seen)

    def titles(self, action: Action, pointer: Point | None) -> tuple[str, ...]:
        """What the windows are called that an action would go to now.

        Args:
            action: in frame pixels.
            pointer: where the mouse is, in frame pixels.

        Raises:
            DisplayLost: the display went away.
        """
        with self._screen.watchdog:
            return self._permission.titles(action, pointer, self._screen.monitor)

    def _is_known(self, frame: Frame) -> bool:
        return self._known is not None and self._known(self._redactions.apply(frame))

    def _pointer(self) -> Point | None:
        point = self._screen.monitor.to_frame(self._input.pointer())
        return point if self._screen.size.contains(point) else None
