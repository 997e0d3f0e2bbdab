"""Tools that look at a desktop."""

# The signatures are read at run time: no postponed annotations here.
from typing import Annotated, Literal

from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, ToolAnnotations
from pydantic import Field

from agent.mcp.acting import failing_clearly
from agent.mcp.acts import Desktop
from agent.mcp.desks import Desks
from agent.mcp.results import Acted, Looked, ScreenRead
from agent.mcp.seat.requests import Look, Pause, Read, Steps
from agent.mcp.seat.wording import literal
from agent.mcp.strict import strict_tool
from agent.mcp.told import told
from agent.task.variables import quoted

_LOOKS = ToolAnnotations(read_only_hint=True, open_world_hint=True)


def look_tools(desks: Desks) -> list[Tool]:
    """A server's tools that look at a desktop."""

    async def screenshot(
        desktop: Desktop,
        since: Annotated[
            str | None, Field(description="A frame that you have: only what has changed is shown.")
        ] = None,
    ) -> Annotated[CallToolResult, Looked]:
        """Look at a desktop, once its screen has come to rest."""
        answer = await failing_clearly(desks, desktop, lambda: desks.get(desktop).ask(Look(since)))
        return told(answer, desktop)

    async def read_screen(
        desktop: Desktop,
        find: Annotated[
            str | None,
            Field(description='A target to find: `Save`, or `the "Street" in "Delivery address"`.'),
        ] = None,
    ) -> Annotated[CallToolResult, ScreenRead]:
        """Read a desktop: its lines of text, fields, buttons and boxes, and where a target is. No picture."""
        answer = await failing_clearly(desks, desktop, lambda: desks.get(desktop).ask(Read(find)))
        return told(answer, desktop)

    async def wait(
        desktop: Desktop,
        text: Annotated[
            str | None, Field(description="That is waited for; without one, any change is.")
        ] = None,
        change: Annotated[
            Literal["appears", "disappears"], Field(description="What the text is to do.")
        ] = "appears",
        seconds: Annotated[float, Field(gt=0, le=60, description="At most.")] = 10,
    ) -> Annotated[CallToolResult, Acted]:
        """Wait until a text comes up or goes away, or until anything changes."""
        request = Pause(seconds) if text is None else _waits(text, seconds, change)
        answer = await failing_clearly(desks, desktop, lambda: desks.get(desktop).ask(request))
        return told(answer, desktop)

    return [strict_tool(does, annotations=_LOOKS) for does in (screenshot, read_screen, wait)]


def _waits(text: str, seconds: float, change: str) -> Steps:
    sentence = f'Wait until "{quoted(text)}" {change} for {seconds:g} seconds'
    return Steps(None, (literal(sentence),), (), seconds + 5)
