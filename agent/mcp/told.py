"""Answers as the protocol has them: structured, as text for clients that read only that, and the picture."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from mcp_types import CallToolResult, ImageContent, TextContent

if TYPE_CHECKING:
    from agent.mcp.results import Acted, Looked, ScreenRead
    from agent.mcp.seat.requests import Answer

_NOT_DONE = {"refused", "denied", "failed"}


def told(answer: Answer, desktop: str) -> CallToolResult:
    """A desktop's answer as the result of a call.

    Args:
        answer: with its picture.
        desktop: its handle.
    """
    named = answer.result.model_copy(update={"desktop": desktop})
    content: list[TextContent | ImageContent] = [TextContent(text=_text(named))]
    if answer.picture is not None:
        data = base64.b64encode(answer.picture.data).decode()
        content.append(ImageContent(data=data, mime_type=answer.picture.mime))
    return CallToolResult(
        content=list(content),
        structured_content=named.model_dump(mode="json"),
        is_error=getattr(named, "status", "done") in _NOT_DONE,
    )


def _text(result: Looked | Acted | ScreenRead) -> str:
    """All that is said, as JSON: what a screen or a program says is quoted in it, and no more than data."""
    return result.model_dump_json(exclude_defaults=True)
