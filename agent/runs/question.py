"""Question to a person: whether an action may be done, and all that they need to know to answer. Light."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.printing.escapes import visible
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait

if TYPE_CHECKING:
    from pathlib import Path

    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.observation import Observation


@dataclass(frozen=True, slots=True)
class Question:
    """An action before it is done."""

    step: int
    """From 1."""
    action: Action
    seen: Observation
    target: str = ""
    """What it would land on, as a person calls it; "" where that has no name, or no place."""
    box: Box | None = None
    """Where that is, in frame pixels."""
    windows: tuple[str, ...] = ()
    """Titles of the windows that it would go to, the innermost first, as far as they are known."""
    why: str = ""
    """The rule that asks; "": every action is asked about."""
    picture: Path | None = None
    """The frame with the place marked."""

    @property
    def what(self) -> str:
        """What would be done, in one line and whole: what is left out would be approved unseen."""
        told = f"step {self.step}: {_told(self.action, self.seen.pointer)}"
        told += f" on {self.target}" if self.target else ""
        return visible(told + (f' in the window "{self.windows[0]}"' if self.windows else ""))

    def __str__(self) -> str:
        """That, and why it is asked."""
        return f"{self.what} ({visible(self.why)})" if self.why else self.what


_CLICKS = {1: "click", 2: "double-click", 3: "triple-click"}


def _told(action: Action, pointer: Point | None) -> str:  # noqa: PLR0911  (a table: one line an action)
    match action:
        case Click(point=point, button=button, count=count):
            return f"{'' if button == 'left' else f'{button} '}{_CLICKS[count]} at {_at(point)}"
        case Drag(point=point):
            return f"drag from {_at(pointer)} to {_at(point)}"
        case Move(point=point):
            return f"move to {_at(point)}"
        case Scroll(point=point, vertical=vertical, horizontal=horizontal):
            return f"scroll by {vertical} up and {horizontal} to the right at {_at(point or pointer)}"
        case Key(keys=keys, times=times):
            return f"press {'+'.join(keys)}" + (f" {times} times" if times > 1 else "")
        case Type(text=text):
            return f"type {json.dumps(text, ensure_ascii=False)}"
        case Wait(seconds=seconds):
            return f"wait {seconds:g} s"


def _at(point: Point | None) -> str:
    return "where the mouse is" if point is None else f"({point.x}, {point.y})"
