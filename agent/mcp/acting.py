"""Acting tools: a request is made of the arguments, a person is asked where one must be, then it is done.

Where a client can't ask its person, what needs asking is refused. A question that is answered goes for the
act that it was asked about and no other: the desktop waits in the middle of it.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver import (
    AcceptedElicitation,
    Context,
    Elicit,
    ElicitationResult,
    Resolve,
)
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, ToolAnnotations
from pydantic import BaseModel, Field

from agent.errors import AgentError, in_words
from agent.mcp.acts import click, do_steps, drag, press_key, scroll, type_text
from agent.mcp.desk import DesktopEnded
from agent.mcp.results import Acted
from agent.mcp.seat.requests import Act, Asked, Steps
from agent.mcp.strict import strict_tool
from agent.mcp.told import told
from tools.errors import ToolsError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mcp.server.mcpserver.tools import Tool

    from agent.mcp.desks import Desks
    from agent.mcp.seat.requests import Answer

    Make = Callable[..., Awaitable[Act | Steps]]

_ACTS: dict[str, Make] = {
    "click": click,
    "type": type_text,
    "key": press_key,
    "scroll": scroll,
    "drag": drag,
    "do_steps": do_steps,
}
_HINTS = ToolAnnotations(
    read_only_hint=False, destructive_hint=True, idempotent_hint=False, open_world_hint=True
)


class Approval(BaseModel):
    """What a person says to an act."""

    approve: bool = Field(description="Whether it may be done.")


def act_tools(desks: Desks) -> list[Tool]:
    """A server's acting tools."""
    return [
        strict_tool(_does(make, desks), name, description=make.__doc__, annotations=_HINTS)
        for name, make in _ACTS.items()
    ]


def _does(make: Make, desks: Desks) -> Callable[..., Awaitable[CallToolResult]]:
    """What the tool does that makes its requests so."""

    async def begin(desktop: str, act: Annotated[Any, Resolve(make)]) -> Any:
        """Begin it; it goes on, or waits until a person has said whether it may."""
        return await failing_clearly(desks, desktop, lambda: desks.get(desktop).begin(act))

    async def consent(ctx: Context, begun: Annotated[Any, Resolve(begin)]) -> Approval | Elicit[Approval]:
        """What the person says."""
        if not isinstance(begun, Asked) or not can_ask(ctx):
            return Approval(approve=False)
        return Elicit(f"May this be done? {begun.question}", Approval)

    async def tool(
        *,
        desktop: str,
        act: Act | Steps,
        begun: Answer | Asked,
        said: ElicitationResult[Approval],
        ctx: Context,
        **_: object,
    ) -> CallToolResult:
        why = refusal(said, can_ask=can_ask(ctx))
        answer = await failing_clearly(desks, desktop, lambda: desks.get(desktop).finish(act, begun, why))
        return told(answer, desktop)

    given = inspect.signature(make).parameters
    added = {
        "act": Annotated[Any, Resolve(make)],
        "begun": Annotated[Any, Resolve(begin)],
        "said": Annotated[ElicitationResult[Approval], Resolve(consent)],
        "ctx": Context,
    }
    returned = Annotated[CallToolResult, Acted]
    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in given.values()]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind)
        for name, kind in added.items()
    ]
    begin.__annotations__ = {"desktop": str, "act": Annotated[Any, Resolve(make)], "return": Any}
    consent.__annotations__ = {
        "ctx": Context,
        "begun": Annotated[Any, Resolve(begin)],
        "return": Approval | Elicit[Approval],
    }
    tool.__signature__ = inspect.Signature(parameters, return_annotation=returned)  # type: ignore[attr-defined]
    tool.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": returned}
    return tool


def refusal(said: ElicitationResult[Approval], *, can_ask: bool) -> str | None:
    """Why an act that a person was to be asked about is not done; None: they said yes."""
    if isinstance(said, AcceptedElicitation) and said.data.approve:
        return None
    if not can_ask:
        return (
            "a person has to be asked about this, and this client can't ask one: it declares no elicitation"
        )
    return "the person at the client said no"


def can_ask(ctx: Context) -> bool:
    """Whether the client can ask its person."""
    capabilities = ctx.client_capabilities
    elicitation = capabilities.elicitation if capabilities else None
    return elicitation is not None and (elicitation.form is not None or elicitation.url is None)


async def failing_clearly(desks: Desks, desktop: str, does: Callable[[], Awaitable[Any]]) -> Any:
    """What comes of a call; a failure that was foreseen is told in its own words.

    Raises:
        ToolError: it failed.
    """
    try:
        return await does()
    except (AgentError, ToolsError) as error:
        if isinstance(error, DesktopEnded):
            desks.forget(desktop)
        raise ToolError(in_words(error)) from None
