"""Adornments of a field: what stands in it beside its text, as an icon or arrows, or a label above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.layout.claims import SURE
from tools.see.pixels.dotted import dots_in
from tools.see.pixels.ink import INK, ground_behind, relief

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.locate.look import Look
    from tools.observation import Frame

_MARGIN = 4
"""Pixels around a text that the recogniser likes to have."""
_FAR = 1.5
"""Usual heights of a text between one and the icon behind it, at least; of a low field its height will do."""
_ICONS = 2.5
"""Heights of a field that the icons and arrows behind its text take together, at most."""
_APART = 0.15
"""Heights of a field between an icon and the text behind it, at least: letters stand closer."""
_ROOM_BEHIND, _GAP, _WIDE = 5, 10, 0.7
"""Of a drop-down's height, the part that is free behind its arrow, the part that is free before it at least,
and how wide an arrow is at most."""
_SAME = 0.95
"""Share of all that is drawn in a place in two frames that is in both where it is one thing, at least."""
_OTHER = 40
"""Levels of a channel between the colours of a label and of the value below it, at least."""
_STRONG = 0.9
"""Quantile of what stands out in a text from which a pixel has its colour: the rest are edges."""

_CORNER = 4
"""Pixels from the corner of a field's inside to its grip, at most."""
_TWO_LINES = 1.8
"""Heights of a text that two lines of it are high, at least."""
_RIM = 2
"""Pixels of a field's own border."""
_BEHIND_RING = 1.2
"""Heights of a field from the end of its ring to its own, at most: there is an arrow, and no text."""
_IN_EDGE = 4
"""Part of its height that a text stands below what is in a field, at least, which is in the field's edge."""
_EDGE, _BETWEEN = 0.9, 0.8
"""Share of a field's height that the edge before its buttons has at least, which no letter has; and of their
width the edge between them."""
_NARROW = 0.4
"""Heights of a field that its buttons are wide, at least."""


def before_icons(look: Look, part: Box, height: int) -> Box | None:
    """Where a text stands that small things follow, further off than a space is wide; None: none do.

    Args:
        look: The frame.
        part: Of the field, where its text may stand.
        height: Of the field.
    """
    part = part.clip(look.frame.size)
    gap = _before_things(look, part, height)
    ink = None if gap is None else look.ink(part._replace(width=gap.start))
    return None if ink is None else ink.grow(_MARGIN).overlap(part)


def room_before_icons(look: Look, part: Box, height: int) -> Box:
    """The part of a field that a text can fill: up to small things far behind it, as `before_icons` has them.

    Args:
        look: The frame.
        part: Of the field, where its text may stand.
        height: Of the field.
    """
    gap = _before_things(look, part.clip(look.frame.size), height)
    return part if gap is None else part._replace(width=gap.stop)


def _before_things(look: Look, part: Box, height: int) -> range | None:
    """The columns of a part between a text and the small things far behind it; None: there are none."""
    drawn = _drawn(look.frame, part)
    gaps = np.flatnonzero(np.diff(drawn) > min(height, _FAR * look.scene.text_height))
    if not len(gaps):
        return None
    things = drawn[gaps[0] + 1 :]
    breaks = np.flatnonzero(np.diff(things) > 1)
    starts, ends = [0, *(breaks + 1)], [*breaks, len(things) - 1]
    widths = [things[end] - things[start] for start, end in zip(starts, ends, strict=True)]
    if max(widths) > height or things[-1] - things[0] > _ICONS * height:
        return None
    return range(int(drawn[gaps[0]]) + 1, int(things[0]))


def behind_icon(look: Look, part: Box, height: int, before: Frame) -> Box | None:
    """Where a text stands behind a small thing that another frame shows with another text; None: it does not.

    Args:
        look: The frame.
        part: Of the field, where its text may stand.
        height: Of the field.
        before: The other frame: what stood there then was selected, and replaced by what was typed.
    """
    part = part.clip(look.frame.size)
    drawn = _drawn(look.frame, part)
    gaps = np.flatnonzero(np.diff(drawn) > max(2, _APART * height))
    if not len(gaps) or before.size != look.frame.size:
        return None
    end = int(drawn[gaps[0]]) + 1
    icon, start = part._replace(width=end), int(drawn[gaps[0] + 1]) - 2
    rest = part._replace(left=part.left + start, width=part.width - start)
    is_old = _is_drawn_alike(before, look.frame, icon)
    is_new = not np.array_equal(before.bgrx[rest.slices], look.frame.bgrx[rest.slices])
    is_small = end - int(drawn[0]) <= height and not _is_sign(relief(look.frame, part) > INK, end)
    text = look.ink(rest)
    if not (is_small and is_old and is_new) or text is None:
        return None
    return text.grow(_MARGIN).overlap(rest)  # a sign alone in a long field is not read


def _is_drawn_alike(one: Frame, other: Frame, box: Box) -> bool:
    """Whether two frames show one thing in a box; its ground may be another since the field has the focus."""
    inks = [relief(frame, box) > INK for frame in (one, other)]
    return int((inks[0] & inks[1]).sum()) >= _SAME * int((inks[0] | inks[1]).sum()) > 0


def _is_sign(ink: NDArray[np.bool_], end: int) -> bool:
    """Whether what stands before a text ends on its line, as another sign of it does: `1` before `98`.

    Args:
        ink: Of both.
        end: The column where the first one ends.
    """
    columns = np.flatnonzero(ink[:, end:].any(axis=0)) + end
    first = columns[: int(np.append(np.diff(columns) > 1, True).argmax()) + 1]
    letter, sign = (np.flatnonzero(part.any(axis=1)) for part in (ink[:, first], ink[:, :end]))
    return int(letter[-1]) == int(sign[-1])


def before_spinner(look: Look, part: Box, field: Box) -> Box | None:
    """Where a text stands before two small buttons, one above the other; None: there are none.

    Args:
        look: The frame.
        part: Of the field, where its text may stand.
        field: All of it, with the buttons: an edge as high as it runs before them, and one between them.
    """
    around = field.grow(-_RIM).clip(look.frame.size)
    ink = relief(look.frame, around) > INK
    upright = np.flatnonzero(ink.mean(axis=0) >= _EDGE)
    middle = slice(around.height // 2 - _RIM, around.height // 2 + _RIM + 1)
    for x in upright[::-1]:
        buttons = ink[middle, x + 1 :]
        if not _NARROW * field.height <= buttons.shape[1] <= field.height:
            continue
        if buttons.mean(axis=1).max() >= _BETWEEN:
            rest = part._replace(width=around.left + int(x) - part.left)
            text = look.ink(rest)
            return None if text is None else text.grow(_MARGIN).overlap(rest)
    return None


def before_grip(look: Look, part: Box) -> Box:
    """The part of a field that is high enough for two lines without the grip in its corner; all without one.

    Args:
        look: The frame.
        part: Of the field, where its text may stand. A grip is all that is drawn at its end, and low.
    """
    letter = round(look.scene.text_height)
    if part.height < _TWO_LINES * letter or part.width <= letter:
        return part
    rest = part._replace(width=part.width - letter)
    end = look.ink(Box(rest.right, part.top, letter, part.height))
    if end is None or end.top < part.bottom - letter or look.ink(rest) is None:
        return part
    if max(part.right - end.right, part.bottom - end.bottom) > _CORNER:  # an ellipsis ends on its line
        return part
    return rest


def within_ring(look: Look, field: Box) -> Box | None:
    """Where a text stands within a dotted focus ring; None: there is none from edge to edge of a field.

    Args:
        look: The frame.
        field: All of it, with what is behind the ring, as an arrow is.
    """
    around, letter = field.grow(-1).clip(look.frame.size), look.scene.text_height
    levels = look.frame.gray[around.slices].astype(np.int16)
    rows = [row for row in range(len(levels)) if dots_in(levels[row], letter / 2)]
    if len(rows) < 2:  # noqa: PLR2004  (one above the text, one below it)
        return None
    across = dots_in(levels[rows[0]], letter / 2)
    # The dot in a corner may be left out, or be the border's next pixel.
    sides = [
        x
        for x in range(max(0, across.start - 2), across.start + 3)
        if dots_in(levels[rows[0] : rows[-1] + 1, x], letter / 2)
    ]
    if not sides or sides[0] > _MARGIN or around.width - across.stop > _BEHIND_RING * field.height:
        return None
    left = sides[0]
    top, bottom = around.top + rows[0] + 1, around.top + rows[-1]
    inside = Box(around.left + left + 1, top, across[-1] - left - 1, bottom - top)
    text = look.ink(inside)
    if text is None or text.left == inside.left:  # a stroke beside the ring would not be read
        return None
    return text.grow(_MARGIN).overlap(inside)


def before_arrow(uneven: NDArray[np.bool_], height: int) -> int:
    """Where the text of a drop-down ends: its arrow is what stands last, behind a gap; 0 where there is none.

    Args:
        uneven: The columns of the drop-down in which something is drawn.
        height: Of the drop-down.
    """
    drawn = np.flatnonzero(uneven[: max(0, len(uneven) - height // _ROOM_BEHIND)])
    gaps = np.flatnonzero(np.diff(drawn) > height // _GAP)
    if not len(gaps) or drawn[-1] - drawn[gaps[-1] + 1] > _WIDE * height:
        return 0
    return int(drawn[gaps[-1]]) + 1


def without_arrow(uneven: NDArray[np.bool_], cut: int, height: int) -> int:
    """Where a text ends that goes on where an arrow would begin; 0: none does, or an arrow may stand there.

    A date's calendar may be as dark as the field, which is no drop-down's then.

    Args:
        uneven: The columns of the drop-down in which something is drawn.
        cut: The column at which its arrow would begin.
        height: Of the drop-down.
    """
    near = np.flatnonzero(uneven[: cut + 1])
    if not len(near) or cut - near[-1] > height // _GAP:
        return 0
    drawn = np.flatnonzero(uneven[near[-1] :]) + int(near[-1])
    gaps = np.flatnonzero(np.diff(drawn) > height // _GAP)
    end = int(drawn[gaps[0]] if len(gaps) else drawn[-1]) + 1
    return end if end <= len(uneven) - height // 2 else 0


def below_label(look: Look, part: Box) -> Box:
    """The part of a field below a label in it, which has another colour; all of it without one.

    The label of the next field may reach into it from below.
    """
    part = _above_next(look, part)
    read = sorted(look.scene.lines_in(part), key=lambda line: line.box.center.y)
    if not read:
        return part
    lines = [line.box for line in read]
    # Arrows at the end of a number's field are read too, hardly as anything.
    value = next((line.box for line in reversed(read) if line.score >= SURE), lines[-1])
    above = [box for box in lines if box.bottom <= value.center.y and box.gap_across(value) == 0]
    labels = [box for box in above if not _alike(look.frame, box, value)]
    texts = [box for box in lines if box not in labels]
    if not labels or lines[: len(labels)] != labels:
        return part
    top = min(box.top for box in texts)
    return part._replace(top=top, height=part.bottom - top)


def _above_next(look: Look, part: Box) -> Box:
    """The part of a field above the label of the next one, which stands in the lower edge, below its text."""
    lines = sorted((line.box for line in look.scene.lines if line.box.meets(part)), key=lambda box: box.top)
    if len(lines) < 2 or lines[-1].top < lines[-2].center.y:  # noqa: PLR2004 (its own text, and the label)
        return part
    is_in_edge = _IN_EDGE * (lines[-1].bottom - part.bottom) > lines[-1].height
    return part._replace(height=lines[-1].top - part.top) if is_in_edge else part


def _drawn(frame: Frame, part: Box) -> NDArray[np.intp]:
    """The columns of a part in which something is drawn."""
    return np.flatnonzero((relief(frame, part) > INK).any(axis=0))


def _alike(frame: Frame, one: Box, other: Box) -> bool:
    """Whether two texts have one colour."""
    return bool(np.abs(_colour(frame, one) - _colour(frame, other)).max() < _OTHER)


def _colour(frame: Frame, text: Box) -> NDArray[np.float64]:
    """Blue, green, red of a text, as what stands out most from its ground has them."""
    pixels = frame.bgrx[text.clip(frame.size).slices][:, :, :3].reshape(-1, 3).astype(np.float64)
    far = np.abs(pixels - ground_behind(frame, text)).max(axis=1)
    out = far > INK
    if not out.any():
        return np.asarray(pixels[0], np.float64)
    return np.asarray(np.median(pixels[far >= np.quantile(far[out], _STRONG)], axis=0), np.float64)
