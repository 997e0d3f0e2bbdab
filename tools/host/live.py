"""The desktop that is really there: screen, mouse and keyboard, guard and settling in one.

`observe` returns as soon as the frame is worth thinking about; `execute` makes sure of it before it acts: the
screen has been quiet for long enough, and where the action takes hold it is still as it was seen.
"""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Self

from tools.action import Type, Wait
from tools.errors import DisplayLost, Interrupted, ScreenChanged
from tools.guard import Guard
from tools.host.redactions import Redactions
from tools.observation import Observation
from tools.settling.recheck import objection
from tools.settling.settle import Rest, Settle
from tools.settling.tiles import boxes
from tools.x11.watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.host.input import Input
    from tools.host.screen import Screen
    from tools.observation import Frame
    from tools.x11.root import Root

_POLL = 0.003
"""Seconds between two looks at a screen that does not say when it changes."""
_LONGEST = 0.03
"""Seconds between two looks at a screen that says of itself when it changes: the mouse is watched as well."""
_ECHO = 1.5
"""Seconds that a program may take to show a secret that was typed, before it is taken to show nothing."""
_SECRET = "${secret."  # noqa: S105  (the form of a reference, not a secret)


class LiveDesktop:
    """A `tools.desktop.Desktop`; a context manager, and nobody else's while it is open."""

    def __init__(
        self,
        display: str | None,
        *,
        monitor: int | None = None,
        guard: Guard | None = None,
        reveal: Callable[[str], str] = str,
        known: Callable[[Frame], bool] | None = None,
        censor: Callable[[Frame], Sequence[Box]] | None = None,
        patience: float = 10.0,
    ) -> None:
        """Name the desktop; entering the context opens it.

        Args:
            display: an X display such as ":7"; None is this machine's own screen on Windows and macOS.
            monitor: 1 is the first; None is all of them as one frame.
            guard: what must not be done; None is the default guard.
            reveal: fills secrets into a text at the moment it is typed.
            known: whether a frame shows a state in which the screen is known to rest (a live replay waits for
                the recorded one); then a moment's calm is enough. None: no state is known.
            censor: where on a frame a secret can be read, wherever it was typed: hidden in that frame. None:
                only what changed while one was typed is hidden.
            patience: seconds for an X server to answer before it is taken for hung.
        """
        self._display, self._index, self._reveal, self._patience = display, monitor, reveal, patience
        self._guard, self._known = guard or Guard(), known
        self._settle, self._redactions = Settle(), Redactions()
        self._censor = censor or (lambda _frame: ())
        self._censored: Sequence[Box] = ()
        """What is hidden in the frame last seen besides the masks."""
        self._known_frame: Frame | None = None
        """The frame last seen, if it shows a known state: acting on it waits for no more quiet."""
        self.timing: dict[str, float] = {}
        """Seconds of the last step by part: `settling`, `capture` (part of it), `checking`, `acting`."""

    def __enter__(self) -> Self:
        """Open the desktop.

        Raises:
            EnvironmentFault: there is none, or another agent has it.
        """
        from tools.host.input import Input  # noqa: PLC0415  (heavy: loaded on use)
        from tools.host.screen import Screen  # noqa: PLC0415

        with ExitStack() as opened:
            self._watchdog = Watchdog(self._display, self._patience)
            opened.callback(self._watchdog.close)
            with self._watchdog:
                opened.enter_context(self._own())
                self._root = self._open_root(opened)
                self._screen: Screen = opened.enter_context(Screen(self._display, self._index))
                self._input: Input = opened.enter_context(Input(self._display or "", self._reveal))
            self._settle.begin(time.monotonic())
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(DisplayLost), self._watchdog:  # of a display that is gone nothing is left to let go of
            self._opened.close()

    def observe(self) -> Observation:
        """Look, once the screen has come to rest after the last action; see `tools.desktop`."""
        self.timing = {"capture": 0.0}
        with self._watchdog, self._timed("settling"):
            rested = self._await_rest(self._known)
            settled = self._settle.settled(time.monotonic(), known=self._arrived)
            self._settle.look()
            pointer = self._pointer()
        frame = self._hide(rested)
        self._known_frame = frame if self._arrived else None
        return Observation(frame, settled, pointer)

    def execute(self, action: Action, seen: Observation) -> None:
        """Act on what `seen` shows; see `tools.desktop`.

        A `Wait` is begun here and waited for by the next `observe`.
        """
        with self._watchdog:
            self._refuse_person()
            self._guard.check(action, seen.frame.size)
            if isinstance(action, Wait):
                self._settle.begin(time.monotonic(), first=action.seconds, patience=action.seconds)
                return
            with self._timed("checking"):
                self._confirm(action, seen)
            with self._timed("acting"):
                self._perform(action)

    def _perform(self, action: Action) -> None:
        if isinstance(action, Type) and _SECRET in action.text:
            action = self._type_secret(action.text)
        try:
            self._input.perform(action, self._screen.monitor)
        finally:
            self._settle.begin(time.monotonic(), first=self._settle.pace.first, provisional=True)

    def _type_secret(self, text: str) -> Type:
        """Type all but the Enter or Tab at the end, and hide what shows it. The end is left to be typed.

        That end may bring a new page, which is not to be hidden.
        """
        secret = text.rstrip("\n\t")
        try:
            self._input.perform(Type(text=secret), self._screen.monitor)
        finally:
            self._settle.begin(time.monotonic(), first=_ECHO)
            self._await_rest()
            self._redactions.add(self._settle.touched)
        return Type(text=text[len(secret) :])

    def _hide(self, frame: Frame) -> Frame:
        """The frame as it may leave the desktop."""
        masked = self._redactions.apply(frame)
        self._censored = self._censor(masked)
        return self._redactions.apply(frame, self._censored)

    def _await_rest(self, known: Callable[[Frame], bool] | None = None) -> Frame:
        """Poll until the watch is over, or the screen shows a known state; the last frame."""
        while True:
            frame = self._look()
            self._arrived = (
                known is not None and self._settle.calm(self._taken) and known(self._redactions.apply(frame))
            )
            if self._arrived or self._settle.rest(self._taken) is not Rest.MOVING:
                return frame
            self._refuse_person()
            self._wait(self._settle.due(time.monotonic()))

    def _look(self) -> Frame:
        """Capture, and feed the watch."""
        began = time.monotonic()
        frame = self._screen.grab()
        self._taken = time.monotonic()
        self.timing["capture"] = self.timing.get("capture", 0.0) + self._taken - began
        return self._settle.feed(frame, self._taken, self._windows())

    def _confirm(self, action: Action, seen: Observation) -> None:
        """Return when the screen is quiet and still shows what was decided on.

        Raises:
            ScreenChanged: it does not; the next `observe` waits for quiet.
        """
        self._settle.begin(time.monotonic())
        at_rest = (lambda _frame: True) if seen.frame is self._known_frame else None
        while True:
            frame = self._await_rest(at_rest)
            self._compare(action, seen, frame)
            coming = self._windows(newest=True)
            if not coming:
                return
            self._settle.feed(frame, time.monotonic(), coming)

    def _compare(self, action: Action, seen: Observation, frame: Frame) -> None:
        if frame.size != seen.frame.size:
            raise self._changed(f"the screen's size changed to {frame.size.width}x{frame.size.height}")
        shown = self._redactions.apply(frame, self._censored)
        found = self._settle.unexpected(seen.frame, shown)
        changes = boxes(seen.frame, shown, found)
        told = objection(action, seen.pointer, frame.size, changes, self._settle.moved)
        if told:
            self._settle.drop(found)
            raise self._changed(told)

    def _changed(self, told: str) -> ScreenChanged:
        self._settle.begin(time.monotonic())
        return ScreenChanged(f"{told}; nothing was done; decide again on the new screenshot")

    def _refuse_person(self) -> None:
        if self._input.taken_over():
            raise Interrupted("the mouse was moved by someone else; nothing more is done")

    def _pointer(self) -> Point | None:
        point = self._screen.monitor.to_frame(self._input.pointer())
        return point if self._screen.size.contains(point) else None

    def _own(self) -> AbstractContextManager[object]:
        """The lock that keeps other agents off an X display."""
        if self._display is None:
            return nullcontext()
        from tools.x11.ownership import Ownership  # noqa: PLC0415  (X11 only)

        return Ownership(self._display)

    def _open_root(self, opened: ExitStack) -> Root | None:
        """What tells where windows come and go; only X11 tells."""
        if self._display is None:
            return None
        from tools.x11.root import Root  # noqa: PLC0415  (X11 only)

        return opened.enter_context(Root(self._display))

    def _windows(self, *, newest: bool = False) -> list[Box]:
        """Where windows came, went or moved, in frame pixels; the newest take a round trip."""
        if self._root is None:
            return []
        if newest:
            self._root.sync()
        before, moved = self._root.area, self._root.moved()
        if self._root.area != before:
            self._screen.reopen()
        return [self._screen.monitor.to_frame(box) for box in moved]

    def _wait(self, seconds: float) -> None:
        """Until something stirs, or the time is over."""
        if self._root is None:
            time.sleep(min(seconds, _POLL))
        else:
            self._root.wait(min(seconds, _LONGEST))

    @contextmanager
    def _timed(self, part: str) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        finally:
            self.timing[part] = self.timing.get(part, 0.0) + time.monotonic() - began
