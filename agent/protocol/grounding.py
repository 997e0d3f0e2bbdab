"""Tool call + frame size -> action. The only place that turns the 0-1000 grid into frame pixels.

Scaling goes straight to the captured frame's size, never to a resized picture's (QwenLM/Qwen3-VL issue
1640). The published material disagrees on the divisor (1000 in the computer-use cookbook and ScreenSpot-Pro's
reference, 999 in the mobile notebook and OSWorld's agent); deskhand uses 1000, so grid point 1000 lies on the
far edge and is the last pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.errors import MalformedCall
from agent.protocol.computer_use import GRID
from agent.protocol.toolcall import (
    AnswerCall,
    KeyCall,
    PointerCall,
    ScrollCall,
    TerminateCall,
    ToolCall,
    TypeCall,
    WaitCall,
)
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point
from tools.keys import canonical

if TYPE_CHECKING:
    from tools.geometry import Size

PIXELS_PER_NOTCH = 50
"""One wheel notch scrolls about this many pixels in GTK, Qt and Chromium; Tk and xterm scroll a few lines."""

_CLICKS: dict[str, tuple[Literal["left", "middle", "right"], Literal[1, 2, 3]]] = {
    "left_click": ("left", 1),
    "right_click": ("right", 1),
    "middle_click": ("middle", 1),
    "double_click": ("left", 2),
    "triple_click": ("left", 3),
}


def to_place(grid: tuple[float, float], size: Size) -> tuple[float, float]:
    """Where a grid point lies, in frame pixels from the top left corner; not held inside the frame."""
    x, y = (part * extent / GRID for part, extent in zip(grid, size, strict=True))
    return x, y


def to_pixel(grid: tuple[float, float], size: Size) -> Point:
    """The pixel of a frame of that size which a grid point falls on; always inside the frame."""
    x, y = to_place(grid, size)
    return Point(min(int(x), size.width - 1), min(int(y), size.height - 1))


def to_grid(point: Point, size: Size) -> tuple[int, int]:
    """The grid point nearest to a pixel's middle: what a model shown this frame would reply."""
    x, y = (round((part + 0.5) * GRID / extent) for part, extent in zip(point, size, strict=True))
    return x, y


def ground(call: ToolCall, size: Size) -> Action:  # noqa: PLR0911  (one return a kind of call)
    """The action that a call asks for on a frame of that size.

    Raises:
        MalformedCall: a key that there is not.
        TypeError: the call ends the episode (`answer`, `terminate`) and has no action.
    """
    match call:
        case PointerCall(action="mouse_move"):
            return Move(point=to_pixel(call.coordinate, size))
        case PointerCall(action="left_click_drag"):
            return Drag(point=to_pixel(call.coordinate, size))
        case PointerCall():
            button, count = _CLICKS[call.action]
            return Click(point=to_pixel(call.coordinate, size), button=button, count=count)
        case ScrollCall():
            return _scroll(call, size)
        case KeyCall():
            return Key(keys=tuple(_key(name) for name in call.keys))
        case TypeCall():
            return Type(text=call.text)
        case WaitCall():
            return Wait(seconds=call.time)
        case AnswerCall() | TerminateCall():
            raise TypeError(f"{call.action} ends the episode; it is not an action on the desktop")


def _key(name: str) -> str:
    try:
        return canonical(name)
    except ValueError as error:
        raise MalformedCall(str(error)) from None


def _scroll(call: ScrollCall, size: Size) -> Scroll:
    notches = round(call.pixels / PIXELS_PER_NOTCH)
    if notches == 0 and call.pixels != 0:
        notches = 1 if call.pixels > 0 else -1
    notches = max(-100, min(100, notches))
    point = None if call.coordinate is None else to_pixel(call.coordinate, size)
    if call.action == "hscroll":
        return Scroll(point=point, horizontal=notches)
    return Scroll(point=point, vertical=notches)
