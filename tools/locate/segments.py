"""Segments of a field that holds a date or a time: whether it has some, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Point
from tools.locate.adornments import before_icons
from tools.locate.contents import readings, text_part
from tools.ocrtext.segments import is_segmented, parts_of
from tools.see.text.selection import is_partly_selected

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Line, Widget

_MARK = 0.5
"""Widths of a digit that the mark between two segments takes."""
_FAINT = 8
"""Levels by which the sign of a greyed-out button differs from its ground, at least."""


class Segment(NamedTuple):
    """One number of a date or a time."""

    text: str
    place: Point
    """Its middle, in frame pixels."""


def has_segments(look: Look, field: Widget) -> bool:
    """Whether a field shows a date or a time, an icon behind it aside."""
    return _shown(look, field) is not None


def shown_date(look: Look, field: Widget) -> str:
    """The date or time that a field shows, an icon behind it aside; empty where it shows none."""
    shown = _shown(look, field)
    return "" if shown is None else shown.text


def has_lone_segment(look: Look, field: Widget) -> bool:
    """Whether one segment of a date or time is selected by itself: a field for any text selects all of it."""
    shown = _shown(look, field)
    if shown is None:
        return False
    return is_partly_selected(look.frame.bgrx[shown.box.clip(look.frame.size).slices][:, :, :3])


def place_to_type(look: Look, field: Widget) -> Point:
    """Where to click a field to type into it: its middle, or the first segment of a date or time.

    Where buttons stand behind its text, to make a number less and more, its middle may be one of them; where
    nothing stands, it is none, and the text may be an icon.
    """
    part = text_part(field)
    ink = look.ink(part)
    if ink is None or not has_segments(look, field):
        around = part._replace(left=part.center.x - field.box.height, width=2 * field.box.height)
        is_free = ink is None or not _is_drawn_on(look.frame, around.overlap(part))
        text = None if is_free else before_icons(look, part, field.box.height)
        place = _below_text(look, field, part)
        return place if text is None else place._replace(x=min(text.center.x, place.x))
    dates = (line.box.left for line in look.scene.lines_in(field.box) if is_segmented(line.text))
    left = max(ink.left, min(dates, default=ink.left))  # an icon may stand before it
    return part.center._replace(x=min(left + field.box.height // 4, part.center.x))


def _below_text(look: Look, field: Widget, part: Box) -> Point:
    """The middle of where a field's text may stand; below it where an area has text at its top alone.

    Of a field on a line, that text may be its label, which is not clicked.
    """
    ends = [line.box.bottom for line in look.scene.lines_in(field.box)]
    end = max(ends, default=part.bottom)
    is_free = end <= part.center.y and part.bottom - end >= look.scene.text_height
    if not is_free or not look.scene.holds_several_lines(field):
        return part.center
    return part.center._replace(y=(end + part.bottom) // 2)


def _is_drawn_on(frame: Frame, box: Box) -> bool:
    """Whether anything is drawn on a ground that may be shaded from top to bottom, if as faint as in grey."""
    rows = frame.gray[box.clip(frame.size).slices].astype(np.int16)
    return bool(np.abs(rows - np.median(rows, axis=1, keepdims=True)).max(initial=0) > _FAINT)


def segments_of(look: Look, field: Widget) -> list[Segment]:
    """The segments that a field shows, left to right; none where it holds no date or time."""
    shown = _shown(look, field)
    ink = None if shown is None else look.ink(shown.box)
    if shown is None or ink is None:
        return []
    ends = [0.0]
    for sign in shown.text:
        ends.append(ends[-1] + (1.0 if sign.isalnum() else _MARK))
    step = ink.width / ends[-1]
    return [
        Segment(
            shown.text[part.start : part.stop],
            Point(ink.left + round(step * (ends[part.start] + ends[part.stop]) / 2), ink.center.y),
        )
        for part in parts_of(shown.text)
    ]


def _shown(look: Look, field: Widget) -> Line | None:
    """The narrowest reading: a wider one may have the picture of a calendar in it."""
    found = (line for line in readings(look, field) if is_segmented(line.text))
    return min(found, key=lambda line: line.box.width, default=None)
