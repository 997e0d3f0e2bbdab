"""Alphabetical order of a list's rows: what an entry's neighbours tell of rows out of sight. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tools.ocrtext.table import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 5
"""Rows that stand in order by no chance (1 in 120), at least."""


def stands_between_its_neighbours(rows: Sequence[str], at: int, other: str) -> bool:
    """Whether another spelling of an entry would have to stand beside it, and does not.

    Lists are sorted with both cases alike, or with capitals first; so both orders have to say so. Who writes
    no capital at all means any.

    Args:
        rows: Texts in sight, from the top.
        at: Index of the entry.
        other: Its other spelling.
    """
    if not 0 < at < len(rows) - 1 or len(rows) < _FEWEST:
        return False
    before, seen, after = rows[at - 1 : at + 2]
    is_sorted = all(_key(one) < _key(next_one) for one, next_one in pairwise(rows))
    return is_sorted and (other.islower() or (before < min(seen, other) and max(seen, other) < after))


def _key(text: str) -> str:
    return "".join(map(bare, text.casefold()))
