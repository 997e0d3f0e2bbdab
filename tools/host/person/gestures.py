"""Gestures: input events -> actions, with clicks counted and letters joined into texts. Pure.

A gesture is over when something else begins, so that nothing waits for a double click that does not come.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from tools.action import Action, Click, Drag, Key, Scroll, Type
from tools.errors import Refused
from tools.host.person.events import ButtonDown, ButtonUp, KeyDown

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.host.person.events import Event

_AGAIN = 0.4
"""Seconds from press to press of a double click: GTK's own limit, the shortest of the toolkits'."""
_STEADY = 5
"""Pixels that the pointer may stray in a click."""
_MOST_NOTCHES = 100
"""Of one `Scroll`."""
_MOST_SIGNS = 10_000
"""Of one `Type`."""
_BUTTONS: dict[int, Literal["left", "middle", "right"]] = {1: "left", 2: "middle", 3: "right"}
_WHEEL = {4: (1, 0), 5: (-1, 0), 6: (0, -1), 7: (0, 1)}
"""X button -> notches up, notches right."""
_CHORDING = frozenset({"ctrl", "alt", "super"})
"""With one of these held a key makes no text."""
_SPACING = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"'}
"""What a dead key makes before a blank (libX11, en_US.UTF-8/Compose)."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """One gesture of a person, as an action."""

    action: Action
    began: float
    """Monotonic seconds of its first press."""
    ended: float
    """Monotonic seconds of its last press or release."""
    start: Point | None = None
    """Where a drag began."""
    window: int = 0


@dataclass
class Gestures:
    """Converter of input events, in order, to gestures, each returned once it is over."""

    _pending: Gesture | None = None
    _press: ButtonDown | None = None
    _accent: str = ""
    _done: list[Gesture] = field(default_factory=list)

    @property
    def begins(self) -> tuple[float, ...]:
        """When the unfinished gestures began, in monotonic seconds."""
        return tuple(
            one for one in (self._pending and self._pending.began, self._press and self._press.at) if one
        )

    def feed(self, event: Event) -> list[Gesture]:
        """Add an event; returns the gestures that are over by it.

        Raises:
            Refused: what was done can't be said as an action; the message tells a person what.
        """
        match event:
            case KeyDown():
                self._key(event)
            case ButtonDown() if event.button in _WHEEL:
                self._turn(event)
            case ButtonDown():
                self._press_down(event)
            case ButtonUp() if self._press is not None and event.button == self._press.button:
                self._let_go(self._press, event)
        return self._given()

    def finish(self) -> list[Gesture]:
        """End of the events: returns the unfinished gestures."""
        self._close()
        return self._given()

    def _given(self) -> list[Gesture]:
        given, self._done = self._done, []
        return given

    def _begin(self, gesture: Gesture) -> None:
        self._close()
        self._pending = gesture

    def _close(self) -> None:
        gesture, self._pending, self._accent = self._pending, None, ""
        if gesture is not None and gesture.action != Type(text=""):
            self._done.append(gesture)

    def _key(self, key: KeyDown) -> None:
        if key.held & _CHORDING or not (key.text or key.accent):
            if key.name == "backspace" and not key.held and self._erase(key.at):
                return
            self._chord(key)
        elif key.accent:
            self._dead(key)
        else:
            self._write(key, _composed(self._accent, key.text) if self._accent else key.text)
            self._accent = ""

    def _chord(self, key: KeyDown) -> None:
        if not key.name:
            raise Refused(
                "a key was pressed that has no name here (such as Compose), so nothing can press it again"
            )
        order = [name for name in ("ctrl", "alt", "altgr", "shift", "super") if name in key.held]
        self._begin(Gesture(Key(keys=(*order, key.name)), key.at, key.at, window=key.window))

    def _dead(self, key: KeyDown) -> None:
        """A dead key waits for its letter; pressed twice, or before a blank, it makes the bare accent."""
        if not (self._pending and isinstance(self._pending.action, Type)):
            self._begin(Gesture(Type(text=""), key.at, key.at, window=key.window))
        if self._accent:
            raise Refused(
                "two dead keys in a row can't be followed; type the bare accent with a blank behind it"
            )
        self._accent = key.accent

    def _write(self, key: KeyDown, text: str) -> None:
        gesture = self._pending
        if gesture is None or not isinstance(gesture.action, Type) or len(gesture.action.text) >= _MOST_SIGNS:
            self._begin(Gesture(Type(text=text), key.at, key.at, window=key.window))
        else:
            self._pending = replace(gesture, action=Type(text=gesture.action.text + text), ended=key.at)

    def _erase(self, at: float) -> bool:
        """Backspace right after a letter takes it back, as if it had never been typed."""
        gesture = self._pending
        if gesture is None or not isinstance(gesture.action, Type):
            return False
        if self._accent:
            self._accent = ""
        elif gesture.action.text:
            self._pending = replace(gesture, action=Type(text=gesture.action.text[:-1]), ended=at)
        else:
            return False
        return True

    def _turn(self, wheel: ButtonDown) -> None:
        up, right = _WHEEL[wheel.button]
        gesture = self._pending
        if gesture is not None and isinstance(gesture.action, Scroll) and _goes_on(gesture.action, wheel):
            turned = gesture.action.model_copy(
                update={
                    "vertical": gesture.action.vertical + up,
                    "horizontal": gesture.action.horizontal + right,
                }
            )
            self._pending = replace(gesture, action=turned, ended=wheel.at)
            return
        _refuse_held(wheel)
        scroll = Scroll(point=wheel.point, vertical=up, horizontal=right)
        self._begin(Gesture(scroll, wheel.at, wheel.at, window=wheel.window))

    def _press_down(self, press: ButtonDown) -> None:
        if press.button not in _BUTTONS:
            raise Refused(f"mouse button {press.button} was pressed, and no action presses it again")
        _refuse_held(press)
        if not self._is_click(press):
            self._close()
        self._press = press

    def _is_click(self, press: ButtonDown) -> bool:
        """Whether the press goes on with a click that has just been made: a double click."""
        gesture = self._pending
        if gesture is None or not isinstance(gesture.action, Click) or gesture.action.count == 3:  # noqa: PLR2004
            return False
        soon = press.at - gesture.ended <= _AGAIN
        return (
            soon
            and press.button == 1
            and gesture.action.button == "left"
            and _near(press.point, gesture.action.point)
        )

    def _let_go(self, press: ButtonDown, up: ButtonUp) -> None:
        self._press = None
        button = _BUTTONS[press.button]
        if _near(press.point, up.point):
            click = self._pending
            if click is not None and isinstance(click.action, Click):
                counted = click.action.model_copy(update={"count": click.action.count + 1})
                self._pending = replace(click, action=counted, ended=press.at)
            else:
                self._begin(
                    Gesture(Click(point=press.point, button=button), press.at, press.at, window=press.window)
                )
            return
        if button != "left":
            raise Refused(f"something was dragged with the {button} button, and no action does that again")
        self._begin(Gesture(Drag(point=up.point), press.at, up.at, press.point, press.window))


def _composed(accent: str, text: str) -> str:
    """The letter with the accent of a dead key; nothing where there is no such letter, as in X."""
    if text == " ":
        if accent not in _SPACING:
            raise Refused(
                "a dead key and a blank made a sign that is not known here; paste or spell it another way"
            )
        return _SPACING[accent]
    letter = unicodedata.normalize("NFC", text + accent)
    return letter if len(letter) == 1 else ""


def _near(one: Point, other: Point) -> bool:
    return max(abs(one.x - other.x), abs(one.y - other.y)) <= _STEADY


def _goes_on(scroll: Scroll, wheel: ButtonDown) -> bool:
    up, right = _WHEEL[wheel.button]
    same_way = scroll.vertical * up > 0 or scroll.horizontal * right > 0
    few = max(abs(scroll.vertical), abs(scroll.horizontal)) < _MOST_NOTCHES
    return same_way and few and scroll.point is not None and _near(scroll.point, wheel.point)


def _refuse_held(press: ButtonDown) -> None:
    if press.held:
        keys = "+".join(sorted(press.held))
        raise Refused(
            f"the mouse was used with {keys} held, and no action does that again; find a way without"
        )
