"""Conditional sentence: `If "Update available" appears: Click "Later"`. Pure."""

from __future__ import annotations

import re
from typing import Any

from agent.task.spoken import unescape

_CONDITION = re.compile(
    r"\s*if\s+(?P<when>\"(?:\\.|[^\"\\])+\"|\N{LEFT DOUBLE QUOTATION MARK}.+?\N{RIGHT DOUBLE QUOTATION MARK})"
    r"\s+appears\b(?P<within>[^:,]*)[:,]\s*(?P<do>.+)",
    re.IGNORECASE | re.DOTALL,
)


def interruption_in(written: Any) -> Any:
    """What a sentence says about a dialog that may come at any time, as a mapping; anything else as it is."""
    if not isinstance(written, str):
        return written
    found = _CONDITION.fullmatch(written)
    if found is None or found["within"].strip():
        raise ValueError(
            'expected {when: "Update available", do: [Click "Later"]} or a sentence: '
            'If "Update available" appears: Click "Later"'
        )
    return {"when": unescape(found["when"]), "do": [found["do"]]}


def done_if(step: str) -> str:
    """The sentence within a conditional one, which the grammar has understood."""
    found = _CONDITION.fullmatch(step)
    assert found is not None
    return found["do"]
