"""Mouse and keyboard of a display. The only file that imports pyautogui.

pyautogui moves the mouse on every platform. It types only where there is no X server: on X11 it gets some
characters wrong and drops others without a word, so there `tools.x11.keys.keyboard` types.
"""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Self

from tools.action import Action, Click, Drag, Key, Move, Scroll, Type
from tools.errors import DisplayLost, EnvironmentFault, Refused
from tools.geometry import ScreenBox, ScreenPoint
from tools.host.keyboard import Keyboard, PyautoguiKeyboard
from tools.keys import canonical

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tools.geometry import Point
    from tools.observation import Monitor

_WITHOUT_X11 = ("win32", "darwin")
_NOTCH = 120 if sys.platform == "win32" else 1
"""What pyautogui's scroll calls one notch: on Windows it passes the system's WHEEL_DELTA units through."""
_DRAG_STEPS = 16
_CLICK_PACE = 0.02
"""Seconds between the clicks of a double or triple click: without any, Tk at times counts them as one."""
_DRAG_PACE = 0.008
"""Seconds from move to move of a drag. Programs need to see the pointer on its way, and over the target
before the button goes up, or they take the gesture for a click."""


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
        self._selected: Callable[[], AbstractContextManager[None]]
        with ExitStack() as opened:
            if sys.platform in _WITHOUT_X11:
                self._pyautogui = _load_pyautogui()
                self._selected, self._keyboard = nullcontext, PyautoguiKeyboard(self._pyautogui)
            else:
                from tools.x11.keys.keyboard import X11Keyboard  # noqa: PLC0415  (only where there is X11)
                from tools.x11.mouse import MouseDisplay, import_on  # noqa: PLC0415

                self._keyboard = X11Keyboard(display)
                opened.callback(self._keyboard.close)
                self._pyautogui = import_on(display, _load_pyautogui)
                mouse = MouseDisplay(display, self._pyautogui)
                opened.callback(mouse.close)
                self._selected = mouse.selected
            self._keyboard.release()
            self._placed = self.pointer()
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def perform(self, action: Action, monitor: Monitor) -> None:
        """Do it. Whatever was pressed is released again on every way out.

        Args:
            action: anything but `Wait`, which is not done with hands; points in frame pixels.
            monitor: where the frame of those pixels lies on the desktop.

        Raises:
            Refused: the point is off the screen, or the text or key can't be typed; nothing was done.
            ScreenChanged: another window took the keyboard in the middle of a text; the rest was not typed.
            DisplayLost: the display went away.
        """
        match action:
            case Key(keys=keys):
                self._keyboard.press(_canonical(keys))
            case Type(text=text):
                self._keyboard.type(self._reveal(text))
            case Move() | Click() | Drag() | Scroll():
                with self._selected():
                    self._use_mouse(action, monitor)
            case _:
                raise TypeError(f"mouse and keyboard can't perform {type(action).__name__}")

    def pointer(self) -> ScreenPoint:
        """Where the mouse pointer is.

        Raises:
            DisplayLost: the display went away.
        """
        with self._selected():
            return self._here()

    def taken_over(self) -> bool:
        """Whether a person has taken the mouse: the pointer is not where it was last put.

        A corner of the screen, the usual fail-safe, is such a place too unless the pointer was put there.

        Raises:
            DisplayLost: the display went away.
        """
        with self._selected():
            area = self._area()
            # On a screen that has shrunk the server moves the pointer inside.
            placed = ScreenPoint(min(self._placed.x, area.right - 1), min(self._placed.y, area.bottom - 1))
            return self._here() != placed

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

    def _use_mouse(self, action: Move | Click | Drag | Scroll, monitor: Monitor) -> None:
        here = self._here()
        target = here if action.point is None else self._on_screen(action.point, monitor)
        try:
            match action:
                case Move():
                    self._pyautogui.moveTo(*target)
                case Click(button=button, count=count):
                    # The button is always named: to learn what its default "primary" is, pyautogui runs a
                    # program, which takes a tenth of a second.
                    pace = _CLICK_PACE if count > 1 else 0.0
                    self._pyautogui.click(*target, clicks=count, interval=pace, button=button)
                case Drag():
                    self._drag(here, target)
                case Scroll(vertical=vertical, horizontal=horizontal):
                    self._scroll(target, vertical, horizontal)
        except BaseException:
            self.release()
            raise
        self._placed = target

    def _drag(self, start: ScreenPoint, target: ScreenPoint) -> None:
        self._pyautogui.mouseDown(button="left")
        for step in range(1, _DRAG_STEPS + 1):
            x = start.x + (target.x - start.x) * step // _DRAG_STEPS
            y = start.y + (target.y - start.y) * step // _DRAG_STEPS
            self._pyautogui.dragTo(x, y, button="left", mouseDownUp=False)
            time.sleep(_DRAG_PACE)
        self._pyautogui.mouseUp(button="left")

    def _scroll(self, target: ScreenPoint, vertical: int, horizontal: int) -> None:
        if horizontal and sys.platform == "win32":
            raise Refused("on Windows pyautogui can't turn the wheel sideways; drag the scroll bar instead")
        self._pyautogui.moveTo(*target)
        if vertical:
            self._pyautogui.vscroll(vertical * _NOTCH)
        if horizontal:
            self._pyautogui.hscroll(horizontal)

    def _on_screen(self, point: Point, monitor: Monitor) -> ScreenPoint:
        """A frame pixel's place, never moved to the edge as pyautogui would do in silence."""
        place, area = monitor.to_screen(point), self._area()
        if not area.contains(place):
            raise Refused(
                f"the point ({point.x}, {point.y}) lies off the screen, which is {area.width}x{area.height}; "
                "nothing was done: choose a point of the present frame"
            )
        return place

    def _here(self) -> ScreenPoint:
        return ScreenPoint(*self._pyautogui.position())

    def _area(self) -> ScreenBox:
        return ScreenBox(0, 0, *self._pyautogui.size())


def _canonical(keys: tuple[str, ...]) -> list[str]:
    """The keys as `tools.keys` names them, all of them known before the first is pressed."""
    try:
        return [canonical(key) for key in keys]
    except ValueError as error:
        raise Refused(f"{error}; nothing was pressed") from error


def _load_pyautogui() -> Any:
    """Import pyautogui, which connects to the display and takes a third of a second.

    Raises:
        EnvironmentFault: tkinter, which it loads through mouseinfo, is missing.
    """
    try:
        import pyautogui  # noqa: PLC0415  (it opens a display while it is imported)
    except SystemExit as error:  # mouseinfo ends the whole process then
        raise EnvironmentFault(
            "pyautogui needs tkinter; install it (Debian: apt install python3-tk) and run again"
        ) from error
    pyautogui.PAUSE = 0  # its default sleeps 0.1 s after each call
    # Ours is `Input.taken_over`: pyautogui's knows only the corners of the screen it was imported on, and
    # once it has raised, every later call raises too, the releases among them.
    pyautogui.FAILSAFE = False
    return pyautogui
