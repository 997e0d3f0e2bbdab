"""Nearest recorded request: what a prompt that was not recorded is compared with. Pure.

In linear time and few lines: both may be a stranger's, and long.
"""

from __future__ import annotations

import difflib
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from agent.protocol.prompt import prompt_digest, request_text

if TYPE_CHECKING:
    from agent.model import Prompt
    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording

_MOST_LINES, _SHOWN, _LONGEST = 400, 32, 300
"""Lines of a request that are compared, lines of a difference that are shown, and characters of one."""


def prompt_difference(recording: Recording, line: StepLine, prompt: Prompt) -> str:
    """Where a prompt differs from the recorded one, and which recorded request comes nearest to it."""
    said = _lines(request_text(prompt))
    nearest = max(
        recording.steps,
        key=lambda step: (step.frame == prompt.frame.digest, _likeness(_lines(step.request), said)),
    )
    diff = difflib.unified_diff(
        _lines(nearest.request), said, f"recorded, step {nearest.index}", "now", lineterm="", n=1
    )
    shown = list(islice(diff, _SHOWN + 1))
    if len(shown) > _SHOWN:
        shown[-1] = "..."
    where = "the system text" if prompt.system != recording.header.system else "an earlier turn"
    told = "\n  ".join(shown) or f"(its last turn is the same; {where} differs)"
    return (
        f"{recording.folder}: step {line.index}: another prompt\n"
        f"  expected: {line.prompt}\n  actual:   {prompt_digest(prompt)}\n"
        f"  nearest recorded request: step {nearest.index}, frame {nearest.frame[:12]}\n  {told}"
    )


def _lines(text: str) -> list[str]:
    return [line[:_LONGEST] for line in text[: _MOST_LINES * _LONGEST].splitlines()[:_MOST_LINES]]


def _likeness(one: list[str], other: list[str]) -> float:
    """The share of lines that both have."""
    return 2 * (Counter(one) & Counter(other)).total() / max(1, len(one) + len(other))
