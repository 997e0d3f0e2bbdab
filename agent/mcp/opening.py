"""Tool that opens a desktop."""

# The signatures are read at run time: no postponed annotations here.
import shlex
from pathlib import Path
from typing import Annotated

from mcp.server.mcpserver import Context, Elicit, ElicitationResult, Resolve
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, ToolAnnotations
from pydantic import Field

from agent.mcp.acting import Approval, can_ask, failing_clearly, refusal
from agent.mcp.desks import Desks
from agent.mcp.results import Looked
from agent.mcp.seat.requests import Opening
from agent.mcp.strict import strict_tool
from agent.mcp.told import told
from agent.printing.escapes import visible

_NOTHING = "nothing was started"
_SIZE = (1280, 800)
_HINTS = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=True)
Task = Annotated[
    str | None,
    Field(description="A task file: its programs, rules, secrets and checks hold, its steps are yours."),
]
Values = Annotated[dict[str, str | int] | None, Field(description="Of the task's variables.")]
Awaited = Annotated[str | None, Field(description="A text that the program shows once it is ready.")]
Size = Annotated[
    tuple[int, int] | None,
    Field(description="Of the virtual display, without a task: 1280 by 800 unless you say it."),
]
Command = Annotated[
    list[str] | None, Field(description="Without a task: a program and its arguments; there is no shell.")
]


def open_tool(desks: Desks, folder: Path, *, display: str, approve: str) -> Tool:
    """The tool that opens a desktop.

    Args:
        desks: holds the desktops.
        folder: gets a folder for each.
        display: of each new one: `virtual`, `host` or a display's name.
        approve: `auto`, `ask` or `deny`.
    """
    home = folder.absolute()

    async def consent(ctx: Context, task: Task, command: Command) -> Approval | Elicit[Approval]:
        """Where a person is asked about every act, they are asked about a program before it starts."""
        if approve != "ask" or not (task or command):
            return Approval(approve=True)
        if not can_ask(ctx):
            return Approval(approve=False)
        return Elicit(f"May this be started? {visible(task or shlex.join(command or ()))}", Approval)

    async def open_desktop(
        ctx: Context,
        said: Annotated[ElicitationResult[Approval], Resolve(consent)],
        task: Task = None,
        values: Values = None,
        command: Command = None,
        wait_for: Awaited = None,
        size: Size = None,
    ) -> Annotated[CallToolResult, Looked]:
        """Open a desktop of its own, start a program on it, and show it.

        The answer has the desktop's handle, which every call names, and the first picture's frame. It is
        recorded from here on; end it with get_run, cancel: true, which judges the task's checks.
        """
        if task and (command or wait_for or size):
            raise ToolError(
                f"a task has its own programs and display: give `task`, or the others; {_NOTHING}"
            )
        if values and not task:
            raise ToolError(f"`values` are of a task's variables, and there is no `task`; {_NOTHING}")
        if why := refusal(said, can_ask=can_ask(ctx)):
            raise ToolError(f"{_NOTHING}: {why}")
        opening = Opening(
            folder=home,
            task=Path(task) if task else None,
            values=tuple((name, str(value)) for name, value in (values or {}).items()),
            command=tuple(command or ()),
            wait_for=wait_for,
            size=size or _SIZE,
            display=display,
            approve=approve,
        )
        desk, answer = await failing_clearly(desks, "", lambda: desks.open(opening))
        return told(answer, desk.handle)

    return strict_tool(open_desktop, annotations=_HINTS)
