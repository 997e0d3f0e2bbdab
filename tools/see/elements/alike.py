"""Fields by their like: what has a button's shape, and the size of a form's fields, is one of them.

A value that fills its field, or has an icon beside it, stands there as a button's caption does; but it begins
as far inside as the values of the others do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.ink import ground_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Widget

_ASTRAY = 2
"""Pixels by which the sizes of two fields of a form, and the beginnings of their values, differ at most."""
_SHADE = 2
"""Levels of a channel by which their grounds differ, at most."""
_ALIKE = 2
"""Fields that a box is like, at least."""


def with_fields_alike(frame: Frame, widgets: Sequence[Widget], texts: Sequence[Box]) -> tuple[Widget, ...]:
    """The widgets; what only has a button's shape is a field where it is like several of them.

    Args:
        frame: The screen.
        widgets: All of a screen. Boxes are in frame pixels.
        texts: The boxes of its lines.
    """
    fields = [one.box for one in widgets if one.is_field]
    return tuple(
        replace(one, kind="field")
        if one.kind == "button" and _is_like(frame, one.box, fields, texts)
        else one
        for one in widgets
    )


def _is_like(frame: Frame, box: Box, fields: Sequence[Box], texts: Sequence[Box]) -> bool:
    begins = _beginning(box, texts)
    like = [other for other in fields if _has_size_of(box, other) and _has_ground_of(frame, box, other)]
    if begins is None or len(like) < _ALIKE:
        return False
    others = (_beginning(other, texts) for other in like)
    return any(other is not None and abs(other - begins) <= _ASTRAY for other in others)


def _has_size_of(box: Box, other: Box) -> bool:
    return max(abs(box.width - other.width), abs(box.height - other.height)) <= _ASTRAY


def _has_ground_of(frame: Frame, box: Box, other: Box) -> bool:
    """Whether most of two boxes has one colour; a button is often a little darker than a field."""
    grounds = (ground_behind(frame, one) for one in (box, other))
    return bool(np.abs(np.subtract(*grounds)).max() <= _SHADE)


def _beginning(box: Box, texts: Sequence[Box]) -> int | None:
    """How far inside a box its text begins; None for an empty one."""
    return min((text.left - box.left for text in texts if box.contains(text.center)), default=None)
