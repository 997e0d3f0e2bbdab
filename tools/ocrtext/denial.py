"""Denial: words before a text, in its clause, that make the contrary of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DENYING = re.compile(
    r"(?:not|no|never|none|nothing|nobody|cannot|without|neither|nor|\w+n['\u2019]t"
    r"|nicht|kein\w{0,2}|nie|niemals|ohne"
    r"|pas|jamais|aucune?|non|n[ao]o|n\u00e3o|nunca|ning[u\u00fa]n\w?|nessun\w?|senza"
    r"|niet|geen|nooit|inte|ikke|aldrig|aldri|de\u011fil|nem|nen\u00ed)",
    re.IGNORECASE,
)
"""In English; German; French, Portuguese, Spanish, Italian; Dutch and the Nordic languages, Turkish,
Hungarian, Czech."""
_ENDS_CLAUSE = re.compile(r".*[.!?;:,)\]}]$|[^\w\"\'\u2018-\u201f]+$")
"""A word behind which another clause begins, or a dash, a bullet, an equals sign, an open bracket."""
_OPENING = re.compile(r"^[(\[{]")
_MARKS = re.compile(r"^[^\w]+|[^\w]+$")


def is_denied(wanted: str, before: Sequence[str]) -> bool:
    """Whether a word before the text, in the same clause, denies it.

    Args:
        wanted: The text; it opens a clause where it starts with a bracket.
        before: The words before it, in order.
    """
    if _OPENING.match(wanted):
        return False
    for word in reversed(before):
        if _ENDS_CLAUSE.match(word):
            return False
        if _DENYING.fullmatch(_MARKS.sub("", word)):
            return True
        if _OPENING.match(word):
            return False
    return False
