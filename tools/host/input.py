"""Input: mouse and keyboard of a display.

pyautogui moves the mouse on every platform. It types only where there is no X server: on X11 it gets some
characters wrong and drops others without a word, so there `tools.x11.keys.keyboard` types.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, nullcontext, suppress
from typing import TYPE_CHECKING, Self

from tools.action import Action, Click, Drag, Key, Move, Scroll, Type
from tools.errors import DisplayLost, Refused
from tools.host.keyboard import Keyboard, PyautoguiKeyboard
from tools.host.mouse import Mouse, load_pyautogui, where_pressed
from tools.keys import GoOn, canonical, unhindered

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.geometry import ScreenPoint
    from tools.host.mouse import Follow
    from tools.observation import Monitor

_WITHOUT_X11 = ("win32", "darwin")


class Input:
    """The mouse and keyboard of one display."""

    def __init__(self, display: str, reveal: Callable[[str], str] = str) -> None:
        """Connect, and release whatever an ended program left pressed.

        Args:
            display: name of the X display (`:1`); without meaning on Windows and macOS.
            reveal: fills the secrets into a text at the moment it is typed.

        Raises:
            EnvironmentFault: there is no such display, or pyautogui can't be loaded.
        """
        self._reveal = reveal
        self._keyboard: Keyboard
        self._mouse: Mouse
        with ExitStack() as opened:
            if sys.platform in _WITHOUT_X11:
                self._open()
            else:
                self._open_x11(display, opened)
            self._keyboard.release()
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def perform(
        self, action: Action, monitor: Monitor, go_on: GoOn = unhindered, follow: Follow = where_pressed
    ) -> None:
        """Perform an action; whatever was pressed is released again on every way out.

        Args:
            action: anything but `Wait`, which is not done with hands; points in frame pixels.
            monitor: where the frame of those pixels lies on the desktop.
            go_on: called before each key of a text; what it raises ends the typing.
            follow: called while the button of a single click is held; tells where to let it go.

        Raises:
            Refused: the point is off the screen, or the text or key can't be typed; nothing was done.
            BrokenOff: another window took the keyboard in the middle of a text, or a person holds a key
                that changes what others do; the rest was not typed.
            DisplayLost: the display went away.
        """
        match action:
            case Key(keys=keys, times=times):
                chord = _canonical(keys)
                for _ in range(times):
                    self._keyboard.press(chord)
            case Type(text=text):
                self._keyboard.type(self._reveal(text), go_on)
            case Move() | Click() | Drag() | Scroll():
                self._mouse.perform(action, monitor, self.release, follow)
            case _:
                raise TypeError(f"mouse and keyboard can't perform {type(action).__name__}")

    def pointer(self) -> ScreenPoint:
        """Position of the mouse pointer.

        Raises:
            DisplayLost: the display went away.
        """
        return self._mouse.pointer()

    def taken_over(self) -> bool:
        """Whether a person has taken the mouse; see `Mouse.taken_over`.

        Raises:
            DisplayLost: the display went away.
        """
        return self._mouse.taken_over()

    def release(self) -> None:
        """Release every key and mouse button that is down on the display.

        Raises:
            DisplayLost: the display went away.
        """
        self._keyboard.release()

    def close(self) -> None:
        """Release everything, leave the keyboard as it was found, and disconnect."""
        with suppress(DisplayLost), self._opened:  # on a display that is gone nothing is left to release
            self._keyboard.release()

    def _open(self) -> None:
        pyautogui = load_pyautogui()
        self._keyboard, self._mouse = PyautoguiKeyboard(pyautogui), Mouse(pyautogui, nullcontext)

    def _open_x11(self, display: str, opened: ExitStack) -> None:
        from tools.x11.keys.keyboard import X11Keyboard  # noqa: PLC0415  (only where there is X11)
        from tools.x11.mouse import MouseDisplay, import_on  # noqa: PLC0415

        self._keyboard = X11Keyboard(display)
        opened.callback(self._keyboard.close)
        pyautogui = import_on(display, load_pyautogui)
        shown = MouseDisplay(display, pyautogui)
        opened.callback(shown.close)
        self._mouse = Mouse(pyautogui, shown.selected)


def _canonical(keys: tuple[str, ...]) -> list[str]:
    """The keys as `tools.keys` names them, all of them known before the first is pressed."""
    try:
        return [canonical(key) for key in keys]
    except ValueError as error:
        raise Refused(f"{error}; nothing was pressed") from error
