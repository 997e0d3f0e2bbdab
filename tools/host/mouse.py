"""Mouse of a display, moved by pyautogui on every platform. The only file that imports it."""

from __future__ import annotations

import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

from tools.action import Click, Drag, Move, Scroll
from tools.errors import EnvironmentFault, Refused
from tools.geometry import ScreenBox, ScreenPoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tools.geometry import Point
    from tools.observation import Monitor

    MouseAction = Move | Click | Drag | Scroll
    Follow = Callable[[Point], Point]
    """Tells, while a button is held that was pressed at a point, where to let go; both in frame pixels."""

_NOTCH = 120 if sys.platform == "win32" else 1
"""What pyautogui's scroll calls one notch: on Windows it passes the system's WHEEL_DELTA units through."""
_DRAG_STEPS = 16
_HELD_SECONDS = 0.06
"""That a person holds a button at least. Swing moves the focus only when it comes to the press: let go at
once, a button saves the form before the field that had the focus has told what was typed into it."""
_CLICK_PACE_SECONDS = 0.02
"""Between the clicks of a double or triple click: without any, Tk at times counts them as one."""
_DRAG_PACE_SECONDS = 0.008
"""From move to move of a drag. Programs need to see the pointer on its way, and over the target before the
button goes up, or they take the gesture for a click."""


def where_pressed(point: Point) -> Point:
    """Where a button is let go when nothing is known of what was pressed."""
    return point


class Mouse:
    """The mouse of one display.

    Args:
        pyautogui: the module, from `load_pyautogui`.
        selected: a block in which it acts on that display.
    """

    def __init__(self, pyautogui: Any, selected: Callable[[], AbstractContextManager[None]]) -> None:
        self._pyautogui, self._selected = pyautogui, selected
        self._placed = self.pointer()

    def pointer(self) -> ScreenPoint:
        """Position of the mouse pointer.

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

    def perform(
        self,
        action: MouseAction,
        monitor: Monitor,
        release: Callable[[], None],
        follow: Follow = where_pressed,
    ) -> None:
        """Perform a mouse action.

        Args:
            action: its point is in frame pixels.
            monitor: where the frame of those pixels lies on the desktop.
            release: called when it fails in the middle; releases whatever is pressed.
            follow: asked where a single click ends.

        Raises:
            Refused: the point is off the screen; nothing was done.
            DisplayLost: the display went away.
        """
        with self._selected():
            start = self._here()
            target = start if action.point is None else self._on_screen(action.point, monitor)
            try:
                if isinstance(action, Click) and action.count == 1:
                    target = self._click(action, target, lambda at: self._on_screen(follow(at), monitor))
                else:
                    self._use(action, start, target)
            except BaseException:
                release()
                raise
            self._placed = target

    def _click(
        self, click: Click, target: ScreenPoint, follow: Callable[[Point], ScreenPoint]
    ) -> ScreenPoint:
        """Press the button, hold it, and let it go on what was pressed; returns where that is then."""
        # The button is always named: to learn what its default "primary" is, pyautogui runs a program, which
        # takes a tenth of a second.
        self._pyautogui.moveTo(*target)
        self._pyautogui.mouseDown(button=click.button)
        time.sleep(_HELD_SECONDS)
        try:
            end = follow(click.point)
        except Refused:  # off a screen that has shrunk meanwhile: it was pressed all the same
            end = target
        if end != target:
            self._pyautogui.moveTo(*end)
        self._pyautogui.mouseUp(button=click.button)
        return end

    def _use(self, action: MouseAction, start: ScreenPoint, target: ScreenPoint) -> None:
        match action:
            case Move():
                self._pyautogui.moveTo(*target)
            case Click(button=button, count=count):  # only so does macOS count them as one
                self._pyautogui.click(*target, clicks=count, interval=_CLICK_PACE_SECONDS, button=button)
            case Drag():
                self._drag(start, target)
            case Scroll(vertical=vertical, horizontal=horizontal):
                self._scroll(target, vertical, horizontal)

    def _drag(self, start: ScreenPoint, target: ScreenPoint) -> None:
        self._pyautogui.mouseDown(button="left")
        for step in range(1, _DRAG_STEPS + 1):
            x = start.x + (target.x - start.x) * step // _DRAG_STEPS
            y = start.y + (target.y - start.y) * step // _DRAG_STEPS
            self._pyautogui.dragTo(x, y, button="left", mouseDownUp=False)
            time.sleep(_DRAG_PACE_SECONDS)
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


def load_pyautogui() -> Any:
    """Import pyautogui, which connects to the display and takes a third of a second.

    Raises:
        EnvironmentFault: tkinter, which it loads through mouseinfo, is missing.
    """
    try:
        with warnings.catch_warnings():
            # Of an escape in a string of its own, where no bytecode was left at its installation, as by uv.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", SyntaxWarning)
            import pyautogui  # noqa: PLC0415  (it opens a display while it is imported)
    except SystemExit as error:  # mouseinfo ends the whole process then
        raise EnvironmentFault(
            "pyautogui needs tkinter; install it (Debian: apt install python3-tk) and run again"
        ) from error
    pyautogui.PAUSE = 0  # its default sleeps 0.1 s after each call
    # Ours is `Mouse.taken_over`: pyautogui's knows only the corners of the screen it was imported on, and
    # once it has raised, every later call raises too, the releases among them.
    pyautogui.FAILSAFE = False
    return pyautogui
