from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio
import pytest
from mcp import Client
from mcp.server import MCPServer

from agent.mcp.strict import strict_tool

if TYPE_CHECKING:
    from mcp_types import CallToolResult


async def press(keys: str, times: int = 1) -> str:
    """Press keys."""
    return f"{keys} {times}"


def called(arguments: dict[str, Any]) -> CallToolResult:
    async def main() -> CallToolResult:
        async with Client(MCPServer("test", tools=[strict_tool(press)])) as client:
            return await client.call_tool("press", arguments)

    return anyio.run(main)


def test_a_strict_tool_works_as_the_function_does() -> None:
    assert called({"keys": "ctrl+s"}).structured_content == {"result": "ctrl+s 1"}


@pytest.mark.parametrize("name", ["time", "Keys", "\x1b[2J"])
def test_an_argument_that_it_does_not_have_is_refused(name: str) -> None:
    result = called({"keys": "ctrl+s", name: "2"})
    assert result.is_error
    [text] = result.content
    assert "no argument" in text.text  # type: ignore[union-attr]
    assert "\x1b" not in text.text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "said"),
    [({}, "keys: Field required"), ({"keys": "a", "times": "x"}, "times: Input should be a valid integer")],
)
def test_a_wrong_argument_is_told_in_one_sentence(given: dict[str, Any], said: str) -> None:
    [text] = called(given).content
    assert said in text.text  # type: ignore[union-attr]
    assert "nothing was done" in text.text  # type: ignore[union-attr]
    assert "pydantic" not in text.text  # type: ignore[union-attr]


def test_its_schema_says_so() -> None:
    tool = strict_tool(press)
    assert tool.parameters["additionalProperties"] is False
    assert tool.parameters["required"] == ["keys"]
