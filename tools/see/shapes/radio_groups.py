"""Groups of radio buttons: of several that are drawn alike beside one that is on, none is on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.observation import COLOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Widget

_ALIKE = 2
"""Radio buttons that are drawn alike, at least: of two that differ either may be the one that is on."""
_FAR = 3
"""Heights of a radio button between two of one group, at most."""


def with_others_off(frame: Frame, widgets: Sequence[Widget]) -> list[Widget]:
    """The widgets; radio buttons whose state can't be told by their own look are off beside one that is on.

    Args:
        frame: What they are on.
        widgets: Boxes are in frame pixels.
    """
    return [
        replace(one, checked=False)
        if one.kind == "radio" and one.checked is None and _is_other(frame, one, widgets)
        else one
        for one in widgets
    ]


def _is_other(frame: Frame, one: Widget, widgets: Sequence[Widget]) -> bool:
    """Whether all of its group but one that is on, it too, are drawn alike."""
    group = _group(one, widgets)
    on = [other for other in group if other.checked]
    rest = [other for other in group if not other.checked]
    are_alike = all(_are_alike(frame, one.box, other.box) for other in rest)
    return len(on) == 1 and len(rest) >= _ALIKE and are_alike


def _group(one: Widget, widgets: Sequence[Widget]) -> list[Widget]:
    """The radio buttons of its size in its column, or in its row, that stand close, one to the next."""
    radios = [other for other in widgets if other.kind == "radio" and other.box[2:] == one.box[2:]]
    column = [other for other in radios if other.box.left == one.box.left]
    row = [other for other in radios if other.box.top == one.box.top]
    return _together(one, column if len(column) > 1 else row)


def _together(one: Widget, line: Sequence[Widget]) -> list[Widget]:
    """Those of a line that are reached from one, from neighbour to neighbour."""
    group = [one]
    for other in sorted(line, key=lambda other: other.box.gap(one.box)):
        near = min(other.box.gap(member.box) for member in group)
        if other is not one and near <= _FAR * one.box.height:
            group.append(other)
    return group


def _are_alike(frame: Frame, one: Box, other: Box) -> bool:
    return np.array_equal(frame.words[one.slices] & COLOR, frame.words[other.slices] & COLOR)
