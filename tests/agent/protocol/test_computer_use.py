"""What we say of the published function is what it says of itself."""

from __future__ import annotations

import json
from importlib import resources
from typing import get_args

import pytest

from agent.protocol.computer_use import (
    ARGUMENT_NAMES,
    ARGUMENTS,
    GRID,
    OWN_ARGUMENTS,
    TOOL_NAME,
    PointerAction,
)
from agent.protocol.toolcall import ToolCall

TOOL = json.loads(resources.files("agent.protocol").joinpath("computer_use.json").read_text("utf-8"))
PROPERTIES = TOOL["function"]["parameters"]["properties"]


def test_the_function_has_our_name_actions_and_arguments() -> None:
    assert TOOL["function"]["name"] == TOOL_NAME
    assert set(ARGUMENTS) == set(PROPERTIES["action"]["enum"])
    assert {"action"} | ARGUMENT_NAMES == set(PROPERTIES)
    assert f"{GRID}x{GRID}" in TOOL["function"]["description"]


def test_pointer_actions_need_a_coordinate_and_nothing_else() -> None:
    assert {action for action in ARGUMENTS if ARGUMENTS[action] == ("coordinate",)} == set(
        get_args(PointerAction)
    )


@pytest.mark.parametrize("model", get_args(get_args(ToolCall)[0]))
def test_each_call_has_the_arguments_of_its_actions(model: type[ToolCall]) -> None:
    fields = model.model_fields
    for action in get_args(fields["action"].annotation):
        assert set(fields) == {"action", *ARGUMENTS[action], *OWN_ARGUMENTS.get(action, ())}
