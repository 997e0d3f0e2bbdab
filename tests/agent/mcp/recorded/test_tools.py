from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from mcp import Client
from mcp.server import MCPServer

from agent.mcp.recorded.offer import Offer
from agent.mcp.recorded.parameter import Parameter
from agent.mcp.recorded.tools import recorded_tools, tool_of
from agent.mcp.runs.runs import Runs
from tests.agent.mcp.runs.jobs import work
from tests.agent.mcp.runs.server import said, told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mcp_types import CallToolResult

ROOT = Path(__file__).parents[4]
FORM = Offer(
    "form",
    Path("task"),
    "Fill in the form.",
    (
        Parameter("name", "name", "string", "Ada", needed=True, description="Who."),
        Parameter("class", "class", "string", "A", needed=False, description="Which."),
        Parameter("value_request_id", "request_id", "string", "r", needed=False, description="It."),
        Parameter("seed", "seed", "integer", "7", needed=False, description="Looks."),
    ),
)


def with_form(use: Callable[[Client], Awaitable[None]]) -> None:
    async def main() -> None:
        async with (
            Runs(work=work).open() as runs,
            Client(MCPServer("test", tools=[tool_of(FORM, runs)])) as client,
        ):
            await use(client)

    anyio.run(main)


def test_what_is_given_and_what_is_not_goes_into_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def use(client: Client) -> None:
        result = await client.call_tool("form", {"name": "true", "request_id": "1"})
        assert told(result)["outcome"] == "done"
        assert told(result)["request_id"] == "1"

    with_form(use)
    written = Path("done.txt").read_text()
    assert written == "{'name': 'true', 'class': 'A', 'request_id': 'r', 'seed': '7'}\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({}, "Field required"),
        ({"name": "Ada", "Seed": 1}, 'did you mean "seed"'),
        ({"name": 7}, "valid string"),
        ({"name": None}, "valid string"),
        ({"name": "Ada", "seed": True}, "valid integer"),
        ({"name": "Ada", "seed": "x"}, "valid integer"),
        ({"name": "Ada", "wait_seconds": 1e9}, "less than or equal to 600"),
        ({"name": "Ada", "request_id": "x" * 201}, "at most 200"),
    ],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], why: str) -> None:
    async def use(client: Client) -> None:
        assert why in said(await client.call_tool("form", arguments))

    with_form(use)


def test_its_schema_has_types_and_descriptions_and_no_room_for_more() -> None:
    async def use(client: Client) -> None:
        [tool] = (await client.list_tools()).tools
        schema = tool.input_schema
        assert schema["additionalProperties"] is False
        assert schema["required"] == ["name"]
        assert schema["properties"]["name"] == {"type": "string", "title": "name", "description": "Who."}
        assert schema["properties"]["seed"]["default"] == 7
        assert tool.output_schema is not None
        assert {"outcome", "checks", "report", "safe_to_retry"} <= set(tool.output_schema["properties"])
        assert tool.annotations is not None
        assert (tool.annotations.read_only_hint, tool.annotations.destructive_hint) == (False, True)

    with_form(use)


def test_a_recording_with_another_value_is_replayed_and_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that is paid is another one, whose customer the task's check does not know: it has failed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks").symlink_to(ROOT / "tasks")

    async def main() -> CallToolResult:
        async with Runs().open() as runs:
            tools = recorded_tools([ROOT / "recordings" / "pay_order"], runs)
            async with Client(MCPServer("test", tools=tools)) as client:
                return await client.call_tool("pay_order", {"order": "A-1044", "wait_seconds": 300})

    result = anyio.run(main)
    answer = told(result)
    assert (answer["outcome"], answer["safe_to_retry"]) == ("failed", False)
    [wrong] = [check for check in answer["checks"] if not check["passed"]]
    assert "A-1044" in wrong["actual"]
    assert Path(answer["report"]).is_file()
    assert Path(answer["recording"], "session.jsonl").is_file()
    assert [block.type for block in result.content] == ["text", "image"]
