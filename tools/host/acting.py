"""Acting: what a live desktop does to carry out one action, key by key, as long as nobody takes over."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from tools.action import Click, Key, Move, Type
from tools.errors import BrokenOff, Interrupted, Refused
from tools.host.held import HeldButton
from tools.host.secret_typing import holds_secret, type_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.action import Action
    from tools.geometry import Point
    from tools.host.input import Input
    from tools.host.permission import Permission
    from tools.host.redactions import Redactions
    from tools.host.watched import WatchedScreen
    from tools.observation import Frame

_ECHO_SECONDS = 1.5
"""That a program may take to show a secret that was typed, before it is taken to show nothing."""
_REPEAT_SECONDS, _REPEAT_PATIENCE = 0.1, 1.0
"""From one press of a repeated key to the next: where it shows nothing, and where the screen never rests."""


class Acting:
    """Mouse and keyboard of a desktop that is open.

    Args:
        screen: Waits for what an action shows.
        hands: Mouse and keyboard.
        permission: Which windows a key may go to.
        redactions: Are told where a secret that was typed is shown.
        until: As of `LiveDesktop`.
    """

    def __init__(
        self,
        screen: WatchedScreen,
        hands: Input,
        permission: Permission,
        redactions: Redactions,
        until: Callable[[], float],
    ) -> None:
        self._screen, self._settle, self._input = screen, screen.settle, hands
        self._permission, self._redactions, self._until = permission, redactions, until

    def perform(self, action: Action) -> None:
        """Do it; a text or a repeated key is broken off when it must be."""
        if isinstance(action, Key):
            action = self._press_again_and_again(action)
        try:
            perform = partial(self._input.perform, action, self._screen.monitor)
            if isinstance(action, Type) and holds_secret(action.text):
                type_secret(action.text, perform, self._go_on, self._hide_echo)
            elif isinstance(action, Click) and action.button == "left" and action.count == 1:
                perform(follow=HeldButton(self._screen.glance, action.point).place)
            else:
                perform(self._go_on)
        finally:
            self._screen.acted()

    def _press_again_and_again(self, key: Key) -> Key:
        """Press it all times but the last, which is left to be done; each time the program may show it."""
        once = key.model_copy(update={"times": 1})
        for pressed in range(1, key.times):
            self._input.perform(once, self._screen.monitor)
            self._await_echo()
            self._go_on(pressed, key.times, "presses, and the rest was not done")
        return once

    def hover(self, point: Point) -> None:
        """Move there first: what comes up under the pointer may be a forbidden window."""
        self._input.perform(Move(point=point), self._screen.monitor)
        self._await_echo()

    def _await_echo(self) -> None:
        """Give the program a moment to show something, and time to end it."""
        now = time.monotonic()
        self._settle.begin(now, first=_REPEAT_SECONDS, provisional=True, patience=_REPEAT_PATIENCE)
        self.await_rest()

    def _hide_echo(self) -> None:
        """Hide what shows the secret that was typed just now."""
        self._settle.begin(time.monotonic(), first=_ECHO_SECONDS)
        self.await_rest()
        self._redactions.add(self._settle.touched)

    def await_rest(self, known: Callable[[Frame], bool] | None = None) -> tuple[Frame, bool]:
        """As the screen's own, unless a person takes over meanwhile."""
        return self._screen.await_rest(known, self.refuse_person)

    def refuse_person(self) -> None:
        """Raise Interrupted if a person has taken the mouse."""
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
