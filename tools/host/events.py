"""Input events of a person's mouse and keyboard; points in frame pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Point


@dataclass(frozen=True, slots=True)
class KeyDown:
    """A key went down that is no modifier."""

    at: float
    """Monotonic seconds, as of all events here."""
    name: str
    """As `tools.keys.canonical` names it, without any modifier; "" for a key that has no name."""
    text: str = ""
    """The character that it types with what is held."""
    accent: str = ""
    """Of a dead key: the combining character."""
    held: frozenset[str] = frozenset()
    """Modifiers held: `ctrl`, `shift`, `alt`, `altgr`, `super`."""
    window: int = 0
    """The top window that has the focus."""


@dataclass(frozen=True, slots=True)
class ButtonDown:
    """A mouse button went down, or the wheel was turned by a notch (buttons 4 to 7)."""

    at: float
    button: int
    point: Point
    """In frame pixels."""
    held: frozenset[str] = frozenset()
    window: int = 0
    """The top window under the pointer."""


@dataclass(frozen=True, slots=True)
class ButtonUp:
    """A mouse button was let go."""

    at: float
    button: int
    point: Point


@dataclass(frozen=True, slots=True)
class Moved:
    """The pointer moved."""

    at: float
    point: Point


Event = KeyDown | ButtonDown | ButtonUp | Moved
