"""Grounding: tool call + frame size -> action, and back. Only here is the 0-1000 grid turned into pixels.

Scaling goes straight to the captured frame's size, never to a resized picture's (QwenLM/Qwen3-VL issue
1640). The published material disagrees on the divisor (1000 in the computer-use cookbook and ScreenSpot-Pro's
reference, 999 in the mobile notebook and OSWorld's agent); deskhand uses 1000, so grid point 1000 lies on the
far edge and is the last pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.errors import MalformedCall
from agent.protocol.computer_use import GRID, PointerAction
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
from tools.action import MOST_NOTCHES, Action, Button, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point
from tools.keys import canonical

if TYPE_CHECKING:
    from tools.geometry import Size

PIXELS_PER_NOTCH = 50
"""One wheel notch scrolls about this many pixels in GTK, Qt and Chromium; Tk and xterm scroll a few lines."""

_CLICKS: dict[PointerAction, tuple[Button, Literal[1, 2, 3]]] = {
    "left_click": ("left", 1),
    "right_click": ("right", 1),
    "middle_click": ("middle", 1),
    "double_click": ("left", 2),
    "triple_click": ("left", 3),
}
_CLICK_ACTIONS = {click: action for action, click in _CLICKS.items()}
_MOST_DECIMALS = 4
"""Of a coordinate that we write: enough for a million pixels."""


def to_place(grid: tuple[float, float], size: Size) -> tuple[float, float]:
    """Where a grid point lies, in frame pixels from the top left corner; not held inside the frame."""
    x, y = (part * extent / GRID for part, extent in zip(grid, size, strict=True))
    return x, y


def to_pixel(grid: tuple[float, float], size: Size) -> Point:
    """The pixel of a frame of that size which a grid point falls on; always inside the frame."""
    x, y = to_place(grid, size)
    return Point(min(int(x), size.width - 1), min(int(y), size.height - 1))


def to_grid(point: Point, size: Size) -> tuple[float, float]:
    """The grid point that `to_pixel` turns into this pixel of a frame of that size.

    A number is whole, as the published models write them, unless no whole number falls on the pixel: then it
    has decimals. Where both are 1 at most they are always whole, since `parse_tool_call` takes decimals there
    for fractions of the screen; that moves a point in the corner of a frame 3840 wide by up to 2 pixels.
    """
    x, y = (_grid_number(pixel, extent) for pixel, extent in zip(point, size, strict=True))
    return (x, y) if max(x, y) > 1 else (round(x), round(y))


def _grid_number(pixel: int, extent: int) -> float:
    """The number nearest to a pixel's middle, with as few decimals as the way back to the pixel needs."""
    middle = (pixel + 0.5) * GRID / extent
    candidates = (round(middle, decimals or None) for decimals in range(_MOST_DECIMALS + 1))
    exact = (number for number in candidates if min(int(number * extent / GRID), extent - 1) == pixel)
    return next(exact, round(middle))


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
            return Key(keys=tuple(_key(name) for name in call.keys), times=call.times)
        case TypeCall():
            return Type(text=call.text)
        case WaitCall():
            return Wait(seconds=call.time)
        case AnswerCall() | TerminateCall():
            raise TypeError(f"{call.action} ends the episode; it is not an action on the desktop")


def call_for(action: Action, size: Size) -> ToolCall:  # noqa: PLR0911  (one return a kind of action)
    """The call that asks for an action on a frame of that size: what `ground` turns into the action again.

    It is not validated: that is for `parse_tool_call`, which reads our own replies as it does any model's.

    Raises:
        ValueError: the protocol has no such call: a right or middle button clicked more than once, or a wheel
            turned both ways at once.
    """
    match action:
        case Move(point=point):
            return _pointer_call("mouse_move", point, size)
        case Drag(point=point):
            return _pointer_call("left_click_drag", point, size)
        case Click(button=button, count=count) if (button, count) in _CLICK_ACTIONS:
            return _pointer_call(_CLICK_ACTIONS[button, count], action.point, size)
        case Scroll(vertical=notches, horizontal=0):
            return _scroll_call("scroll", notches, action.point, size)
        case Scroll(vertical=0, horizontal=notches):
            return _scroll_call("hscroll", notches, action.point, size)
        case Key(keys=keys, times=times):
            return KeyCall.model_construct(action="key", keys=keys, times=times)
        case Type(text=text):
            return TypeCall.model_construct(action="type", text=text)
        case Wait(seconds=seconds):
            return WaitCall.model_construct(action="wait", time=seconds)
    raise ValueError(f"the protocol has no call for this: {action!r}")


def _key(name: str) -> str:
    try:
        return canonical(name)
    except ValueError as error:
        raise MalformedCall(str(error)) from None


def _scroll(call: ScrollCall, size: Size) -> Scroll:
    notches = round(call.pixels / PIXELS_PER_NOTCH)
    if notches == 0 and call.pixels != 0:
        notches = 1 if call.pixels > 0 else -1
    notches = max(-MOST_NOTCHES, min(MOST_NOTCHES, notches))
    point = None if call.coordinate is None else to_pixel(call.coordinate, size)
    if call.action == "hscroll":
        return Scroll(point=point, horizontal=notches)
    return Scroll(point=point, vertical=notches)


def _pointer_call(action: PointerAction, point: Point, size: Size) -> PointerCall:
    return PointerCall.model_construct(action=action, coordinate=to_grid(point, size))


def _scroll_call(
    action: Literal["scroll", "hscroll"], notches: int, point: Point | None, size: Size
) -> ScrollCall:
    coordinate = None if point is None else to_grid(point, size)
    return ScrollCall.model_construct(action=action, coordinate=coordinate, pixels=notches * PIXELS_PER_NOTCH)
