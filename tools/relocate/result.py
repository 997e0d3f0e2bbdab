"""What comes of looking for a target: where it is, or why it must not be clicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tools.geometry import Box, Point

Rung = Literal["same place", "near", "whole frame", "other scale"]
Why = Literal["absent", "several", "another text", "disabled", "plain"]

_NEAR = 64
"""Pixels that a target may have moved and still be near."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where the target is, in the new frame's pixels."""

    point: Point
    box: Box
    rung: Rung
    score: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Why there is no place that is it for certain; the message is for a person."""

    why: Why
    message: str


def near(box: Box, was: Box) -> bool:
    """Whether a box is not far from where it was recorded."""
    reach = max(_NEAR, was.width, was.height)
    return abs(box.left - was.left) <= reach and abs(box.top - was.top) <= reach


def several(places: list[Box], what: str) -> NotLocated:
    """More than one place that it could be, and nothing that tells which."""
    at = ", ".join(f"({box.center.x}, {box.center.y})" for box in places[:4])
    count = "1 place" if len(places) == 1 else f"{len(places)} places"
    return NotLocated("several", f"it could be in {count}, at {at}; what was recorded {what}")
