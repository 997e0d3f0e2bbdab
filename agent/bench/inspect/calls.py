"""Calls of Inspect's `computer` tool -> actions in frame pixels. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.protocol.toolcall import LONGEST_TEXT
from tools.action import MOST_NOTCHES, Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Box, Point
from tools.keys import parse_chord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.bench.inspect.messages import Seen
    from tools.action import Button
    from tools.geometry import Size

_CLICKS: dict[str, tuple[Button, Literal[1, 2, 3]]] = {
    "left_click": ("left", 1),
    "right_click": ("right", 1),
    "middle_click": ("middle", 1),
    "double_click": ("left", 2),
    "triple_click": ("left", 3),
}
_WAYS = {"up": (1, 0), "down": (-1, 0), "left": (0, -1), "right": (0, 1)}
"""Direction -> notches down the screen (up is positive) and across it (right is positive)."""
_MOST_PRESSES = 100
_LONGEST_WAIT = 60


class CallError(ValueError):
    """A call that can't be carried out; the message is written for the model."""


@dataclass(frozen=True, slots=True)
class Look:
    """Only look: at the screen, a part of it, or where the pointer is."""

    what: Literal["screenshot", "zoom", "cursor_position"]
    region: Box | None = None


Value = TypeVar("Value")
Does = tuple[Action, ...] | Look


class Call(BaseModel):
    """The arguments of a call, but for `actions`, each of whose entries is one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    action: str
    coordinate: tuple[int, int] | None = None
    duration: float | None = Field(default=None, ge=0, le=_LONGEST_WAIT)
    region: tuple[int, int, int, int] | None = None
    scroll_amount: int | None = Field(default=None, ge=0, le=MOST_NOTCHES)
    scroll_direction: Literal["up", "down", "left", "right"] | None = None
    start_coordinate: tuple[int, int] | None = None
    text: str | None = Field(default=None, max_length=LONGEST_TEXT)
    repeat: int = Field(default=1, ge=1, le=_MOST_PRESSES)
    press_enter: bool = False


def read_call(arguments: Mapping[str, object]) -> Call:
    """A call, validated.

    Raises:
        CallError: an argument is wrong.
    """
    try:
        return Call.model_validate({name: value for name, value in arguments.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CallError(f"{where}: {first['msg']}") from None


def does(call: Call, seen: Seen) -> Does:  # noqa: PLR0911  (one return a kind of call)
    """What a call asks for, on the screen that was seen last.

    Raises:
        CallError: an argument lacks or is off the screen, or this desktop has no such action.
    """
    match call.action:
        case "screenshot" | "cursor_position":
            return Look(call.action)
        case "zoom":
            return Look("zoom", _region(call, seen.size))
        case "wait":
            return (Wait(seconds=_given(call.duration, "duration")),)
        case "key":
            return (Key(keys=_chord(_given(call.text, "text")), times=call.repeat),)
        case "type":
            before = () if call.coordinate is None else (Click(point=_point(call.coordinate, seen.size)),)
            return (*before, Type(text=_given(call.text, "text") + ("\n" if call.press_enter else "")))
        case "mouse_move":
            return (Move(point=_point(_given(call.coordinate, "coordinate"), seen.size)),)
        case "left_click_drag":
            start, end = (
                _given(call.start_coordinate, "start_coordinate"),
                _given(call.coordinate, "coordinate"),
            )
            return (Move(point=_point(start, seen.size)), Drag(point=_point(end, seen.size)))
        case "scroll":
            return (_scroll(call, seen.size),)
        case name if name in _CLICKS:
            button, count = _CLICKS[name]
            return (Click(point=_clicked(call, seen), button=button, count=count),)
    raise CallError(
        f"this desktop has no action {call.action!r}; it has keys, text, clicks, drags, the wheel"
    )


def _clicked(call: Call, seen: Seen) -> Point:
    """Where a click goes: without a coordinate, to where the pointer is."""
    if call.coordinate is not None:
        return _point(call.coordinate, seen.size)
    if seen.pointer is None:
        raise CallError("coordinate: is needed, it is not known where the pointer is")
    return seen.pointer


def _point(given: tuple[int, int], size: Size) -> Point:
    point = Point(*given)
    if not size.contains(point):
        raise CallError(f"({point.x}, {point.y}) is off the screen, which is {size.width}x{size.height}")
    return point


def _region(call: Call, size: Size) -> Box:
    left, top, right, bottom = _given(call.region, "region")
    if not (0 <= left < right <= size.width and 0 <= top < bottom <= size.height):
        raise CallError(f"region: is no [x0, y0, x1, y1] on the screen, {size.width}x{size.height}")
    return Box(left, top, right - left, bottom - top)


def _chord(text: str) -> tuple[str, ...]:
    try:
        return parse_chord(text)
    except ValueError as error:
        raise CallError(f"text: {error}") from None


def _scroll(call: Call, size: Size) -> Scroll:
    amount = _given(call.scroll_amount, "scroll_amount")
    down, across = _WAYS[_given(call.scroll_direction, "scroll_direction")]
    point = None if call.coordinate is None else _point(call.coordinate, size)
    return Scroll(point=point, vertical=down * amount, horizontal=across * amount)


def _given(value: Value | None, name: str) -> Value:
    if value is None:
        raise CallError(f"{name}: is needed")
    return value
