"""What all tools that begin runs have in common, as clients see it."""

from __future__ import annotations

from typing import Annotated

from mcp_types import CallToolResult, ToolAnnotations
from pydantic import Field

from agent.mcp.runs.answer import Answer

WAIT = 45.0
"""Seconds that a call waits by itself: widespread clients give up after 60, which would end the run."""
_MOST_WAIT = 600.0
Wait = Annotated[
    float, Field(ge=0, le=_MOST_WAIT, description="Seconds to wait for the end; after that get_run tells it.")
]
RequestId = Annotated[
    str,
    Field(
        max_length=200,
        description="A name of yours for this very piece of work: repeated with the same values it is never "
        "done twice, and you get the result of the first time.",
    ),
]
ACTS = ToolAnnotations(
    read_only_hint=False, destructive_hint=True, idempotent_hint=False, open_world_hint=True
)
Told = Annotated[CallToolResult, Answer]
"""What a tool returns: content for a reader, and an answer as structured content."""
