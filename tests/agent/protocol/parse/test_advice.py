"""What a model is told about a call that is not valid: what is wrong, and what to write instead."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from agent.protocol.parse.advice import what_is_wrong
from agent.protocol.toolcall import ToolCall

CALLS: TypeAdapter[ToolCall] = TypeAdapter(ToolCall)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "it has no action; the actions are key, type, mouse_move"),
        ({"action": "fly"}, "there is no action 'fly'; the actions are key"),
        ({"action": "done"}, "'done'; to end the task use \"terminate\""),
        ({"action": "scroll_down"}, 'use "scroll" with pixels, negative for down'),
        ({"action": "screenshot"}, "a new screenshot comes after every action"),
        ({"action": "left_click"}, "left_click needs coordinate"),
        ({"action": "wait", "time": 1, "text": "x"}, "wait takes no 'text', only time; do one thing"),
        ({"action": "scroll", "pixels": 1, "keys": ["a"]}, "only coordinate and pixels"),
        (
            {"action": "left_click", "coordinate": [1920, 1080]},
            "two numbers from 0 to 1000, whatever the picture's size, not [1920, 1080]",
        ),
        ({"action": "terminate", "status": "done"}, "status: Input should be 'success' or 'failure'"),
    ],
)
def test_the_reason_says_what_to_write_instead(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        CALLS.validate_python(arguments)
    reason = what_is_wrong(caught.value, arguments)
    assert reason.startswith("The tool call is not valid: ")
    assert said in reason


def test_what_the_model_wrote_is_escaped_and_cut_short() -> None:
    arguments = {"action": "\x1b[2J" + "ü" * 1000}
    with pytest.raises(ValidationError) as caught:
        CALLS.validate_python(arguments)
    reason = what_is_wrong(caught.value, arguments)
    assert reason.isascii()
    assert reason.isprintable()
    assert len(reason) < 400
