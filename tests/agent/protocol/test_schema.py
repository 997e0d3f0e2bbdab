"""The JSON schema that models are held to: the actions of the protocol, each with its own arguments."""

from __future__ import annotations

from typing import Any

import pytest

from agent.protocol.computer_use import ARGUMENTS, GRID, TOOL_NAME
from agent.protocol.schema import call_schema
from agent.protocol.toolcall import parse_tool_call
from tests.agent.fakes import call
from tools.keys import canonical


def arguments(action: str) -> dict[str, Any]:
    """The schema of an action's arguments."""
    (found,) = (
        variant["properties"]["arguments"]
        for variant in call_schema()["anyOf"]
        if variant["properties"]["arguments"]["properties"]["action"] == {"const": action}
    )
    return found


@pytest.mark.parametrize("action", ARGUMENTS)
def test_an_action_has_its_own_arguments_and_no_others(action: str) -> None:
    schema = arguments(action)
    assert tuple(schema["properties"]) == ("action", *ARGUMENTS[action])
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("action", ARGUMENTS)
def test_all_arguments_are_required_but_the_place_of_a_scroll(action: str) -> None:
    optional = set(arguments(action)["properties"]) - set(arguments(action)["required"])
    assert optional == ({"coordinate"} if "scroll" in action else set())


@pytest.mark.parametrize("variant", call_schema()["anyOf"])
def test_a_call_is_the_function_and_its_arguments(variant: dict[str, Any]) -> None:
    assert variant["properties"]["name"] == {"const": TOOL_NAME}
    assert variant["required"] == ["name", "arguments"]


def test_asked_to_point_a_model_can_only_click() -> None:
    (variant,) = call_schema("point")["anyOf"]
    assert variant["properties"]["arguments"]["properties"]["action"] == {"const": "left_click"}


def test_a_key_has_the_one_spelling_that_we_know_it_by() -> None:
    keys = arguments("key")["properties"]["keys"]["items"]["enum"]
    assert keys == [canonical(key) for key in keys]
    assert {"ctrl", "enter", "f12", "a", "+"} < set(keys)


@pytest.mark.parametrize("action", ["mouse_move", "scroll"])
def test_the_limits_are_those_of_the_parser(action: str) -> None:
    properties = arguments(action)["properties"]
    x, y = properties["coordinate"]["prefixItems"]
    assert x == y == {"type": "integer", "minimum": 0, "maximum": GRID}
    most = {name: properties[name]["maximum"] for name in properties.keys() & {"pixels"}}
    assert parse_tool_call(call(action, coordinate=[GRID, 0], **most)).action == action
