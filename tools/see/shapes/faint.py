"""Faint widgets: fields that are hardly set off from their panel, as those of dark themes.

The corner of such a field is rounded in steps as small as those of a gradient, and its area runs out through
it into the panel. Seen with a finer tolerance it is whole; elsewhere that breaks gradients up, so it is for
a second look. A card, a chip or a chosen row is as faint, so the shape alone is no field: it must be supposed
there, or be drawn as several that are.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tools.see.pixels.regions import find_regions
from tools.see.scene import Widget
from tools.see.shapes.widgets import find_plain_boxes, find_widgets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box
    from tools.observation import Frame

FINE = 2
"""Levels of a channel by which neighbours of one area may differ here: an even ground is even."""
AS_HIGH = 0.6
"""Part of a box's height that a field which is supposed in it has, at least."""
SAME = 0.7
"""Share of their union that a box without a kind and a field that is supposed there share, at least."""
TINTED = 6
"""Levels by which red is above green and blue, at least, in a field that is in error."""
ALIKE, INSIDE = 2, 3
"""Supposed fields of its column, at least, or one more of its form, that another box is like; and pixels from
a left end to the ground."""


def with_faint_fields(frame: Frame, widgets: Iterable[Widget], supposed: Iterable[Box]) -> list[Widget]:
    """The widgets, and the fields that are seen with a finer tolerance where none of them lies but an icon.

    And those whose box is seen, but not what it is, where a field of that very box is supposed. What looks
    like a field itself, and holds several, is a card.

    Args:
        frame: What to look at.
        widgets: Those that are known.
        supposed: Where fields are supposed; their ends need not be right.
    """
    known, supposed = list(widgets), list(supposed)
    cards = [one for one in known if one.is_field and _holds_several(one.box, supposed)]
    if not cards:
        return _with_faint(frame, known, supposed)
    rest = [one for one in known if one not in cards]
    found = _with_faint(frame, rest, supposed)
    added = [one.box for one in found[len(rest) :]]
    fields = [card for card in cards if not _holds_several(card.box, added)]
    return [*fields, *(one for one in found if one in rest or not _is_taken(one.box, fields))]


def _holds_several(card: Box, boxes: Iterable[Box]) -> bool:
    """Whether fields stand on what looks like one, so that it is a card if they are some: they don't meet."""
    inside = [box for box in boxes if box.lies_mostly_in(card) and 2 * box.height < card.height]
    return any(not one.meets(other) for one, other in combinations(inside, 2))


def _with_faint(frame: Frame, known: list[Widget], supposed: Iterable[Box]) -> list[Widget]:
    boxes = [box for box in supposed if not any(_covers_half(one.box, box) for one in known)]
    if not boxes:  # no other one can be borne out
        return known
    finer = find_widgets(frame, find_regions(frame, FINE))
    free = [one for one in finer if one.is_field and not _is_taken(one.box, known)]
    borne_out = [one.box for one in free if any(_is_supposed(one.box, box) for box in boxes)]
    plain = [
        Widget("field", one)
        for one in find_plain_boxes(frame, find_regions(frame))
        if any(_is_same(one, box) for box in boxes) and not any(one.meets(other.box) for other in known)
    ]
    return [
        *known,
        *plain,
        *(one for one in free if one.box in borne_out or _is_like_others(frame, one.box, borne_out)),
    ]


def _covers_half(one: Box, box: Box) -> bool:
    """Whether so much of a box is another's that a third, apart from that, can't have most of it."""
    return 2 * one.overlap(box).area >= box.area


def _is_taken(box: Box, known: Iterable[Widget]) -> bool:
    """Whether another widget lies there, and is no icon of it."""
    return any(box.meets(one.box) and not _is_icon_in(box, one) for one in known)


def _is_icon_in(box: Box, one: Widget) -> bool:
    """Whether what looks like a radio button stands at the right end of a box, as a round calendar does."""
    is_at_end = 0 < box.right - one.box.right < box.height
    return one.kind == "radio" and box.overlap(one.box) == one.box and is_at_end


def _is_same(one: Box, other: Box) -> bool:
    shared = one.overlap(other).area
    return shared >= SAME * (one.area + other.area - shared)


def _is_like_others(frame: Frame, box: Box, fields: Iterable[Box]) -> bool:
    """Whether a box has the height and colour of some fields of its column, or of more anywhere.

    Or it is tinted, and is as wide as some of them as well: it is in error.
    """
    as_high = [one for one in fields if abs(one.height - box.height) <= 1]
    like = [one for one in as_high if _ground(frame, one) == _ground(frame, box)]
    column = [one for one in like if abs(one.left - box.left) <= 1]
    as_wide = [one for one in as_high if abs(one.width - box.width) <= 1]
    is_error = len(as_wide) >= ALIKE and _tint(frame, box) >= TINTED > _tint(frame, as_wide[0])
    return len(column) >= ALIKE or len(like) > ALIKE or is_error


def _tint(frame: Frame, box: Box) -> int:
    """Levels by which red is above the other channels of a box's ground."""
    blue, green, red = frame.bgrx[box.center.y, box.left + INSIDE, :3].tolist()
    return int(red - max(blue, green))


def _ground(frame: Frame, box: Box) -> int:
    return int(frame.words[box.center.y, box.left + INSIDE])


def _is_supposed(box: Box, supposed: Box) -> bool:
    return supposed.lies_mostly_in(box) and supposed.height >= AS_HIGH * box.height
