"""Tool call: parsed from reply text. Pure; the same for every model.

A reply is free text (perhaps `<think>...</think>`, `Thought:` and `Action:` lines) and one `<tool_call>`
block with `{"name": "computer_use", "arguments": {...}}`, as Qwen3-VL writes it, or in the XML form of
Qwen3.5 and later. Words outside the block mean nothing here: "done" in a sentence ends nothing. What is
unambiguous is repaired, everything else raises `MalformedCall` with the reason, and the model is asked again.

The way of a reply, in `agent.protocol.parse`: `calls` finds the calls (with `blocks`) and decodes them (with
`loosejson` or `callxml`), `callshape` finds the arguments, `repair` mends them; the models below validate
them, and `advice` says why not.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationError,
    model_serializer,
)

from agent.errors import MalformedCall
from agent.protocol.computer_use import GRID, PointerAction
from agent.protocol.parse.advice import what_is_wrong
from agent.protocol.parse.blocks import OPEN
from agent.protocol.parse.calls import calls_in
from agent.protocol.parse.callshape import arguments_of
from agent.protocol.parse.repair import repair_arguments
from tools.action import MOST_TIMES

GridNumber = Annotated[float, Field(ge=0, le=GRID, allow_inf_nan=False)]
GridPoint = tuple[GridNumber, GridNumber]


LONGEST_TEXT = 20_000
"""Characters that are typed, or answered, at once."""


class _Call(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class KeyCall(_Call):
    """Press keys together."""

    action: Literal["key"]
    keys: tuple[Annotated[str, Field(max_length=40)], ...] = Field(min_length=1, max_length=8)
    times: int = Field(default=1, ge=1, le=MOST_TIMES)

    @model_serializer(mode="wrap")
    def _without_once(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Its fields; `times` is not written where it says nothing: the published function has none."""
        return {name: value for name, value in serialize(self).items() if (name, value) != ("times", 1)}


class TypeCall(_Call):
    """Type text."""

    action: Literal["type"]
    text: str = Field(max_length=LONGEST_TEXT)


class PointerCall(_Call):
    """Move, click or drag to a place."""

    action: PointerAction
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
    text: str = Field(max_length=LONGEST_TEXT)


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
    calls = [repair_arguments(arguments_of(call)) for call in calls_in(reply) if call]
    if not calls:
        raise MalformedCall("The reply holds no <tool_call> block; give exactly one.")
    if any(other != calls[0] for other in calls[1:]):
        raise MalformedCall(f"The reply holds {len(calls)} different tool calls; give exactly one.")
    try:
        return _ADAPTER.validate_python(calls[0])
    except ValidationError as error:
        raise MalformedCall(what_is_wrong(error, calls[0])) from None


def action_line(reply: str) -> str:
    """The reply's `Action:` sentence, or "" when it has none. For people and other models; never obeyed."""
    return _labelled("Action", reply)


def thought_line(reply: str) -> str:
    """The reply's `Thought:` sentence, or "" when it has none. For people, never interpreted."""
    return _labelled("Thought", reply)


def _labelled(label: str, reply: str) -> str:
    before = reply.partition(OPEN)[0]
    found = re.search(rf"^[^\S\n]*+{label}:", before, re.MULTILINE)
    return before[found.end() :].lstrip().partition("\n")[0].rstrip() if found else ""
