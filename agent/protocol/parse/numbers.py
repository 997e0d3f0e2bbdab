"""Numbers and grid points, in every form that models write. Pure."""

from __future__ import annotations

import math
import re
from typing import Any

from agent.errors import MalformedCall
from agent.protocol.computer_use import GRID

_MARKUP = re.compile(r"</?(?:points?|box|coordinate)>|<\|box_(?:start|end)\|>|\b[xy]\s*[=:]")
_BETWEEN = re.compile(r"[\s,;()\[\]]+")
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,6})?")
_BOX = 4
"""Numbers of a box: left, top, right, bottom."""


def grid_point(value: Any, *, boxes: bool) -> Any:
    """The two numbers of a point; what is none stays for the validation.

    Args:
        value: a list, an object or a text.
        boxes: whether four numbers are a box, whose middle is meant.

    Raises:
        MalformedCall: it looks like fractions of the screen.
    """
    point = _middle(_numbers(value)) if boxes else _numbers(value)
    if _on_grid(point) and max(point) <= 1 and any(isinstance(part, float) for part in point):
        raise MalformedCall(
            f"The coordinate {point} looks like fractions of the screen; give both numbers on the scale "
            f"from 0 to {GRID}."
        )
    return point


def number(value: Any) -> Any:
    """A number written as a string becomes one; everything else stays, but True and False are no numbers."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return float(value) if "." in value else int(value)
    return math.nan if isinstance(value, bool) else value


def _numbers(value: Any) -> Any:
    """The numbers of a point or a box, however they are put together; else the value as it is."""
    if isinstance(value, str):
        parts = [part for part in _BETWEEN.split(_MARKUP.sub(" ", value)) if part]
        value = parts if all(_NUMBER.fullmatch(part) for part in parts) else value
    if isinstance(value, dict) and set(value) == {"x", "y"}:
        value = [value["x"], value["y"]]
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        value = value[0]
    return [number(part) for part in value] if isinstance(value, list) else value


def _on_grid(point: Any) -> bool:
    return (
        isinstance(point, list)
        and bool(point)
        and all(isinstance(part, int | float) and 0 <= part <= GRID for part in point)
    )


def _middle(point: Any) -> Any:
    if _on_grid(point) and len(point) == _BOX and point[0] <= point[2] and point[1] <= point[3]:
        return [(point[0] + point[2]) / 2, (point[1] + point[3]) / 2]
    return point
