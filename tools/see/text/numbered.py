"""Numbers on a square or disc of their own, such as the page of a list that is shown, or a badge.

By their shape they are boxes that are ticked: something stands out from a coloured ground.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Region
    from tools.see.scene import Line

ROOM = 1.8
"""Heights of a letter that a box with a number in it is high, at least: most boxes to tick are lower."""
BORDER = 2
"""Pixels of a box's border, at most, as most are drawn: what stands in it is read with it and without it."""
NUMBER = re.compile(r"[1-9][0-9]{0,2}")
SURE = 0.95
"""Score of both readings, at least: of 483 boxes and radio buttons that are on none is read so, of
which the discs of radio buttons come nearest (a 0)."""


def with_numbered_buttons(
    frame: Frame,
    widgets: Sequence[Widget],
    regions: Sequence[Region],
    read: Callable[[Frame, Sequence[Box]], list[Line]],
) -> tuple[Widget, ...]:
    """The widgets; what looks ticked and shows a number is a button with that caption.

    Args:
        frame: What to look at.
        widgets: Those on it, by their shape.
        regions: Its flat areas.
        read: Reads what stands in some boxes of a frame.
    """
    least = ROOM * letter_height(regions)
    on = [one.box for one in widgets if one.is_indicator and one.checked and one.box.height >= least]
    whole, inside = (read(frame, [box.grow(by) for box in on]) for by in (0, -BORDER))
    numbered = [
        box
        for box, one, other in zip(on, whole, inside, strict=True)
        if _is_number(one) and _is_same(one, other)
    ]
    return tuple(Widget("button", one.box) if one.box in numbered else one for one in widgets)


def _is_number(line: Line) -> bool:
    return NUMBER.fullmatch(line.text) is not None and line.score >= SURE


def _is_same(one: Line, other: Line) -> bool:
    return other.text == one.text and other.score >= SURE
