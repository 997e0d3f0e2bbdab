"""Reply text from a tool call, as Qwen3-VL writes it: a thought, a plain sentence, one `<tool_call>`.

The inverse of `parse_tool_call` and `ground`, for what replies without a language model: the reader, replays
and demonstrations.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from agent.protocol.computer_use import ARGUMENTS, OWN_ARGUMENTS, TOOL_NAME
from agent.protocol.grounding import call_for
from agent.protocol.parse.blocks import CLOSE, OPEN
from agent.protocol.toolcall import AnswerCall, TerminateCall
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait

if TYPE_CHECKING:
    from agent.protocol.toolcall import ToolCall
    from tools.geometry import Size

_LONGEST_LINE = 400
"""Characters."""
_COUNTED = {1: "Click", 2: "Double-click", 3: "Triple-click"}


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply before it is written: what is done, its place in frame pixels, and what is said about it."""

    thought: str
    sentence: str
    """What is done, in plain words."""
    does: Action | AnswerCall | TerminateCall

    def render(self, size: Size) -> str:
        """The reply's text, for a frame of that size.

        Raises:
            ValueError: the protocol has no call for the action, as `call_for` says.
        """
        does = self.does
        call = does if isinstance(does, AnswerCall | TerminateCall) else call_for(does, size)
        return write_reply(self.thought, self.sentence, call)


def write_reply(thought: str, sentence: str, call: ToolCall) -> str:
    """A reply's text."""
    return f"Thought: {_line(thought)}\nAction: {_line(sentence)}\n{write_call(call)}"


def write_call(call: ToolCall) -> str:
    """The `<tool_call>` block that `parse_tool_call` reads as this call."""
    own = [name for name in OWN_ARGUMENTS.get(call.action, ()) if getattr(call, name) != 1]
    given = {name: getattr(call, name) for name in ("action", *ARGUMENTS[call.action], *own)}
    arguments = {name: _plain(name, value) for name, value in given.items() if value is not None}
    body = json.dumps({"name": TOOL_NAME, "arguments": arguments}, ensure_ascii=False)
    return f"{OPEN}\n{body}\n{CLOSE}"


def do(action: Action, thought: str, what: str = "") -> Reply:
    """A reply that carries out an action.

    Args:
        action: in frame pixels.
        thought: why.
        what: what a pointer action points at; without it, the sentence says where.
    """
    return Reply(thought, _sentence(action, what), action)


def wait(seconds: float, thought: str) -> Reply:
    """A reply that waits for the screen to change, so long at most, and says what for."""
    return Reply(thought, f"Wait: {thought}" if thought else "Wait.", Wait(seconds=round(seconds, 2)))


def finish(thought: str) -> Reply:
    """A reply that ends the task with success."""
    end = TerminateCall(action="terminate", status="success")
    return Reply(thought, "End the task: all steps are done.", end)


def give_up(thought: str, sentence: str = "Give the task up.") -> Reply:
    """A reply that ends the task without success."""
    return Reply(thought, sentence, TerminateCall(action="terminate", status="failure"))


def fail(thought: str) -> Reply:
    """A reply that ends the task because the program does not show what it should."""
    return give_up(thought, "End the task: it is not as expected.")


def _sentence(action: Action, what: str) -> str:  # noqa: PLR0911  (a table: one line an action)
    match action:
        case Click(button="left"):
            return f"{_COUNTED[action.count]} {what or _at(action)}."
        case Click():
            return f"{action.button.capitalize()}-click {what or _at(action)}."
        case Move():
            return f"Move to {what or _at(action)}."
        case Drag():
            return f"Drag to {what or _at(action)}."
        case Scroll(vertical=notches, horizontal=0):
            return f"Scroll {'up' if notches > 0 else 'down'}."
        case Scroll(horizontal=notches):
            return f"Scroll {'right' if notches > 0 else 'left'}."
        case Key(keys=keys, times=times):
            return f"Press {'+'.join(keys)}{f' {times} times' if times > 1 else ''}."
        case Type(text=text):
            return f"Type {json.dumps(text, ensure_ascii=False)}."
        case Wait():
            return "Wait for the screen to change."
    assert_never(action)


def _at(action: Click | Move | Drag) -> str:
    return f"({action.point.x}, {action.point.y})"


def _plain(name: str, value: object) -> object:
    """A value as the published models write it: whole grid numbers and pixels without a point."""
    if name == "coordinate" and isinstance(value, tuple):
        return [_whole(part) for part in value]
    return _whole(value) if name == "pixels" and isinstance(value, float) else value


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _line(text: str) -> str:
    """One line in which what was read from the screen can't pass for a tool call."""
    flat = " ".join(text.split()).replace("<", "\u2039")
    return flat if len(flat) <= _LONGEST_LINE else f"{flat[: _LONGEST_LINE - 1]}…"
