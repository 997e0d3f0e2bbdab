"""The list that a drop-down has opened: which part of the screen it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.areas.entries import EntryList
from tools.locate.contents import text_part
from tools.locate.look import LINE
from tools.observation import bounds, differing, is_caret
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.locate.look import Look
    from tools.see.scene import Widget

_RING = 4
"""Pixels around the edge of something, on either side of it, in which its focus is drawn."""
_FILLED = 0.6
"""Share of its box that a knob or a box fills, at least, as no text does."""
_SHAPE = 0.9
"""Correlation of two pictures of one sign, at least."""
_KNOB, _LONG = 0.8, 2.0
"""Heights of a text that a knob or a box is high, at least, which no letter is; and that either is long, at
most, and an underline more."""


def opened_list(look: Look, field: Widget, before: str) -> EntryList | None:
    """What has opened since the look before, at the field: below, above or over it; None: nothing yet.

    What changed elsewhere (a clock) is no list, nor is the field itself, which shows its focus, with another
    one that has lost it. One over its field has an entry where that showed its value: another text.

    Args:
        look: After the click.
        field: What was clicked.
        before: What it showed then.
    """
    height = look.scene.text_height
    near = field.box.grow(round(height))
    around = [box for box in look.changes if box.overlap(near).area and not _is_focus(look, box, field)]
    if not around:
        return None
    whole = around[0]
    for box in around[1:]:
        whole = whole.union(box)
    whole = _between_fields(look, whole, field.box)
    if not whole.area or field.box.grow(_RING).overlap(whole) == whole:
        return None
    shown = look.scene.lines_in(field.box)
    is_covered = bool(shown) and not any(same(line.text, before) for line in shown)
    return EntryList(whole, None if is_covered else field.box)


def _between_fields(look: Look, area: Box, field: Box) -> Box:
    """The area without the fields around that show what they showed: a list would lie over that.

    Of one that has lost its focus nothing has opened; above and below the field it ends at them, and beside
    it too. A wheel that is turned over one of them would change its value.
    """
    kept = [one.box for one in look.scene.widgets if one.box != field and _is_kept(look, one, area)]
    area = _changed_but_for(look, area, kept)
    top, bottom, left, right = area.top, area.bottom, area.left, area.right
    for one in kept:
        if not area.meets(one) or one.same_row(field):  # a list opens above or below that row
            continue
        if one.right <= field.left:
            left = max(left, one.right)
        elif one.left >= field.right:
            right = min(right, one.left)
        elif one.bottom <= field.top:
            top = max(top, one.bottom)
        elif one.top >= field.bottom:
            bottom = min(bottom, one.top)
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def _is_kept(look: Look, one: Widget, area: Box) -> bool:
    """Whether something is a field whose value stands in an area as it did before."""
    texts = look.scene.lines_in(one.box) if one.is_field else ()
    return any(area.contains(line.box.center) for line in texts) and _keeps_text(look, one)


def _changed_but_for(look: Look, area: Box, kept: Sequence[Box]) -> Box:
    """The part of an area that has changed, some fields and their focus aside."""
    assert look.before is not None  # something has changed since
    if not kept or look.before.size != look.frame.size:
        return area
    differs = differing(look.before, look.frame, area)
    for box in kept:
        differs[box.grow(_RING).overlap(area).shift(-area.left, -area.top).slices] = False
    found = bounds(differs)
    if found is None:
        return area._replace(width=0)
    return found.shift(area.left, area.top).grow(_RING).overlap(area)  # a list may touch them


def _is_focus(look: Look, changed: Box, field: Widget) -> bool:
    """Whether all that changed is a field that was clicked, and what focus and pointer have left.

    Those are a ring, an underline or a caret, knobs, boxes and signs of buttons that are drawn otherwise, and
    a text that is selected no more, whether its field is seen or not.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    assert look.before is not None  # something has changed since
    if look.before.size != look.frame.size:
        return False
    rest = differing(look.before, look.frame, changed)
    for one in (field, *look.scene.widgets):
        place = one.box.grow(_RING).overlap(changed).shift(-changed.left, -changed.top).slices
        if one == field or one.is_indicator or (rest[place].any() and _stays(look, one)):
            rest[place] = False
    joined = cv2.dilate(rest.astype(np.uint8), np.ones((3, 3), np.uint8))  # a ring may be dotted
    _, marks, stats, _ = cv2.connectedComponentsWithStats(joined)
    boxes = [Box(*map(int, row[:4])) for row in stats]
    parts = ((box, rest[box.slices] & (marks[box.slices] == mark)) for mark, box in enumerate(boxes) if mark)
    return all(
        _is_left(part, look.scene.text_height) or _stays_there(look, box.shift(changed.left, changed.top))
        for box, part in parts
    )


def _stays_there(look: Look, place: Box) -> bool:
    """Whether what changed in a place is only drawn otherwise than it was."""
    return _keeps_line(look, place) or _is_on_button(look, place)


def _is_on_button(look: Look, place: Box) -> bool:
    """Whether what changed is a sign on a button that has its shape in other shades, as in use now.

    An entry of a list may look like a button with a caption, which was not there before.
    """
    inside = (one.box.grow(-_RING) for one in look.scene.widgets if one.kind == "button")
    return any(place.overlap(one) == place for one in inside) and _has_its_shape(look, place)


def _has_its_shape(look: Look, place: Box) -> bool:
    """Whether a place shows what it showed before, lighter or darker: by their correlation."""
    assert look.before is not None
    was, now = (frame.gray[place.slices].ravel().astype(np.float64) for frame in (look.before, look.frame))
    return bool(was.std() and now.std()) and float(np.corrcoef(was, now)[0, 1]) >= _SHAPE


def _keeps_line(look: Look, place: Box) -> bool:
    """Whether a place for one line holds the text that it held before, as where it was selected."""
    return place.height <= LINE * look.scene.text_height and look.reads_as_before(place)


def _stays(look: Look, one: Widget) -> bool:
    """Whether something is a field or a button that was there before, and no list lies over it."""
    return _keeps_text(look, one) if one.is_field else _keeps_edges(look, one)


def _keeps_text(look: Look, field: Widget) -> bool:
    """Whether a field held the same text before; over an empty one a list may lie."""
    return look.reads_as_before(text_part(field))


def _keeps_edges(look: Look, button: Widget) -> bool:
    """Whether a button is drawn otherwise within its edges alone, as in use now: a list would cover those."""
    assert look.before is not None
    differs = differing(look.before, look.frame, button.box.clip(look.frame.size))
    inside = differs[1:-1, 1:-1]
    return bool(inside.any()) and int(inside.sum()) == int(differs.sum())


def _is_left(part: NDArray[np.bool_], high: float) -> bool:
    """Whether something that changed in one piece is nothing that a list is made of: a text, a ground."""
    box = bounds(part)
    if box is None or is_caret(box):
        return True
    short, long = sorted((box.width, box.height))
    if short <= 2 * _RING:
        return short <= _RING and long > _LONG * high  # an underline, or one side of a ring
    if short > high:
        inner = bounds(_without_corners(part[box.grow(-_RING).slices]))
        if inner is None or is_caret(inner):
            return True  # a ring; a caret may be as high as the field, and reach up to it
    is_filled = float(part[box.slices].mean()) >= _FILLED
    return is_filled and short >= _KNOB * high and long <= _LONG * high


def _without_corners(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What changed inside a ring, without that in its corners, which are round: the ring is wider there."""
    kept = inside.copy()
    for rows in (slice(None, _RING), slice(-_RING, None)):
        for columns in (slice(None, _RING), slice(-_RING, None)):
            kept[rows, columns] = False
    return kept
