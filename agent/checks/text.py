"""`text` check: a text that can be read on the screen.

Read as a person reads (`tools.ocrtext.within`); a text may run on in the next line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found
from tools.ocrtext.alike import likeness, nearest
from tools.ocrtext.within import reads_within
from tools.see.saying import says_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.task.checks import TextCheck
    from tools.see.scene import Line

_LINE_GAP = 0.8
"""Space between two lines of one text, at most, in heights of a line."""
_NEAREST, _NEAR = 3, 0.5
"""Lines that a failure shows, and how alike to the text they are at least (`likeness`)."""
_MOST = 12
"""Lines that it shows when none is near."""


def check_text(check: TextCheck, context: CheckContext) -> Found:
    """Look for the text in the frame."""
    lines = context.read(context.frame)
    expected = json.dumps(check.text, ensure_ascii=False)
    if visible(check.text, lines):
        return Found(passed=True, expected=expected, actual="it is there")
    texts = [line.text for line in lines]
    near = [text for text in nearest(check.text, texts, _NEAREST) if likeness(check.text, text) >= _NEAR]
    shown = (
        ", ".join(json.dumps(text, ensure_ascii=False) for text in near or texts[:_MOST]) or "no text at all"
    )
    return Found(
        passed=False, expected=expected, actual=f"{'nearest' if near else 'the screen shows'}: {shown}"
    )


def visible(text: str, lines: Sequence[Line]) -> bool:
    """Whether the text can be read somewhere in these lines."""
    return any(says_within(line, text) for line in lines) or any(
        reads_within(text, passage) for passage in _passages(lines, len(text))
    )


def _passages(lines: Sequence[Line], length: int) -> Iterator[str]:
    """Every line, followed by those that it runs on in, `length` letters far."""
    following = [_next_line(line, lines) for line in lines]
    for number, line in enumerate(lines):
        passage, run_on, after = line.text, 0, following[number]
        while after is not None and run_on < length:
            passage += f" {lines[after].text}"
            run_on += len(lines[after].text)
            after = following[after]
        yield passage


def _next_line(line: Line, lines: Sequence[Line]) -> int | None:
    """The number of the next line of the same text: right below, about as high, aligned left or centred."""
    box = line.box
    for number, other in enumerate(lines):
        gap = other.box.top - box.bottom
        near = -box.height / 2 < gap < _LINE_GAP * box.height and other.box.top > box.top
        alike = 0.6 < other.box.height / max(1, box.height) < 1.6  # noqa: PLR2004  (letters with and without tails)
        left = abs(other.box.left - box.left) <= box.height // 2
        centred = abs(other.box.center.x - box.center.x) <= box.height // 2
        if near and alike and (left or centred):
            return number
    return None
