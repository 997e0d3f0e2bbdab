"""Fields by their like: in a column of fields, what has a button's shape and is drawn as they are is one.

A value that fills its field, or has an icon beside it, stands there as a button's caption does; but it begins
where the values above and below it begin.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Widget

_ASTRAY = 2
"""Pixels by which the boxes of two fields of a column, and the beginnings of their values, differ at most."""
_ALIKE = 2
"""Fields of its column that a box is like, at least."""


def with_fields_alike(widgets: Sequence[Widget], texts: Sequence[Box]) -> tuple[Widget, ...]:
    """The widgets; what only has a button's shape is a field where it is like those of its column.

    Args:
        widgets: All of a screen. Boxes are in frame pixels.
        texts: The boxes of its lines.
    """
    fields = [one.box for one in widgets if one.is_field]
    return tuple(
        replace(one, kind="field") if one.kind == "button" and _is_like(one.box, fields, texts) else one
        for one in widgets
    )


def _is_like(box: Box, fields: Sequence[Box], texts: Sequence[Box]) -> bool:
    begins = _beginning(box, texts)
    like = [other for other in fields if _is_of_column(box, other)]
    if begins is None or len(like) < _ALIKE:
        return False
    others = (_beginning(other, texts) for other in like)
    return any(other is not None and abs(other - begins) <= _ASTRAY for other in others)


def _is_of_column(box: Box, other: Box) -> bool:
    """Whether two boxes have the same sides and height."""
    astray = abs(box.left - other.left), abs(box.right - other.right), abs(box.height - other.height)
    return max(astray) <= _ASTRAY


def _beginning(box: Box, texts: Sequence[Box]) -> int | None:
    """Where the text in a box begins; None in an empty one."""
    return min((text.left for text in texts if box.contains(text.center)), default=None)
