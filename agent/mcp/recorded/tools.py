"""Tools of recordings, as the SDK has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver.utilities.func_metadata import FuncMetadata
from pydantic import Field, StrictInt, create_model

from agent.mcp.recorded.offer import BUILT_IN, offers
from agent.mcp.recorded.parameter import RESERVED
from agent.mcp.runs.answer import Answer
from agent.mcp.runs.calling import called
from agent.mcp.runs.job import Job
from agent.mcp.runs.offered import ACTS, WAIT, RequestId, Wait
from agent.mcp.strict import StrictArguments, StrictTool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from mcp.server.mcpserver.tools import Tool
    from mcp_types import CallToolResult

    from agent.mcp.recorded.offer import Offer
    from agent.mcp.recorded.parameter import Parameter
    from agent.mcp.runs.runs import Runs

_CONTEXT = "the context"
"""No variable can be called so."""


def recorded_tools(places: Sequence[Path], runs: Runs, taken: Iterable[str] = BUILT_IN) -> list[Tool]:
    """A tool for each recording.

    Args:
        places: their folders, or folders that hold some.
        runs: begins runs.
        taken: names that none may have.

    Raises:
        BadInput: one can't be replayed, with its path and why.
    """
    return [tool_of(offer, runs) for offer in offers(places, taken)]


def tool_of(offer: Offer, runs: Runs) -> Tool:
    """The tool of one recording."""

    async def call(**given: Any) -> CallToolResult:
        values = {one.variable: str(given[one.name]) for one in offer.parameters}
        ctx, waits, request_id = given[_CONTEXT], given["wait_seconds"], given["request_id"]
        return await called(runs, Job(offer.folder, values), ctx, waits, request_id)

    arguments = _arguments(offer)
    return StrictTool(
        fn=call,
        name=offer.name,
        title=offer.name.replace("_", " ").capitalize(),
        description=offer.description,
        parameters=arguments.model_json_schema(by_alias=True),
        fn_metadata=FuncMetadata(arg_model=arguments, output_model=Answer),
        is_async=True,
        context_kwarg=_CONTEXT,
        annotations=ACTS,
    )


def _arguments(offer: Offer) -> type[StrictArguments]:
    """The model of its arguments; fields have numbers for names, since a variable may be called anything."""
    fields: dict[str, Any] = {f"value_{at}": _field(one) for at, one in enumerate(offer.parameters)}
    fields |= {"request_id": (RequestId, ""), "wait_seconds": (Wait, WAIT)}
    assert set(RESERVED) <= fields.keys()
    return create_model(f"{offer.name}_arguments", __base__=StrictArguments, **fields)


def _field(one: Parameter) -> tuple[Any, Any]:
    """Its type and what it is by itself."""
    is_text = one.type == "string"
    recorded = one.recorded if is_text else int(one.recorded)
    described = Field(alias=one.name, title=one.name, description=one.description)
    return Annotated[str if is_text else StrictInt, described], ... if one.needed else recorded
