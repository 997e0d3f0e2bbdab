"""`window` check: a window whose title contains a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found

if TYPE_CHECKING:
    from agent.task.checks import WindowCheck


def check_window(check: WindowCheck, context: CheckContext) -> Found:
    """Look for the text in the titles of all windows; programs put document names and stars around theirs."""
    titles = context.titles()
    expected = f"a window whose title contains {json.dumps(check.title, ensure_ascii=False)}"
    actual = ", ".join(json.dumps(title, ensure_ascii=False) for title in titles) or "no windows"
    return Found(any(check.title in title for title in titles), expected, actual)
