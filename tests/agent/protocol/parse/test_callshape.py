"""The arguments of a call, whatever the object around them looks like."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agent.errors import MalformedCall
from agent.protocol.parse.callshape import arguments_of

CLICK = {"action": "left_click", "coordinate": [1, 2]}


@pytest.mark.parametrize(
    "call",
    [
        {"name": "computer_use", "arguments": CLICK},
        {"name": "Computer_Use", "parameters": CLICK},
        {"function": "computer_use", "args": CLICK},
        {"tool": "functions.computer_use", "input": CLICK},
        {"name": "computer_use", "arguments": json.dumps(CLICK)},
        {"type": "function", "function": {"name": "computer_use", "arguments": CLICK}},
        {"name": "computer_use", "arguments": {"name": "computer_use", "arguments": CLICK}},
        {"name": "left_click", "arguments": {"coordinate": [1, 2]}},
        {"name": "computer_use.left_click", "arguments": CLICK},
        {"name": "computer_use", **CLICK},
        CLICK,
    ],
    ids=json.dumps,
)
def test_the_arguments_are_found(call: dict[str, Any]) -> None:
    assert arguments_of(call) == CLICK


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ({"name": "bash", "arguments": CLICK}, "no function named 'bash'"),
        ({"name": 5, "arguments": CLICK}, "no function named 5"),
        ({"name": "computer_use"}, "no action"),
        ({"name": "computer_use", "arguments": [1, 2]}, "must be one object"),
        ({"name": "computer_use", "arguments": '{"a": 1} {"b": 2}'}, "must be one object"),
        ({"name": "computer_use", "arguments": CLICK, "text": "x"}, "'text' outside its arguments"),
        ({"name": "computer_use", "arguments": CLICK, "args": CLICK}, "'args' outside its arguments"),
        ({"name": "right_click", "arguments": CLICK}, "two actions"),
    ],
)
def test_what_is_ambiguous_is_malformed(call: dict[str, Any], reason: str) -> None:
    with pytest.raises(MalformedCall, match=reason):
        arguments_of(call)
