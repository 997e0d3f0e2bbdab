"""Counts with their noun: `1 step`, `2 steps`."""

from __future__ import annotations


def counted(count: int, one: str, several: str) -> str:
    """A count and the noun that goes with it.

    Args:
        count: of things.
        one: the noun for one of them.
        several: the noun for none or several.
    """
    return f"{count} {one if count == 1 else several}"
