from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

from agent.mcp.runs.desktop import desktop
from tests.agent.mcp.clients import Caller, connected

if TYPE_CHECKING:
    from pathlib import Path

    from mcp import Client


def test_a_desktop_is_looked_at_and_closed_as_a_run_is(tmp_path: Path) -> None:
    async def use(client: Client) -> None:
        async with client:
            handle = (await Caller(client).open_press(tmp_path)).said["desktop"]
            still = await client.call_tool("get_run", {"run": handle})
            assert still.structured_content is not None
            assert (still.structured_content["state"], still.is_error) == ("running", False)
            closed = await client.call_tool("get_run", {"run": handle, "cancel": True})
            assert closed.structured_content is not None
            assert (closed.structured_content["state"], closed.is_error) == ("ended", False)
            assert closed.structured_content["recording"].endswith("recording")
            again = await client.call_tool("get_run", {"run": handle})
            assert again.structured_content == closed.structured_content  # an answer may be lost on its way
            assert (await client.call_tool("screenshot", {"desktop": handle})).is_error

    anyio.run(use, connected(tmp_path))
    assert desktop.__doc__
