"""Readings: sentences that read a value from the screen, and where that value may be used. Pure."""

from __future__ import annotations

import re

_READS = re.compile(r"\s*read\b.*[\"\N{RIGHT DOUBLE QUOTATION MARK}].*\bas\s+(?P<name>[A-Za-z_]\w*)\s*\.?\s*", re.IGNORECASE | re.DOTALL | re.ASCII)


def name_read(step: str) -> str | None:
    """The variable that a written step reads: `order` of `Read "Order number" as order`; None: it reads none."""
    found = _READS.fullmatch(step)
    return found["name"] if found else None
