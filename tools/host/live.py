"""`LiveDesktop`, the real desktop: screen, mouse and keyboard, guard and settling in one.

`observe` returns as soon as the frame is worth thinking about; `execute` makes sure of it before it acts: the
screen has been quiet for long enough, and where the action takes hold it is still as it was seen.
"""

from __future__ import annotations

import time
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Self

from tools.action import Click, Key, Move, Scroll, Type, Wait
from tools.errors import BrokenOff, Interrupted, Refused, ScreenChanged
from tools.host.permission import Permission
from tools.host.redactions import Redactions
from tools.host.secret_typing import holds_secret, type_secret
from tools.host.spacing import ClickSpacing
from tools.host.watched import WatchedScreen
from tools.observation import Observation
from tools.settling.recheck import Grounds, objection
from tools.settling.tiles import boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.action import Action
    from tools.geometry import Point
    from tools.guard import Guard
    from tools.host.redactions import Censor
    from tools.observation import Frame

_ECHO_SECONDS = 1.5
"""That a program may take to show a secret that was typed, before it is taken to show nothing."""
_REPEAT_SECONDS, _REPEAT_PATIENCE = 0.1, 1.0
"""From one press of a repeated key to the next: where it shows nothing, and where the screen never rests."""


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
        self._settle.begin(time.monotonic())
        return self

    def __exit__(self, *_: object) -> None:
        self._screen.close()

    def observe(self) -> Observation:
        """Look, once the screen has come to rest after the last action; see `tools.desktop`."""
        with self._screen.watchdog:
            rested, known = self._await_rest(self._is_known if self._known else None)
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
        self._spacing.keep(action, seen.pointer)
        with self._screen.watchdog:
            self._refuse_person()
            self._permission.check(action, seen)
            if isinstance(action, Wait):
                left = max(0.0, self._until() - time.monotonic())
                self._settle.wait(time.monotonic(), min(action.seconds, left))
            else:
                self._confirm(action, seen)
                if self._permission.knows_windows and isinstance(action, Click | Scroll) and action.point:
                    self._hover(action.point)
                self._permission.check_windows(action, seen.pointer, self._screen.monitor)
                self._confirm_titles(action, seen.pointer)
                self._perform(action)
                self._spacing.note(action, seen.pointer)

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

    def _confirm_titles(self, action: Action, pointer: Point | None) -> None:
        """Return when the action would go to windows of the titles that were decided on."""
        wanted = self._grounds().titles
        if wanted is not None and wanted != self._permission.titles(action, pointer, self._screen.monitor):
            raise self._changed("the window that it would go to is another one now")

    def _perform(self, action: Action) -> None:
        self.acted = time.monotonic()
        if isinstance(action, Key):
            action = self._press_again_and_again(action)
        try:
            perform = partial(self._input.perform, action, self._screen.monitor)
            if isinstance(action, Type) and holds_secret(action.text):
                type_secret(action.text, perform, self._go_on, self._hide_echo)
            else:
                perform(self._go_on)
        finally:
            self._settle.begin(time.monotonic(), first=self._settle.pace.first, provisional=True)

    def _press_again_and_again(self, key: Key) -> Key:
        """Press it all times but the last, which is left to be done; each time the program may show it."""
        once = key.model_copy(update={"times": 1})
        for pressed in range(1, key.times):
            self._input.perform(once, self._screen.monitor)
            self._await_echo()
            self._go_on(pressed, key.times, "presses, and the rest was not done")
        return once

    def _hover(self, point: Point) -> None:
        """Move there first: what comes up under the pointer may be a forbidden window."""
        self._input.perform(Move(point=point), self._screen.monitor)
        self._await_echo()

    def _await_echo(self) -> None:
        """Give the program a moment to show something, and time to end it."""
        now = time.monotonic()
        self._settle.begin(now, first=_REPEAT_SECONDS, provisional=True, patience=_REPEAT_PATIENCE)
        self._await_rest()

    def _hide_echo(self) -> None:
        """Hide what shows the secret that was typed just now."""
        self._settle.begin(time.monotonic(), first=_ECHO_SECONDS)
        self._await_rest()
        self._redactions.add(self._settle.touched)

    def _await_rest(self, known: Callable[[Frame], bool] | None = None) -> tuple[Frame, bool]:
        """As the screen's own, unless a person takes over meanwhile."""
        return self._screen.await_rest(known, self._refuse_person)

    def _is_known(self, frame: Frame) -> bool:
        return self._known is not None and self._known(self._redactions.apply(frame))

    def _confirm(self, action: Action, seen: Observation) -> None:
        """Return when the screen is quiet and still shows what was decided on.

        Raises:
            ScreenChanged: it does not; the next `observe` waits for quiet.
        """
        self._settle.begin(time.monotonic())
        at_rest = (lambda _frame: True) if seen.frame is self._known_frame else None
        while True:
            frame, _ = self._await_rest(at_rest)
            self._compare(action, seen, frame)
            coming = self._screen.moved(newest=True)
            if not coming:
                return
            self._settle.feed(frame, time.monotonic(), coming)

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

    def _refuse_person(self) -> None:
        if self._input.taken_over():
            raise Interrupted("the mouse was moved by someone else; nothing more is done")

    def _go_on(self, done: int, of: int, which: str = "characters, and the rest was not typed") -> None:
        """Asked before each key of a text, and before each repetition of one."""
        rest = f"after {done} of {of} {which}"
        if self._input.taken_over():
            raise Interrupted(f"the mouse was moved by someone else {rest}")
        if time.monotonic() >= self._until():
            raise BrokenOff(f"the time of the run was over {rest}")
        try:
            self._permission.check_keys(self._screen.monitor)
        except Refused as refusal:
            raise BrokenOff(f"{refusal} ({rest})") from refusal

    def _pointer(self) -> Point | None:
        point = self._screen.monitor.to_frame(self._input.pointer())
        return point if self._screen.size.contains(point) else None
