"""Steps of an utterance: read whole by a rule, or in parts, each by one; no page is known here."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from agent.bench.pages.orders.rules import RULES
from agent.bench.pages.orders.settings import SETTING_RULES
from agent.bench.pages.orders.writing import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LAST = re.compile(
    r'(.+?),?(?: and then| and| then)? (?:press|click|hit|push) "?([A-Za-z]+)"?', re.IGNORECASE
)
"""`... and press Submit`."""
_THEN = re.compile(r"(.+?),?(?: and)? then (.+)", re.IGNORECASE)
_SENTENCE = re.compile(r'\.\s+(?:then )?(?=(?:[^"]*"[^"]*")*[^"]*$)', re.IGNORECASE)
"""Between two sentences; what stands in quotes is none."""
_CLAUSE = re.compile(
    r",?\s+(?:and\s+)?(?:then\s+)?(?=(?:open|click|press|set|select|choose|check|expand|collapse|leave)\b)"
    r'(?=(?:[^"]*"[^"]*")*[^"]*$)',
    re.IGNORECASE,
)
"""Before an order within a sentence: `..., then click "Save"`."""
_WHERE = re.compile(r'(?:in|on) the [^",(]+, (.+)', re.IGNORECASE)
"""Where something is, without a name of its own, is seen without being told."""
_QUOTES = str.maketrans("“”`", '"""')
_LONGEST = 1000
"""Characters; no order is as long, and what is made to be one must not keep us."""
_RULES = (*RULES, *SETTING_RULES)


class NotRead(Exception):
    """No rule reads an utterance."""


def steps_of(utterance: str) -> Sequence[str]:
    """The steps that an utterance asks for.

    Raises:
        NotRead: no rule reads the whole of it.
    """
    plain = utterance.translate(_QUOTES).strip().rstrip(".").strip()
    steps = _read(plain) if len(utterance) <= _LONGEST else None
    if not steps:
        raise NotRead(f"no rule turns this into steps: {utterance}")
    return steps


def written_rules() -> str:
    """All rules as they are written: other ones give other results."""
    parts = ("rules.py", "settings.py", "steps.py", "writing.py")
    return "".join(files(__package__).joinpath(part).read_text(encoding="utf-8") for part in parts)


@lru_cache(maxsize=1000)
def _read(text: str) -> tuple[str, ...] | None:
    """The steps, by one rule or by those of its parts; None: it is not read. Kept, since parts come again."""
    for pattern, write in _RULES:
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            return tuple(write(*found.groups()))
    every = (_all(parts) for parts in _divisions(text))
    return next((steps for steps in every if steps is not None), None)


def _divisions(text: str) -> Iterator[Sequence[str]]:
    """The ways in which an order may be several."""
    if (sentences := _SENTENCE.split(text))[1:]:
        yield sentences
    if last := _LAST.fullmatch(text):
        yield last[1], click(last[2])
    if then := _THEN.fullmatch(text):
        yield then.groups()
    if (clauses := _CLAUSE.split(text))[1:]:
        yield clauses
    if where := _WHERE.fullmatch(text):
        yield where.groups()


def _all(parts: Sequence[str]) -> tuple[str, ...] | None:
    """The steps of parts, one after the other; None: one is not read."""
    read = [_read(part) for part in parts]
    return None if None in read else tuple(step for steps in read for step in steps or ())
