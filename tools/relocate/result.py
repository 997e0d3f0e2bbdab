"""Result of relocation: where the element is, or why no place is certain enough to be clicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tools.geometry import Box, Point

Rung = Literal["same place", "near", "whole frame", "other scale"]
Why = Literal["absent", "several", "another text", "disabled", "plain"]

_NEAR = 64
"""Pixels that an element may have moved and still be near."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where the element is, in the new frame's pixels."""

    point: Point
    box: Box
    rung: Rung
    score: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Why no place is certain; the message is for a person."""

    why: Why
    message: str


def near(box: Box, was: Box) -> bool:
    """Whether a box is not far from where it was recorded."""
    reach = max(_NEAR, was.width, was.height)
    return abs(box.left - was.left) <= reach and abs(box.top - was.top) <= reach


def several(places: list[Box], what: str) -> NotLocated:
    """The answer where there are several places and nothing tells which is meant.

    Args:
        places: their boxes.
        what: ends a sentence that begins with "what was recorded".
    """
    at = ", ".join(f"({box.center.x}, {box.center.y})" for box in places[:4])
    count = "1 place" if len(places) == 1 else f"{len(places)} places"
    return NotLocated("several", f"it could be in {count}, at {at}; what was recorded {what}")
