"""Groups of radio buttons: of several that are drawn alike none is on, and another one may be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.observation import COLOR
from tools.see.shapes.ticks import LIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame
    from tools.see.scene import Widget

_ALIKE = 2
"""Radio buttons that are drawn alike, at least: of two that differ either may be the one that is on."""
_FAR = 3
"""Heights of a radio button between two of one group, at most."""


def with_states_of_groups(frame: Frame, widgets: Sequence[Widget]) -> list[Widget]:
    """The widgets; a radio button whose state can't be told by its own look has it by its group's.

    Args:
        frame: What they are on.
        widgets: Boxes are in frame pixels.
    """
    return [
        replace(one, checked=_state_in_group(frame, one, widgets))
        if one.kind == "radio" and one.checked is None
        else one
        for one in widgets
    ]


def _state_in_group(frame: Frame, one: Widget, widgets: Sequence[Widget]) -> bool | None:
    """Off where it is drawn as all but one that is on; on where all others are off, and it has a dot."""
    group = _group(one, widgets)
    on = [other for other in group if other.checked]
    if len(on) == 1:
        rest = [other for other in group if not other.checked]
        return False if _are_alike(frame, rest) else None
    others = [other for other in group if other is not one]
    is_other = not on and all(other.checked is False for other in others) and _are_alike(frame, others)
    return True if is_other and _differs_inside(frame, one.box, others[0].box) else None


def _group(one: Widget, widgets: Sequence[Widget]) -> list[Widget]:
    """The radio buttons of its size in its column, or in its row, that stand close, one to the next.

    In a table either may be a group: it is told of none there.
    """
    radios = [other for other in widgets if other.kind == "radio" and other.box[2:] == one.box[2:]]
    column = [other for other in radios if other.box.left == one.box.left]
    row = [other for other in radios if other.box.top == one.box.top]
    return [one] if len(column) > 1 and len(row) > 1 else _together(one, column if len(column) > 1 else row)


def _together(one: Widget, line: Sequence[Widget]) -> list[Widget]:
    """Those of a line that are reached from one, from neighbour to neighbour."""
    group = [one]
    for other in sorted(line, key=lambda other: other.box.gap(one.box)):
        near = min(other.box.gap(member.box) for member in group)
        if other is not one and near <= _FAR * one.box.height:
            group.append(other)
    return group


def _are_alike(frame: Frame, radios: Sequence[Widget]) -> bool:
    """Whether there are several, drawn pixel by pixel alike."""
    shown = [frame.words[one.box.slices] & COLOR for one in radios]
    return len(shown) >= _ALIKE and all(np.array_equal(shown[0], other) for other in shown)


def _differs_inside(frame: Frame, one: Box, other: Box) -> bool:
    """Whether the middle of one is much lighter or darker than that of another: more than focus makes it."""
    middles = (frame.gray[Box.around(box.center, 1).slices].mean() for box in (one, other))
    return bool(abs(np.subtract(*middles)) >= LIT)
