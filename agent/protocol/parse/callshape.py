"""Call shapes: a decoded object -> the arguments of the call that it holds. Pure.

The published shape is `{"name": "computer_use", "arguments": {"action": ..., ...}}`. There is only one
function, so that the other shapes models give it can be told apart without doubt.
"""

from __future__ import annotations

import re
from typing import Any

from agent.errors import MalformedCall
from agent.protocol.computer_use import ARGUMENT_NAMES, ARGUMENTS, TOOL_NAME
from agent.protocol.parse.loosejson import load_objects
from agent.protocol.parse.repair import action_named

_HOLDERS = ("arguments", "parameters", "args", "input")
"""Where arguments are found (huggingface/smolagents pull request 992 has `parameters`)."""
_MEAN_SOMETHING = ARGUMENT_NAMES | {"action", "x", "y"}
_NAMES = ("name", "function", "tool", "tool_name")
_PREFIX = re.compile(r"(?:(?:functions?|tools?|computer|computer_use)[.:/])+")
_DEEPEST = 4


def arguments_of(call: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call: in its `arguments`, an object or a string that holds one, or beside its name.

    Raises:
        MalformedCall: it calls another function, or has no arguments object.
    """
    action: str | None = None
    for _ in range(_DEEPEST):
        call = _unwrapped(call)
        action = _action_in_name(call) or action
        holders = [name for name in _HOLDERS if name in call]
        if not holders:
            break
        outside = sorted(_MEAN_SOMETHING & call.keys())
        if len(holders) > 1 or outside:
            raise MalformedCall(
                f"The tool call has {(holders + outside)[-1]!r} outside its arguments; put all inside."
            )
        call = _object(call[holders[0]])
    arguments = {name: value for name, value in call.items() if name not in _NAMES}
    if not arguments and action is None:
        raise MalformedCall('The tool call has no action; give {"action": ...} as its "arguments".')
    return arguments if action is None else _with_action(action, arguments)


def _unwrapped(call: dict[str, Any]) -> dict[str, Any]:
    """`{"type": "function", "function": {...}}`, as OpenAI's API writes a call."""
    inner = call.get("function")
    return inner if isinstance(inner, dict) else call


def _object(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        objects = load_objects(value, closed=True)
        value = objects[0] if len(objects) == 1 else None
    if not isinstance(value, dict):
        raise MalformedCall('The tool call\'s "arguments" must be one object.')
    return value


def _action_in_name(call: dict[str, Any]) -> str | None:
    """The action, where the function is called by it: `{"name": "left_click", "arguments": {...}}`.

    Raises:
        MalformedCall: there is no such function.
    """
    name = next((call[key] for key in _NAMES if key in call), TOOL_NAME)
    bare = _PREFIX.sub("", name.strip(), count=1) if isinstance(name, str) else ""
    if bare.lower() == TOOL_NAME:
        return None
    if action_named(bare) in ARGUMENTS:
        return bare
    raise MalformedCall(f"There is no function named {name!a:.60}; the only one is {TOOL_NAME!r}.")


def _with_action(action: str, arguments: dict[str, Any]) -> dict[str, Any]:
    inside = arguments.get("action", action)
    if isinstance(inside, str) and action_named(inside) == action_named(action):
        return arguments | {"action": action}
    raise MalformedCall(f"The tool call names two actions, {action!a:.30} and {inside!a:.30}; name one.")
