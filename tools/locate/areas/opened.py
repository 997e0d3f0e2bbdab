"""The list that a drop-down has opened: which part of the screen it is, and where the wheel turns it."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tools.locate.areas.crop import scene_in
from tools.locate.areas.wheel import WheelPlace

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.see.scene import Line, Widget

_WHOLE = 0.8
"""Part of the usual height that a row has at least which is not cut off."""


def opened_list(look: Look, field: Widget) -> Box | None:
    """What has opened since the look before, at the field: below, above or over it; None: nothing yet.

    What changed elsewhere (a clock) is no list, nor is the field itself, which shows its focus.
    """
    height = look.scene.text_height
    near = field.box.grow(round(height))
    around = [box for box in look.changes if box.overlap(near).area and not _within(box, field.box.grow(4))]
    if not around:
        return None
    whole = around[0]
    for box in around[1:]:
        whole = whole.union(box)
    return whole


def list_place(opened: Box, field: Widget, look: Look) -> WheelPlace:
    """Where to turn the wheel over an opened list, and how far it may move without passing over a row."""
    above, below = field.box.top - opened.top, opened.bottom - field.box.bottom
    shown = opened
    if below >= above and below > 0:
        shown = opened._replace(top=field.box.bottom, height=below)
    elif above > 0:
        shown = opened._replace(height=above)
    rows = _whole_rows(scene_in(look, opened, without=field.box).lines)
    ahead = rows[-1].box.top - rows[0].box.top if rows else 0
    pitch = ahead // (len(rows) - 1) if len(rows) > 1 else 0
    return WheelPlace(shown.center._replace(x=field.box.center.x), ahead + pitch, shown)


def _whole_rows(lines: tuple[Line, ...]) -> list[Line]:
    usual = median([line.box.height for line in lines] or [0])
    whole = (line for line in lines if _WHOLE * usual <= line.box.height <= usual / _WHOLE)
    return sorted(whole, key=lambda line: line.box.top)


def _within(inner: Box, outer: Box) -> bool:
    return inner.overlap(outer) == inner
