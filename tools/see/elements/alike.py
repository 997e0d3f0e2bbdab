"""Fields by their like: a form has one look.

What has a button's shape, and the size of a form's fields, is one of them: a value that fills its field, or
has an icon beside it, stands there as a button's caption does; but it begins as far inside as the values of
the others do. And what is as high as a card, and drawn as they are down to its foot, is one for more lines.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Point
from tools.see.pixels.ink import ground_behind
from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame

_ASTRAY = 2
"""Pixels by which the sizes of two fields of a form, and the beginnings of their values, differ at most."""
_SHADE = 2
"""Levels of a channel by which their grounds differ, at most."""
_SEEN = 0.4
"""Share of their union that a box and what the detector sees have in common when they are one."""
_CORNER = 8
"""Pixels at either end of a field's foot that may be round."""
_ALIKE = 2
"""Fields that a box is like, at least."""


def with_fields_alike(
    frame: Frame, widgets: Sequence[Widget], texts: Sequence[Box], seen: Sequence[Box] = ()
) -> tuple[Widget, ...]:
    """The widgets; what only has a button's shape is a field where it is like several of them.

    Args:
        frame: The screen.
        widgets: All of a screen. Boxes are in frame pixels.
        texts: The boxes of its lines.
        seen: Those of what may be a field as the detector sees it, though it is rather a button: of any
            width, as its value is long, it is one in a column of fields.
    """
    fields = [one.box for one in widgets if one.is_field]
    return tuple(
        replace(one, kind="field")
        if one.kind == "button" and _is_like(frame, one.box, fields, texts, seen)
        else one
        for one in widgets
    )


def with_areas_alike(
    frame: Frame,
    widgets: Sequence[Widget],
    boxes: Sequence[Box],
    texts: Sequence[Box],
    shown: Sequence[Box],
    lined: Sequence[Box] = (),
) -> tuple[Widget, ...]:
    """The widgets, and as fields the boxes without a kind that are drawn as several fields are, but higher.

    What is only supposed to lie in such a box is that field, seen too small.

    Args:
        frame: The screen.
        widgets: All of a screen that are known. Boxes are in frame pixels.
        boxes: Those whose shape tells no kind.
        texts: The boxes of its lines.
        shown: The boxes of the widgets that their shapes show.
        lined: Those of fields that a line at their foot shows.
    """
    fields = [one.box for one in widgets if one.is_field]
    areas = [box for box in boxes if _is_area(frame, box, fields, texts)]
    sure = [one.box for one in widgets if one.box in shown]
    supposed = [one.box.center for one in widgets if not one.is_field]  # may be the edge, with the next label
    areas = [area for area in areas if not _holds_any(area.grow(-_ASTRAY), sure, supposed)]
    areas = [area for area in areas if not _is_card(area, fields, lined)]
    others = (one for one in widgets if not any(one.box.lies_mostly_in(area) for area in areas))
    found = (*others, *(Widget("field", area) for area in areas))
    return tuple(sorted(found, key=lambda widget: (widget.box.top, widget.box.left)))


def _holds_any(inside: Box, boxes: Sequence[Box], places: Sequence[Point]) -> bool:
    return any(inside.meets(box) for box in boxes) or any(inside.contains(place) for place in places)


def _is_card(area: Box, fields: Sequence[Box], lined: Sequence[Box]) -> bool:
    """Whether fields stand in a box: several, or one whose line is drawn above the box's foot."""
    parts = [box for box in fields if box.lies_mostly_in(area)]
    has_line = any(box in lined and box.bottom < area.bottom - 2 * _ASTRAY for box in parts)
    return has_line or any(not one.meets(other) for one, other in combinations(parts, 2))


def _is_area(frame: Frame, box: Box, fields: Sequence[Box], texts: Sequence[Box]) -> bool:
    """Whether a box is drawn as fields are, and a text begins in it where it does in one of them."""
    like = [
        other
        for other in fields
        if other.height < box.height
        and _has_ground_of(frame, box, other)
        and _has_ground_of(frame, _foot(box), _foot(other))
    ]
    begins = any(_begins_as_in(box, other, texts) for other in like)
    return len(like) >= _ALIKE and (begins or not _within(box, texts))


def _begins_as_in(box: Box, field: Box, texts: Sequence[Box]) -> bool:
    """Whether what is written in a box begins as far inside as in a field, and no lower than its value."""
    own, others = _within(box, texts), _within(field, texts)
    if not own or not others:
        return False
    aside = abs(own[0].left - box.left - others[0].left + field.left)
    lower = own[0].top - box.top - max(one.top for one in others) + field.top
    return aside <= _ASTRAY and lower <= _ASTRAY


def _within(box: Box, texts: Sequence[Box]) -> list[Box]:
    return sorted((text for text in texts if box.contains(text.center)), key=lambda text: text.top)


def _foot(box: Box) -> Box:
    """The last row of pixels of a box, without its corners."""
    return Box(box.left + _CORNER, box.bottom - 1, box.width - 2 * _CORNER, 1)


def _is_like(
    frame: Frame, box: Box, fields: Sequence[Box], texts: Sequence[Box], seen: Sequence[Box]
) -> bool:
    begins = _beginning(box, texts)
    may_be = any(box.agreement(one) > _SEEN for one in seen)
    like = [
        other
        for other in fields
        if (_has_size_of(box, other) or (may_be and _is_in_column_of(box, other)))
        and _has_ground_of(frame, box, other)
    ]
    if begins is None or len(like) < _ALIKE:
        return False
    others = (_beginning(other, texts) for other in like)
    return any(other is not None and abs(other - begins) <= _ASTRAY for other in others)


def _has_size_of(box: Box, other: Box) -> bool:
    return max(abs(box.width - other.width), abs(box.height - other.height)) <= _ASTRAY


def _is_in_column_of(box: Box, other: Box) -> bool:
    return max(abs(box.left - other.left), abs(box.height - other.height)) <= _ASTRAY


def _has_ground_of(frame: Frame, box: Box, other: Box) -> bool:
    """Whether most of two boxes has one colour; a button is often a little darker than a field."""
    grounds = (ground_behind(frame, one) for one in (box, other))
    return bool(np.abs(np.subtract(*grounds)).max() <= _SHADE)


def _beginning(box: Box, texts: Sequence[Box]) -> int | None:
    """How far inside a box its text begins; None for an empty one."""
    return min((text.left - box.left for text in texts if box.contains(text.center)), default=None)
