"""Result of a call: the answer as structured content, in short words, and what the screen showed last."""

from __future__ import annotations

import base64
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from mcp_types import CallToolResult, ImageContent, TextContent

from agent.mcp.seat.picture import encoded
from agent.printing.escapes import visible
from tools.observation import Frame

if TYPE_CHECKING:
    from mcp_types import ContentBlock

    from agent.mcp.runs.answer import Answer, Checked
    from agent.mcp.seat.requests import Picture


def result_of(answer: Answer) -> CallToolResult:
    """The result; one that ended otherwise than done is an error, so that nobody takes it for done."""
    picture = _picture(answer)
    content: list[ContentBlock] = [
        TextContent(type="text", text=told(answer)),
        *([picture] if picture else []),
    ]
    wrong = answer.outcome not in (None, "done")
    return CallToolResult(content=content, structured_content=answer.model_dump(mode="json"), is_error=wrong)


def told(answer: Answer) -> str:
    """The answer in a few lines."""
    return "\n".join(visible(line) for line in _lines(answer))  # what a program says begins no line


def _lines(answer: Answer) -> list[str]:
    if answer.state == "asking":
        return [f"{answer.run} asks: {answer.question}", answer.next_step]
    if answer.state == "running":
        of = f" of {answer.steps}" if answer.steps else ""
        so_far = (
            f"{answer.step}{of} steps done; {answer.doing}" if answer.step else answer.message or "starting"
        )
        return [f"{answer.run} is running: {so_far}", answer.next_step]
    took = f" after {answer.seconds:.1f} s" if answer.seconds else ""
    head = f"{answer.outcome or answer.state}: {answer.run} {answer.verdict}{took}; {answer.message}"
    checks = [_check(check) for check in answer.checks if not check.passed]
    healed = [f"healed: steps {', '.join(map(str, answer.healed))}"] if answer.healed else []
    read = [f"read {name}: {value}" for name, value in answer.values.items()]
    page = [f"report: {answer.report}"] if answer.report else []
    return [head, *checks, *healed, *read, *page, answer.next_step]


def _check(check: Checked) -> str:
    return f"wrong: {check.what}: expected {check.expected}, found {check.actual}"


def _picture(answer: Answer) -> ImageContent | None:
    """The picture that it names; one that is gone says nothing."""
    if answer.picture is None:
        return None
    with suppress(OSError):
        picture = _within_limits(Path(answer.picture))
        data = base64.b64encode(picture.data).decode()
        return ImageContent(type="image", data=data, mime_type=picture.mime)
    return None


def _within_limits(path: Path) -> Picture:
    """A picture as clients take it. Raises OSError: it is gone, or none."""
    from PIL import Image  # noqa: PLC0415  (heavy: loaded on use)

    with Image.open(path) as opened:
        frame = Frame.from_rgb(np.asarray(opened.convert("RGB")))
    return encoded(frame)
