"""Mistaken fields: what the detector sees as one right at a field, where only a remark or a label is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.elements.fusing import AS_WIDGET
from tools.see.elements.on_line import ASTRAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.see.elements.element import Element

LOWER = 0.85
"""Part of the height of a field that a remark on it, or a label between two, is high, at most."""


def without_mistaken(
    elements: Iterable[Element], underlined: Sequence[Box], drawn: Sequence[Box]
) -> list[Element]:
    """The elements but for low fields that are none.

    Args:
        elements: What the detector proposes.
        underlined: Fields on a line; what begins where one ends is a remark on it.
        drawn: Fields whose shape is seen; what lies between two of a column is the lower one's label.
    """
    return [
        one
        for one in elements
        if AS_WIDGET.get(one.kind) not in ("field", "dropdown")
        or not (
            any(_begins_at(one.box, box) for box in underlined)
            or any(_begins_at(one.box, box) and _ends_at_any(one.box, box, drawn) for box in drawn)
        )
    ]


def _begins_at(low: Box, field: Box) -> bool:
    """Whether a box that is lower than a field begins where that ends."""
    is_at = max(abs(low.top - field.bottom), abs(low.left - field.left)) <= ASTRAY
    return is_at and low.height <= LOWER * field.height


def _ends_at_any(low: Box, above: Box, fields: Iterable[Box]) -> bool:
    """Whether a field as high as the one above a box, or higher, begins where that ends."""
    return any(
        max(abs(low.bottom - field.top), abs(low.left - field.left)) <= ASTRAY
        and low.height <= LOWER * field.height
        for field in fields
        if field != above
    )
