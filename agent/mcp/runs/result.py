"""Result of a call: the answer as structured content, in short words, and what the screen showed last."""

from __future__ import annotations

import base64
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mcp_types import CallToolResult, ImageContent, TextContent

from tools.plain_file import read_plain

if TYPE_CHECKING:
    from mcp_types import ContentBlock

    from agent.mcp.runs.answer import Answer, Checked

_LARGEST = 700_000
"""Bytes of a picture: a client refuses a whole result for one that is too large."""


def result_of(answer: Answer) -> CallToolResult:
    """The result; one that ended otherwise than done is an error, so that nobody takes it for done."""
    picture = _picture(answer)
    content: list[ContentBlock] = [
        TextContent(type="text", text=told(answer)),
        *([picture] if picture else []),
    ]
    wrong = answer.state == "ended" and answer.outcome != "done"
    return CallToolResult(content=content, structured_content=answer.model_dump(mode="json"), is_error=wrong)


def told(answer: Answer) -> str:
    """The answer in a few lines."""
    return "\n".join(_lines(answer))


def _lines(answer: Answer) -> list[str]:
    if answer.state == "asking":
        return [f"{answer.run} asks: {answer.question}", answer.next_step]
    if answer.state == "running":
        of = f" of {answer.steps}" if answer.steps else ""
        so_far = (
            f"{answer.step}{of} steps done; {answer.doing}" if answer.step else answer.message or "starting"
        )
        return [f"{answer.run} is running: {so_far}", answer.next_step]
    head = f"{answer.outcome}: {answer.run} {answer.verdict} after {answer.seconds:.1f} s; {answer.message}"
    checks = [_check(check) for check in answer.checks if not check.passed]
    healed = [f"healed: steps {', '.join(map(str, answer.healed))}"] if answer.healed else []
    read = [f"read {name}: {value}" for name, value in answer.values.items()]
    page = [f"report: {answer.report}"] if answer.report else []
    return [head, *checks, *healed, *read, *page, answer.next_step]


def _check(check: Checked) -> str:
    return f"wrong: {check.what}: expected {check.expected}, found {check.actual}"


def _picture(answer: Answer) -> ImageContent | None:
    """The picture that it names, if it is small enough; one that is gone says nothing."""
    if answer.picture is None:
        return None
    with suppress(OSError):
        data = read_plain(Path(answer.picture), _LARGEST)
        return ImageContent(type="image", data=base64.b64encode(data).decode(), mime_type="image/png")
    return None
