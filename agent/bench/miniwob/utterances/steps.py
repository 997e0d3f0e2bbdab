"""Steps of an utterance, by the first rule that reads the whole of it; no page is known here. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.miniwob.utterances.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence


class NotRead(Exception):
    """No rule reads an utterance."""


def steps_of(utterance: str) -> Sequence[str]:
    """The steps that an utterance asks for.

    Raises:
        NotRead: no rule reads the whole of it.
    """
    text = utterance.strip().rstrip(".").strip()
    for pattern, write in RULES:
        if found := re.fullmatch(pattern, text, re.IGNORECASE | re.DOTALL):
            return write(*found.groups())
    raise NotRead(f"no rule turns this into steps: {utterance}")
