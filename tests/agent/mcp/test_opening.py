"""The tool that opens a desktop, as a client sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from agent.mcp.desks import Desks
from agent.mcp.opening import open_tool
from tests.agent.mcp.clients import Caller, connected

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_person_says_is_not_the_clients_to_give(tmp_path: Path) -> None:
    tool = open_tool(Desks(), tmp_path, display="virtual", approve="ask")
    assert tool.parameters["properties"].keys() == {"task", "values", "command", "wait_for", "size"}
    assert tool.parameters["additionalProperties"] is False
    assert "\n    " not in tool.description
    assert tool.output_schema is not None


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file")

    async def main() -> None:
        async with connected(tmp_path) as client:
            told = await Caller(client)("open_desktop")
            assert told.is_error
            assert "can't make the run's folder" in told.said["error"]
            assert "--out DIR" in told.said["error"]

    anyio.run(main)
