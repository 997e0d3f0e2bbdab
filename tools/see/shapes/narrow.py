"""Narrow fields: an empty frame tells too little by itself, but in a column it is as its fields are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.shapes.boxes import Candidate

_ASTRAY = 1
"""Pixels by which the edges of two fields of one column may differ: one may have a ring around it."""


def is_empty_like(one: Candidate, fields: Sequence[Box]) -> bool:
    """Whether a frame holds nothing, and a field that does stands above it or below, as wide and as high."""
    return one.has_border and not one.written and any(_are_alike(one.box, field) for field in fields)


def _are_alike(one: Box, other: Box) -> bool:
    edges = (one.left - other.left, one.right - other.right, one.height - other.height)
    return max(map(abs, edges)) <= _ASTRAY
