"""Steps of an utterance: read whole by a rule, or in parts, each by one; no page is known here."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from agent.bench.pages.orders.rules import RULES
from agent.bench.pages.orders.writing import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST = re.compile(
    r'(.+?),?(?: and then| and| then)? (?:press|click|hit|push) "?([A-Za-z]+)"?', re.IGNORECASE
)
"""`... and press Submit`."""
_THEN = re.compile(r"(.+?),?(?: and)? then (.+)", re.IGNORECASE)
_LONGEST = 1000
"""Characters; no order is as long, and what is made to be one must not keep us."""


class NotRead(Exception):
    """No rule reads an utterance."""


def steps_of(utterance: str) -> Sequence[str]:
    """The steps that an utterance asks for.

    Raises:
        NotRead: no rule reads the whole of it.
    """
    steps = _read(utterance.strip().rstrip(".").strip()) if len(utterance) <= _LONGEST else None
    if steps is None:
        raise NotRead(f"no rule turns this into steps: {utterance}")
    return steps


def written_rules() -> str:
    """All rules as they are written: other ones give other results."""
    parts = ("rules.py", "steps.py", "writing.py")
    return "".join(files(__package__).joinpath(part).read_text(encoding="utf-8") for part in parts)


def _read(text: str) -> Sequence[str] | None:
    """The steps, by one rule or by those of its parts; None: a part is not read."""
    for pattern, write in RULES:
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            return write(*found.groups())
    if last := _LAST.fullmatch(text):
        before = _read(last[1])
        return None if before is None else [*before, click(last[2])]
    if then := _THEN.fullmatch(text):
        first, second = _read(then[1]), _read(then[2])
        return None if first is None or second is None else [*first, *second]
    return None
