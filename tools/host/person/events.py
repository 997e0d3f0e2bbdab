"""Input events of a person's mouse and keyboard; points in frame pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Point


@dataclass(frozen=True, slots=True)
class KeyDown:
    """Press of a key that is no modifier."""

    at: float
    """Monotonic seconds, in all events here."""
    name: str
    """As `tools.keys.canonical` names it, without any modifier; "" for a key that has no name."""
    text: str = ""
    """Character that it types with the modifiers held."""
    accent: str = ""
    """Combining character of a dead key."""
    held: frozenset[str] = frozenset()
    """Modifiers held: `ctrl`, `shift`, `alt`, `altgr`, `super`."""
    window: int = 0
    """The top window that has the focus."""


@dataclass(frozen=True, slots=True)
class ButtonDown:
    """Press of a mouse button, or a notch of the wheel (buttons 4 to 7)."""

    at: float
    button: int
    point: Point
    """In frame pixels."""
    held: frozenset[str] = frozenset()
    window: int = 0
    """The top window under the pointer."""


@dataclass(frozen=True, slots=True)
class ButtonUp:
    """Release of a mouse button."""

    at: float
    button: int
    point: Point


@dataclass(frozen=True, slots=True)
class Moved:
    """Move of the pointer."""

    at: float
    point: Point


Event = KeyDown | ButtonDown | ButtonUp | Moved
