"""Readings: sentences that read a value from the screen, and where that value may be used. Pure."""

from __future__ import annotations

import re

_READS = re.compile(r"\s*read\s", re.IGNORECASE)
_AS = re.compile(
    r"[\"\N{RIGHT DOUBLE QUOTATION MARK}][^\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]*"
    r"\bas\s+(?P<name>[A-Za-z_]\w*)\s*\.?\s*\Z",
    re.IGNORECASE | re.ASCII,
)
"""Behind the last quote of a sentence."""


def name_read(step: str) -> str | None:
    """The variable that a step reads, `order` of `Read "Order number" as order`; None: it reads none."""
    found = _AS.search(step) if _READS.match(step) else None
    return found["name"] if found else None
