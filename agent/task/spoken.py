"""Spoken names and numbers of a written step, and back; messages say `str(locator)`, without escapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.task.variables import quoted
from tools.locate.locator import ORDINALS

if TYPE_CHECKING:
    from tools.locate.describe import NamedElement

_ESCAPES = {"n": "\n", "t": "\t"}


def spoken(name: NamedElement) -> str:
    """The name as the grammar of the steps reads it: `the second "Street" in "Billing address"`."""
    return name.locator.phrase(quoted)


def unescape(quoted: str) -> str:
    """The text that stands between the quotes of a sentence; the inverse of `agent.task.variables.quoted`."""
    return re.sub(r'\\([\\"“”nt])', lambda found: _ESCAPES.get(found[1], found[1]), quoted[1:-1])


def number_of(ordinal: str) -> int:
    """The number of an ordinal: 2 of `second` and `2nd`, -1 of `last`."""
    word = ordinal.lower()
    if word == "last":
        return -1
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])
