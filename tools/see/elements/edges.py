"""Edges: a box that the detector sees, as exact as the shape that is drawn there.

What is read of a field depends on a pixel or two: its border is no letter, and what changes in it is told
from what changes around it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.see.pixels.regions import find_regions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Widget

OFF = 4
"""Pixels by which an edge that the detector sees is off the one that is drawn, at most."""
AS_HIGH = 0.8
"""Part of the height of what the detector sees that what is drawn has, at least."""
WHOLE = 0.9
"""Share of its box that what is drawn encloses, at least: its corners may be round."""


def with_exact_edges(frame: Frame, widgets: Iterable[Widget], known: Collection[Widget]) -> Iterator[Widget]:
    """The widgets; fields and drop-downs that no shape has shown with the edges that are drawn there.

    Args:
        frame: What to look at.
        widgets: All that are on it.
        known: Those that shapes have shown.
    """
    drawn = [one.box for region in find_regions(frame) for one in region.outlines if one.fill >= WHOLE]
    for widget in widgets:
        is_proposed = widget not in known and widget.kind in ("field", "dropdown")
        yield replace(widget, box=_drawn(widget.box, drawn)) if is_proposed else widget


def _drawn(box: Box, drawn: Sequence[Box]) -> Box:
    """The box that is drawn where another was seen; that one where there is none."""
    high = [one for one in drawn if one.height >= AS_HIGH * box.height]  # lower may be a selected text
    near = [(off, one) for one in high if (off := _off(box, one)) <= OFF]
    return min(near, default=(0, box))[1]


def _off(one: Box, other: Box) -> int:
    """Pixels by which two boxes' edges differ, at most."""
    ends = (one.left - other.left, one.top - other.top, one.right - other.right, one.bottom - other.bottom)
    return max(map(abs, ends))
