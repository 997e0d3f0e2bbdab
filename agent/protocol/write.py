"""A decision as Qwen3-VL writes it: a thought, an action in plain words, one tool call on the 0-1000 grid."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from agent.protocol.grounding import PIXELS_PER_NOTCH, to_grid

if TYPE_CHECKING:
    from tools.geometry import Point, Size

PointerAction = Literal[
    "left_click",
    "right_click",
    "middle_click",
    "double_click",
    "triple_click",
    "mouse_move",
    "left_click_drag",
]
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class Call:
    """One tool call, with its place still in frame pixels, and what is to be said about it."""

    thought: str
    sentence: str
    action: str
    point: Point | None = None
    keys: tuple[str, ...] | None = None
    text: str | None = None
    pixels: int | None = None
    time: float | None = None
    status: Literal["success", "failure"] | None = None

    def render(self, size: Size) -> str:
        """The reply's text, for a frame of that size."""
        arguments: dict[str, object] = {"action": self.action}
        if self.point is not None:
            arguments["coordinate"] = list(to_grid(self.point, size))
        for name in ("keys", "text", "pixels", "time", "status"):
            value = getattr(self, name)
            if value is not None:
                arguments[name] = value
        call = json.dumps({"name": "computer_use", "arguments": arguments}, ensure_ascii=False)
        words = f"Thought: {_line(self.thought)}\nAction: {_line(self.sentence)}"
        return f"{words}\n<tool_call>\n{call}\n</tool_call>"


def point_at(point: Point, what: str, thought: str, action: PointerAction = "left_click") -> Call:
    """A click, or another act of the pointer, at a place."""
    verb = action.replace("left_click_drag", "drag to").replace("mouse_move", "move to").replace("left_", "")
    return Call(thought, f"{verb.replace('_', '-').capitalize()} {what}.", action, point=point)


def press(keys: tuple[str, ...], thought: str) -> Call:
    """A chord."""
    return Call(thought, f"Press {'+'.join(keys)}.", "key", keys=keys)


def type_text(text: str, thought: str) -> Call:
    """Typing where the focus is."""
    return Call(thought, f"Type {json.dumps(text, ensure_ascii=False)}.", "type", text=text)


def turn_wheel(notches: int, point: Point | None, thought: str) -> Call:
    """Scrolling; positive is up."""
    way = "up" if notches > 0 else "down"
    return Call(thought, f"Scroll {way}.", "scroll", point=point, pixels=notches * PIXELS_PER_NOTCH)


def wait(seconds: float, thought: str) -> Call:
    """Waiting for the screen to change, so long at most."""
    return Call(thought, "Wait for the screen to change.", "wait", time=round(seconds, 2))


def finish(thought: str) -> Call:
    """The end, with success."""
    return Call(thought, "End the task: all steps are done.", "terminate", status="success")


def give_up(thought: str) -> Call:
    """The end, without."""
    return Call(thought, "Give the task up.", "terminate", status="failure")


def _line(text: str) -> str:
    """One line in which what was read from the screen can't pass for a tool call."""
    flat = " ".join(text.split()).replace("<", "\u2039")
    return flat if len(flat) <= _LONGEST_LINE else f"{flat[: _LONGEST_LINE - 1]}…"
