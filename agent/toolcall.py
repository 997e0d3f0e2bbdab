"""Reply text -> tool call. Pure; the same for every model.

A reply is free text (perhaps `<think>...</think>`, `Thought:` and `Action:` lines) and one
`<tool_call>{"name": "computer_use", "arguments": {...}}</tool_call>` block, as Qwen3-VL writes it. Words
outside the block mean nothing here: "done" in a sentence ends nothing. What is unambiguous is repaired
(`agent.repair`), everything else raises `MalformedCall` with the reason, and the model is asked again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from agent.errors import MalformedCall
from agent.repair import load_object, repair_arguments

TOOL_NAME = "computer_use"
GRID = 1000
"""Coordinates of a call run from 0 to this on both axes, whatever the picture's size."""

_OPEN = "<tool_call>"
_INSIDE = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^"<]|<(?!/?tool_call>))*', re.DOTALL)
"""What lies inside a block; a tag inside a JSON string is text (a model may type one)."""
if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_REPLY = 1_000_000

GridNumber = Annotated[float, Field(ge=0, le=GRID, allow_inf_nan=False)]
GridPoint = tuple[GridNumber, GridNumber]


class _Call(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class KeyCall(_Call):
    """Press keys together."""

    action: Literal["key"]
    keys: tuple[str, ...] = Field(min_length=1, max_length=8)


class TypeCall(_Call):
    """Type text."""

    action: Literal["type"]
    text: str = Field(max_length=20_000)


class PointerCall(_Call):
    """Move, click or drag to a place."""

    action: Literal[
        "mouse_move",
        "left_click",
        "left_click_drag",
        "right_click",
        "middle_click",
        "double_click",
        "triple_click",
    ]
    coordinate: GridPoint


class ScrollCall(_Call):
    """Turn the wheel; positive is up (right for `hscroll`)."""

    action: Literal["scroll", "hscroll"]
    pixels: float = Field(ge=-10_000, le=10_000, allow_inf_nan=False)
    coordinate: GridPoint | None = None


class WaitCall(_Call):
    """Let the program work."""

    action: Literal["wait"]
    time: float = Field(ge=0, le=60, allow_inf_nan=False)


class AnswerCall(_Call):
    """Answer the task's question; ends the episode."""

    action: Literal["answer"]
    text: str = Field(max_length=20_000)


class TerminateCall(_Call):
    """Say that the task is done, or can't be done; ends the episode."""

    action: Literal["terminate"]
    status: Literal["success", "failure"]


ToolCall = Annotated[
    KeyCall | TypeCall | PointerCall | ScrollCall | WaitCall | AnswerCall | TerminateCall,
    Field(discriminator="action"),
]
_ADAPTER: TypeAdapter[ToolCall] = TypeAdapter(ToolCall)


def parse_tool_call(reply: str) -> ToolCall:
    """The one tool call in a reply.

    Raises:
        MalformedCall: there is none, there are several different ones, or it is not valid. The message is
            written for the model.
    """
    arguments = [_arguments(block) for block in _blocks(reply)]
    if any(other != arguments[0] for other in arguments[1:]):
        raise MalformedCall(f"The reply holds {len(arguments)} different tool calls; give exactly one.")
    return _validate(arguments[0])


def action_line(reply: str) -> str:
    """The reply's `Action:` sentence, or "" when it has none. For people, never interpreted."""
    return _labelled("Action", reply)


def thought_line(reply: str) -> str:
    """The reply's `Thought:` sentence, or "" when it has none. For people, never interpreted."""
    return _labelled("Thought", reply)


def _labelled(label: str, reply: str) -> str:
    found = re.search(rf"^\s*{label}:\s*(.+?)\s*$", reply.partition(_OPEN)[0], re.MULTILINE)
    return found.group(1) if found else ""


def _after_thinking(reply: str) -> str:
    """The reply without what a Thinking edition writes first; the opening tag may be in the prompt."""
    end, call = reply.find("</think>"), reply.find(_OPEN)
    opened = reply.lstrip().startswith("<think>")
    if opened and end < 0:
        raise MalformedCall("The reply ends inside <think>; think more briefly, then give one tool call.")
    return reply[end + len("</think>") :] if end >= 0 and (opened or end < call or call < 0) else reply


def _blocks(reply: str) -> list[str]:
    if not reply.strip():
        raise MalformedCall("The reply is empty; give one tool call.")
    if len(reply) > _LONGEST_REPLY:
        raise MalformedCall(f"The reply has {len(reply)} characters; give one short tool call.")
    body = _after_thinking(reply)
    blocks = list(_marked(body))
    if not blocks and f'"{TOOL_NAME}"' in body and "{" in body:
        blocks = [body[body.index("{") :]]
    if not blocks:
        raise MalformedCall("The reply holds no <tool_call> block; give exactly one.")
    return blocks


def _marked(body: str) -> Iterator[str]:
    start = body.find(_OPEN)
    while start >= 0:
        inside = _INSIDE.match(body, start + len(_OPEN))
        if inside is None:
            raise AssertionError("the pattern matches the empty text")
        if inside.group().strip():
            yield inside.group()
        start = body.find(_OPEN, inside.end())


def _arguments(block: str) -> dict[str, Any]:
    call = load_object(block)
    if "action" in call and "arguments" not in call:
        call = {"arguments": call}
    name = call.get("name", TOOL_NAME)
    if name != TOOL_NAME:
        raise MalformedCall(f"There is no function named {name!r:.60}; the only one is {TOOL_NAME!r}.")
    arguments = call.get("arguments")
    if isinstance(arguments, str):
        arguments = load_object(arguments)
    if not isinstance(arguments, dict):
        raise MalformedCall('The tool call has no "arguments" object.')
    return repair_arguments(arguments)


def _validate(arguments: dict[str, Any]) -> ToolCall:
    try:
        return _ADAPTER.validate_python(arguments)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "action"
        raise MalformedCall(f"The tool call is not valid: {where}: {first['msg']}.") from None
