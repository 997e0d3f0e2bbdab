"""`text` check: a text that can be read on the screen.

Read as a person reads (`tools.see.text.saying`); a text may run on beside, and in the next line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found
from tools.ocrtext.alike import likeness, nearest
from tools.see.text.saying import doubt, visible

if TYPE_CHECKING:
    from agent.task.checks import TextCheck

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
    unsure = doubt(check.text, lines)
    if unsure is not None:
        return Found(passed=False, expected=expected, actual=unsure)
    texts = [line.text for line in lines]
    near = [text for text in nearest(check.text, texts, _NEAREST) if likeness(check.text, text) >= _NEAR]
    shown = (
        ", ".join(json.dumps(text, ensure_ascii=False) for text in near or texts[:_MOST]) or "no text at all"
    )
    return Found(
        passed=False, expected=expected, actual=f"{'nearest' if near else 'the screen shows'}: {shown}"
    )
