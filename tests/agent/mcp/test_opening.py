"""The tool that opens a desktop, as a client sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.mcp.desks import Desks
from agent.mcp.opening import open_tool

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_person_says_is_not_the_clients_to_give(tmp_path: Path) -> None:
    tool = open_tool(Desks(tmp_path), display="virtual", approve="ask")
    assert tool.parameters["properties"].keys() == {"task", "values", "command", "wait_for", "size"}
    assert tool.parameters["additionalProperties"] is False
    assert "\n    " not in tool.description
    assert tool.output_schema is not None
