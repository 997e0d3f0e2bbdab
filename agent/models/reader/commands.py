"""What a step says, once it is understood. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tools.locate.locator import Locator

ClickButton = Literal["left", "right", "middle"]


@dataclass(frozen=True, slots=True)
class Click:
    """Click the target."""

    target: Locator
    button: ClickButton = "left"
    count: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Type:
    """Make the field hold the text, or add the text at its end; without a field, type where the focus is."""

    text: str
    field: Locator | None
    append: bool = False


@dataclass(frozen=True, slots=True)
class Clear:
    """Make the field empty."""

    field: Locator


@dataclass(frozen=True, slots=True)
class Press:
    """Press a chord, some times."""

    keys: tuple[str, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Select:
    """Choose an option of a drop-down or an entry of a list."""

    option: str
    field: Locator


@dataclass(frozen=True, slots=True)
class Tick:
    """Make a check box ticked, or not."""

    target: Locator
    on: bool


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose a radio button, a tab, or an entry of a menu by its path."""

    path: tuple[str, ...]
    target: Locator
    """The path's last part, with the sentence's qualifiers."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Scroll until a text can be seen."""

    direction: Literal["down", "up"]
    text: str
    area: Locator | None


@dataclass(frozen=True, slots=True)
class Drag:
    """Drag one thing to another."""

    source: Locator
    destination: Locator


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait until a text can be seen, or no longer."""

    text: str
    appears: bool
    seconds: float


Command = Click | Type | Clear | Press | Select | Tick | Choose | Scroll | Drag | Wait
